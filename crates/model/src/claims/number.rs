//! Numbers in Chinese prose: `3607`, `３６０７`, `3,607`, `1.05`, `十二`, `两百`, `3.2万`.

use std::ops::Range;

use crate::Decimal;
use crate::width::half_width;

/// A number as prose speaks of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Spoken {
    /// Its bytes in the text, unit excluded.
    pub(super) range: Range<usize>,
    /// The value, 万 and 亿 behind it reckoned in; `None` where it has more digits than any figure.
    pub(super) value: Option<Decimal>,
    /// One in its last digit, as far as 万 and 亿 or decimals leave digits out; `None` where every one is written.
    pub(super) step: Option<Decimal>,
    /// Whether it is written in Chinese numerals, which also stand in words such as 一起 and 一次性.
    pub(super) spelt: bool,
}

/// Figures have at most so many digits: a longer row of digits is a number of something else, such as a telephone.
const LONGEST: usize = 15;

/// More Chinese numerals in a row are no number.
const LONGEST_SPELT: usize = 24;

/// The number that `text` has at byte `start`, if there is one.
pub(super) fn number_at(text: &str, start: usize) -> Option<Spoken> {
    let rest = text.get(start..)?;
    let (length, value, spelt) = match digits(rest) {
        Some((length, value)) => (length, value, false),
        None => spelt(rest).map(|(length, value)| (length, value, true))?,
    };
    let factor =
        factor(&rest[length..]).filter(|factor| value.is_some_and(|value| value.checked_mul(*factor).is_some()));
    let range = start..start + length + factor.map_or(0, |_| '万'.len_utf8());
    let last = value.map_or(Decimal::ONE, |value| Decimal::new(1, value.scale()));
    let step = Some(last * factor.unwrap_or(Decimal::ONE)).filter(|step| *step != Decimal::ONE);
    Some(Spoken { range, value: value.map(|value| value * factor.unwrap_or(Decimal::ONE)), step, spelt })
}

/// `3,607.5` in half-width or full-width digits: its bytes and its value.
fn digits(text: &str) -> Option<(usize, Option<Decimal>)> {
    let mut plain = String::new();
    let mut length = 0;
    for (at, char) in text.char_indices() {
        let ahead = || digits_ahead(text[at + char.len_utf8()..].chars());
        match digit_width(char) {
            '0'..='9' if plain.len() >= LONGEST => return Some((at + run(&text[at..], is_digit), None)),
            digit @ '0'..='9' => plain.push(digit),
            // A comma separates thousands only between one to three digits and exactly three.
            ',' if !plain.is_empty() && !plain.contains('.') && ahead() == 3 => continue,
            '.' if !plain.is_empty() && !plain.contains('.') && ahead() > 0 => plain.push('.'),
            _ => break,
        }
        length = at + char.len_utf8();
    }
    let value = if plain.is_empty() { None } else { plain.parse().ok() }?;
    Some((length, Some(value)))
}

fn is_digit(char: char) -> bool {
    digit_width(char).is_ascii_digit()
}

/// The bytes of the characters that a text begins with.
fn run(text: &str, of: fn(char) -> bool) -> usize {
    text.len() - text.trim_start_matches(of).len()
}

/// How many digits come next, counted up to four.
fn digits_ahead(chars: impl Iterator<Item = char>) -> usize {
    chars.take(4).take_while(|char| is_digit(*char)).count()
}

/// Digits and the point alone: other full-width letters mean something else.
fn digit_width(char: char) -> char {
    match char {
        '０'..='９' | '．' => half_width(char),
        _ => char,
    }
}

/// `一百零三`: its bytes and its value.
fn spelt(text: &str) -> Option<(usize, Option<Decimal>)> {
    let numerals: Vec<char> = text.chars().take_while(|char| is_numeral(*char)).take(LONGEST_SPELT + 1).collect();
    if numerals.len() > LONGEST_SPELT {
        return Some((run(text, is_numeral), None));
    }
    let length = numerals.iter().map(|char| char.len_utf8()).sum();
    let ranked = numerals.iter().any(|char| rank(*char).is_some());
    let value = if ranked { by_rank(&numerals) } else { by_place(&numerals) };
    (!numerals.is_empty()).then_some(value).flatten().map(|value| (length, Some(Decimal::from(value))))
}

fn is_numeral(char: char) -> bool {
    digit(char).or(rank(char)).is_some()
}

/// 二〇二四: digit by digit.
fn by_place(numerals: &[char]) -> Option<u64> {
    numerals.iter().try_fold(0u64, |value, char| value.checked_mul(10)?.checked_add(digit(*char)?))
}

/// 三千六百零七, 十二.
fn by_rank(numerals: &[char]) -> Option<u64> {
    let (mut value, mut pending) = (0u64, None);
    for char in numerals {
        match rank(*char) {
            Some(rank) => value = value.checked_add(pending.take().unwrap_or(1) * rank)?,
            None => pending = digit(*char),
        }
    }
    value.checked_add(pending.unwrap_or(0))
}

fn digit(char: char) -> Option<u64> {
    let place = "零一二三四五六七八九".chars().position(|digit| digit == char);
    match char {
        '〇' => Some(0),
        '两' => Some(2),
        _ => place.and_then(|place| u64::try_from(place).ok()),
    }
}

fn rank(char: char) -> Option<u64> {
    match char {
        '十' => Some(10),
        '百' => Some(100),
        '千' => Some(1000),
        _ => None,
    }
}

/// 3.2万 is 32,000.
fn factor(rest: &str) -> Option<Decimal> {
    match rest.chars().next()? {
        '百' => Some(Decimal::ONE_HUNDRED),
        '千' => Some(Decimal::ONE_THOUSAND),
        '万' => Some(Decimal::from(10_000)),
        '亿' => Some(Decimal::from(100_000_000)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(String, String)> {
        let number = number_at(text, 0)?;
        Some((text[number.range].to_owned(), number.value?.normalize().to_string()))
    }

    #[test]
    fn numbers_are_read_however_they_are_written() {
        for (text, taken, value) in [
            ("3607件", "3607", "3607"),
            ("３６０７件", "３６０７", "3607"),
            ("3,646件", "3,646", "3646"),
            ("12,113件", "12,113", "12113"),
            ("12,1件", "12", "12"),
            ("59237.2449万", "59237.2449万", "592372449"),
            ("1.05%", "1.05", "1.05"),
            ("5.", "5", "5"),
            ("十二件", "十二", "12"),
            ("两件", "两", "2"),
            ("一百零三件", "一百零三", "103"),
            ("三千六百零七", "三千六百零七", "3607"),
            ("二〇二四年", "二〇二四", "2024"),
            ("二十", "二十", "20"),
            ("18万余条", "18万", "180000"),
        ] {
            assert_eq!(read(text), Some((taken.to_owned(), value.to_owned())), "{text}");
        }
        assert_eq!(read("件"), None);
        assert_eq!(read("051787222589051787222589"), None);
    }
}
