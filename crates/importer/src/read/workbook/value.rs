//! What a value looks like: exact, without what binary numbers add.

use calamine::{Data, ExcelDateTime};

use super::sheet::ShownCell;
use crate::document::{Certainty, NO_RESULT};

/// What a cell shows; nothing for a blank one. `is_formula` says whether a formula should have left a value there.
pub(super) fn shown(value: &Data, is_formula: bool) -> Option<ShownCell> {
    let certain = |text: String| Some(ShownCell { text, certainty: Certainty::Certain });
    let doubtful = |text: String, why: &str| Some(ShownCell { text, certainty: Certainty::Doubtful(why.to_owned()) });
    match value {
        Data::Empty if is_formula => doubtful(String::new(), NO_RESULT),
        Data::Empty => None,
        Data::String(text) if text.trim().is_empty() => None,
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => {
            certain(text.replace("\r\n", "\n").replace('\r', "\n"))
        }
        Data::Int(number) => certain(number.to_string()),
        Data::Float(number) => match decimal(*number) {
            Some(text) => certain(text),
            None => doubtful(number.to_string(), "数太大，或者不是数"),
        },
        Data::Bool(value) => certain(if *value { "TRUE" } else { "FALSE" }.to_owned()),
        Data::DateTime(time) => match day(time) {
            Some(text) => certain(text),
            None => doubtful(decimal(time.as_f64()).unwrap_or_default(), "这一格的格式是日期，看不出是不是日期"),
        },
        Data::Error(error) => doubtful(error.to_string(), "公式出错了"),
    }
}

/// A number as Excel shows it at most: 15 digits.
pub(super) fn decimal(number: f64) -> Option<String> {
    if !number.is_finite() || number.abs() >= 1e15 {
        return None;
    }
    let scientific = format!("{number:.14e}");
    let (digits, exponent) = scientific.split_once('e')?;
    let exponent: i32 = exponent.parse().ok()?;
    let places = usize::try_from((14 - exponent).max(0)).ok()?;
    let rounded: f64 = format!("{digits}e{exponent}").parse().ok()?;
    let text = format!("{rounded:.places$}");
    let text = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
    Some(if text == "-0" { "0".to_owned() } else { text.to_owned() })
}

/// A day, unless an hour belongs to it.
fn day(time: &ExcelDateTime) -> Option<String> {
    let (year, month, day, hour, minute, ..) = time.to_ymd_hms_milli();
    let whole = time.is_datetime() && (hour, minute) == (0, 0) && (1950..2200).contains(&year);
    whole.then(|| format!("{year:04}-{month:02}-{day:02}"))
}
