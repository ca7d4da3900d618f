//! Days and years as documents write them: 2025-01-20, 2025年1月20日, 二〇二五年一月二十日.

use jiff::civil::Date;
use nianbao_model::width::half_width;

use super::chinese_digit::chinese_digit;

/// Years that reports are of, or are published in.
const YEARS: std::ops::RangeInclusive<i16> = 2000..=2099;

/// The first day that is written in `text`.
pub(super) fn first_day(text: &str) -> Option<Date> {
    days(text).into_iter().next().map(|(date, _)| date)
}

/// The day that `text` is, with nothing else in it but brackets and white space.
pub(super) fn sole_day(text: &str) -> Option<Date> {
    let folded = digits(text);
    let trimmed = folded.trim_matches(['(', ')', '[', ']']);
    days(trimmed).into_iter().next().filter(|(_, length)| *length == trimmed.chars().count()).map(|(date, _)| date)
}

/// The years that are written with 年 in `text`, in order.
pub(super) fn years(text: &str) -> Vec<i16> {
    let characters: Vec<char> = digits(text).chars().collect();
    let mut found = Vec::new();
    for (at, window) in characters.windows(5).enumerate() {
        let opens = at == 0 || characters.get(at - 1).is_none_or(|before| !before.is_ascii_digit());
        if let [year @ .., '年'] = window
            && opens
            && let Some(year) = number(year).filter(|year| YEARS.contains(year))
        {
            found.push(year);
        }
    }
    found
}

/// The days in a text, and how many characters each takes.
fn days(text: &str) -> Vec<(Date, usize)> {
    let characters: Vec<char> = digits(text).chars().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < characters.len() {
        let opens = at == 0 || characters.get(at - 1).is_none_or(|before| !before.is_ascii_digit());
        match characters.get(at..).filter(|_| opens).and_then(day) {
            Some((date, length)) => {
                found.push((date, length));
                at += length;
            }
            None => at += 1,
        }
    }
    found
}

/// The day that `characters` begin with.
fn day(characters: &[char]) -> Option<(Date, usize)> {
    let year = number(characters.get(..4)?).filter(|year| YEARS.contains(year))?;
    let separator = *characters.get(4)?;
    if !matches!(separator, '年' | '-' | '/' | '.') {
        return None;
    }
    let mut at = 5;
    let month = upto_two(characters, &mut at)?;
    let second = *characters.get(at)?;
    let fits = if separator == '年' { second == '月' } else { second == separator };
    if !fits {
        return None;
    }
    at += 1;
    let day = upto_two(characters, &mut at)?;
    if separator == '年' {
        if !matches!(characters.get(at), Some('日' | '号')) {
            return None;
        }
        at += 1;
    }
    Date::new(year, month, day).ok().map(|date| (date, at))
}

fn number(digits: &[char]) -> Option<i16> {
    digits.iter().all(char::is_ascii_digit).then(|| digits.iter().collect::<String>().parse().ok()).flatten()
}

fn upto_two(characters: &[char], at: &mut usize) -> Option<i8> {
    let length = characters.get(*at..)?.iter().take(2).take_while(|c| c.is_ascii_digit()).count();
    let value = characters.get(*at..*at + length)?.iter().collect::<String>().parse().ok()?;
    *at += length;
    Some(value)
}

/// A text without white space, its numerals of years and days in digits.
fn digits(text: &str) -> String {
    let folded: Vec<char> = text.chars().filter(|c| !c.is_whitespace()).map(half_width).collect();
    let mut written = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(character) = folded.get(at) {
        let (numeral, length) = numeral(folded.get(at..).unwrap_or_default());
        match numeral {
            Some(numeral) => written.push_str(&numeral),
            None => written.push(*character),
        }
        at += length;
    }
    written
}

/// The Chinese numerals before 年, 月 or 日 that `characters` begin with in digits, and how many characters they take.
fn numeral(characters: &[char]) -> (Option<String>, usize) {
    let digit = |c: char| if c == '十' { Some(10) } else { chinese_digit(c) };
    let values: Vec<u8> = characters.iter().take(5).map_while(|c| digit(*c)).collect();
    let unit = characters.get(values.len());
    let number = match (values.as_slice(), unit) {
        ([a, b, c, d], Some('年')) if values.iter().all(|value| *value < 10) => Some(format!("{a}{b}{c}{d}")),
        ([a], Some('月' | '日')) if *a > 0 => Some(a.to_string()),
        ([10, b], Some('月' | '日')) => Some((10 + b).to_string()),
        ([a, 10], Some('日')) => Some((a * 10).to_string()),
        ([a, 10, b], Some('日')) => Some((a * 10 + b).to_string()),
        _ => None,
    };
    match number {
        Some(number) => (Some(number), values.len()),
        None => (None, 1),
    }
}
