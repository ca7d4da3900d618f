//! What a cell says as a number. Read from the text as written: exact, never octal, never a floating point number.

use crate::Decimal;
use crate::form::Content;
use crate::width;

/// A number as it was understood.
#[derive(Debug, PartialEq, Eq)]
pub struct Number {
    /// Its value.
    pub value: Decimal,
    /// How it was written.
    pub manner: Manner,
}

/// How it was written.
#[derive(Debug, PartialEq, Eq)]
pub enum Manner {
    /// Plain digits.
    Usual,
    /// A blank or a stroke for 0.
    Blank,
    /// Full-width digits, separators, leading zeros.
    Unusual,
}

/// Why it is no figure.
#[derive(Debug, PartialEq, Eq)]
pub enum Wrong {
    /// Below zero.
    Negative,
    /// A count with a fraction; the whole number where the fraction is zero.
    Fraction(Option<String>),
    /// An amount with more than six decimals.
    Decimals,
    /// 10^12 or more.
    TooLarge,
    /// A number and something else behind it: `3件`.
    Unit(String),
    /// `1_000`.
    Underscore(String),
    /// `12万`, `约3`, `1e3`, `0x10`, `true`.
    NotANumber,
}

const BLANKS: [&str; 11] = ["", "/", "／", "-", "－", "—", "——", "–", "−", "无", "~"];
const UNITS: [&str; 12] = ["件", "起", "宗", "条", "次", "份", "例", "个", "项", "部", "万件", "万元"];

/// An amount in ten thousands of yuan has six decimals where it says the 分; no coin is smaller.
const DECIMALS: usize = 6;

/// Those of an amount to the yuan.
const USUAL_DECIMALS: usize = 4;

const LIMIT: i64 = 1_000_000_000_000;

/// What `text` says as a figure of this kind.
///
/// # Errors
/// If it is none; a word for nothing is 0.
pub fn read(text: &str, content: Content) -> Result<Number, Wrong> {
    let text = text.trim();
    if is_blank(text) {
        return Ok(Number { value: Decimal::ZERO, manner: Manner::Blank });
    }
    let narrow = half_width(text);
    let bare = without_plus(&narrow, content);
    let digits = without_separators(bare).ok_or_else(|| not_a_number(&narrow, content))?;
    let value = value(&digits, content)?;
    let usual = narrow == text && digits == bare && !has_leading_zero(&digits);
    Ok(Number { value, manner: if usual { Manner::Usual } else { Manner::Unusual } })
}

/// Whether this is a word or mark for nothing.
pub fn is_blank(text: &str) -> bool {
    BLANKS.contains(&text.trim())
}

/// Full-width digits and the marks of numbers and dates in half width.
pub fn half_width(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '０'..='９' | '．' | '，' | '－' | '／' | '＋' => width::half_width(c),
            '−' => '-',
            _ => c,
        })
        .collect()
}

/// A change may say that it is an increase.
fn without_plus(text: &str, content: Content) -> &str {
    let rest = text.strip_prefix('+').filter(|rest| content == Content::Change && !rest.starts_with('-'));
    rest.unwrap_or(text)
}

/// Digits with at most one point, thousands separators taken out; nothing where it is anything else.
fn without_separators(text: &str) -> Option<String> {
    let (whole, fraction) = match text.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (text, None),
    };
    let unsigned = whole.strip_prefix('-').unwrap_or(whole);
    let mut groups = unsigned.split(',');
    let first = groups.next().unwrap_or("");
    let separated = unsigned.contains(',');
    let right = is_digits(first)
        && (!separated || first.len() <= 3)
        && groups.all(|group| group.len() == 3 && is_digits(group))
        && fraction.is_none_or(is_digits);
    right.then(|| text.replace(',', ""))
}

fn value(digits: &str, content: Content) -> Result<Decimal, Wrong> {
    if let Some(unsigned) = digits.strip_prefix('-') {
        let decrease = content == Content::Change;
        return if decrease {
            value(unsigned, content).map(|value| Decimal::ZERO - value)
        } else {
            Err(Wrong::Negative)
        };
    }
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    if whole.trim_start_matches('0').len() > 12 {
        return Err(Wrong::TooLarge);
    }
    match content {
        Content::Amount if fraction.trim_end_matches('0').len() > DECIMALS => return Err(Wrong::Decimals),
        Content::Amount => {}
        _ if digits.contains('.') => {
            let zero = fraction.bytes().all(|byte| byte == b'0');
            return Err(Wrong::Fraction(zero.then(|| whole.to_owned())));
        }
        _ => {}
    }
    // The digits that matter are at most 12 and 6 by now, whatever zeros surround them.
    let telling = fraction.trim_end_matches('0').len().max(USUAL_DECIMALS);
    let kept: String = fraction.chars().take(telling).collect();
    let exact = format!("{}.{kept}", if whole.len() > 12 { whole.trim_start_matches('0') } else { whole });
    let value: Decimal = exact.trim_end_matches('.').parse().map_err(|_| Wrong::NotANumber)?;
    if value >= Decimal::from(LIMIT) { Err(Wrong::TooLarge) } else { Ok(value) }
}

fn not_a_number(text: &str, content: Content) -> Wrong {
    if text.contains('_') && is_digits(&text.replace('_', "")) {
        return Wrong::Underscore(text.replace('_', ""));
    }
    let unit = UNITS.iter().find_map(|unit| text.strip_suffix(unit).map(|rest| (rest.trim_end(), *unit)));
    match unit {
        // 万元 is the unit of an amount; 12万件 is not 12.
        Some((number, unit)) if (unit == "万元") == (content == Content::Amount) && unit != "万件" => {
            let digits = without_separators(number).filter(|digits| value(digits, content).is_ok());
            digits.map_or(Wrong::NotANumber, Wrong::Unit)
        }
        _ => Wrong::NotANumber,
    }
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn has_leading_zero(digits: &str) -> bool {
    digits.len() > 1 && digits.starts_with('0') && !digits.starts_with("0.")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn count(text: &str) -> Result<(String, Manner), Wrong> {
        read(text, Content::Count).map(|number| (number.value.to_string(), number.manner))
    }

    fn amount(text: &str) -> Result<(String, Manner), Wrong> {
        read(text, Content::Amount).map(|number| (number.value.to_string(), number.manner))
    }

    #[test]
    fn figures_are_read_as_people_write_them() {
        assert_eq!(count("11398889"), Ok(("11398889".into(), Manner::Usual)));
        assert_eq!(count("0"), Ok(("0".into(), Manner::Usual)));
        for text in ["１２３４", "1,234", "1，234", "01234", "１，２３４"] {
            assert_eq!(count(text), Ok(("1234".into(), Manner::Unusual)), "{text}");
        }
        for text in BLANKS {
            assert_eq!(count(text), Ok(("0".into(), Manner::Blank)), "{text}");
        }
        assert_eq!(count("012"), Ok(("12".into(), Manner::Unusual)));
        assert_eq!(amount("59237.2449"), Ok(("59237.2449".into(), Manner::Usual)));
        assert_eq!(amount("59237.24490"), Ok(("59237.2449".into(), Manner::Usual)));
        assert_eq!(amount("0.5"), Ok(("0.5".into(), Manner::Usual)));
        assert_eq!(amount("316,441"), Ok(("316441".into(), Manner::Unusual)));
    }

    #[test]
    fn what_is_no_figure_is_told_apart() {
        for text in [
            "12万", "约3", "1e3", "0x10", "true", "十二", "1 2", "1,23", "1234,567", ".5", "5.", "1.2.3", "+5",
            "12万件", "3万元",
        ] {
            assert_eq!(count(text), Err(Wrong::NotANumber), "{text}");
        }
        assert_eq!(count("-1"), Err(Wrong::Negative));
        assert_eq!(count("－１"), Err(Wrong::Negative));
        assert_eq!(count("12.5"), Err(Wrong::Fraction(None)));
        assert_eq!(count("5.0"), Err(Wrong::Fraction(Some("5".into()))));
        assert_eq!(count("3件"), Err(Wrong::Unit("3".into())));
        assert_eq!(amount("1.5万元"), Err(Wrong::Unit("1.5".into())));
        assert_eq!(count("1_000"), Err(Wrong::Underscore("1000".into())));
        assert_eq!(count("1000000000000"), Err(Wrong::TooLarge));
        assert_eq!(count("999999999999").map(|(value, _)| value), Ok("999999999999".into()));
        assert_eq!(count(&"9".repeat(500)), Err(Wrong::TooLarge));
        assert_eq!(amount("0.0000001"), Err(Wrong::Decimals));
        assert_eq!(amount("72701.255123"), Ok(("72701.255123".into(), Manner::Usual)));
        assert_eq!(amount("0.00001"), Ok(("0.00001".into(), Manner::Usual)));
    }

    proptest! {
        #[test]
        fn plain_counts_keep_their_value(number in 0_i64..LIMIT) {
            prop_assert_eq!(count(&number.to_string()), Ok((number.to_string(), Manner::Usual)));
        }

        #[test]
        fn any_text_is_a_figure_or_not(text in ".*") {
            let _ = count(&text);
            let _ = amount(&text);
        }
    }
}
