//! Numbers that writers type before headings: 一、 （一） 1. （1）.

use nianbao_model::numbering::from_chinese_numeral;
use nianbao_model::width::half_width;

/// How a number is written, which tells the level of its heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Mark {
    /// 一、
    Section,
    /// （一）
    Bracketed,
    /// 1.
    Point,
    /// （1） ①
    Inner,
}

impl Mark {
    /// The level of a heading with such a number.
    pub(super) fn level(self) -> u8 {
        match self {
            Self::Section => 1,
            Self::Bracketed => 2,
            Self::Point => 3,
            Self::Inner => 4,
        }
    }
}

/// A number before a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Number {
    /// How it is written.
    pub(super) mark: Mark,
    /// Its value.
    pub(super) value: u32,
    /// How many bytes of the text it takes, white space included.
    pub(super) length: usize,
}

/// The number that `text` begins with.
pub(super) fn typed(text: &str) -> Option<Number> {
    let body = text.trim_start();
    let (mark, value, rest) =
        circled(body).or_else(|| bracketed(body)).or_else(|| part(body)).or_else(|| pointed(body))?;
    Some(Number { mark, value, length: text.len() - rest.trim_start().len() })
}

/// A text without the number that it begins with.
pub(super) fn without(text: &str) -> &str {
    typed(text).and_then(|number| text.get(number.length..)).unwrap_or(text)
}

/// ①
fn circled(text: &str) -> Option<(Mark, u32, &str)> {
    let first = text.chars().next()?;
    let value = matches!(first, '①'..='⑳').then(|| u32::from(first) - u32::from('①') + 1)?;
    Some((Mark::Inner, value, text.get(first.len_utf8()..)?))
}

/// （一） (1)
fn bracketed(text: &str) -> Option<(Mark, u32, &str)> {
    let inner = text.strip_prefix(['（', '(', '〔', '﹙'])?;
    let end = short(inner).find(['）', ')', '〕', '﹚'])?;
    let (number, rest) = inner.split_at_checked(end)?;
    let rest = after_first(rest)?;
    let rest = rest.strip_prefix('、').unwrap_or(rest);
    let (value, is_chinese) = value(number)?;
    Some((if is_chinese { Mark::Bracketed } else { Mark::Inner }, value, rest))
}

/// 第一部分
fn part(text: &str) -> Option<(Mark, u32, &str)> {
    let inner = text.strip_prefix('第')?;
    let (number, rest) = short(inner).find("部分").and_then(|end| inner.split_at_checked(end))?;
    let rest = rest.strip_prefix("部分")?.trim_start_matches(['：', ':', '、', ' ', '　']);
    Some((Mark::Section, value(number)?.0, rest))
}

/// 一、 1. 1、 1)
fn pointed(text: &str) -> Option<(Mark, u32, &str)> {
    let end = short(text).find(['、', '.', '．', '）', ')', '﹒'])?;
    let (number, rest) = text.split_at_checked(end)?;
    let rest = after_first(rest)?;
    let (value, is_chinese) = value(number)?;
    // 1.5 is a figure.
    let is_figure = !is_chinese && rest.starts_with(|c: char| half_width(c).is_ascii_digit());
    (!is_figure).then_some((if is_chinese { Mark::Section } else { Mark::Point }, value, rest))
}

/// The beginning of a text, no longer than any number before a heading.
fn short(text: &str) -> &str {
    let end = text.char_indices().nth(8).map_or(text.len(), |(at, _)| at);
    text.get(..end).unwrap_or(text)
}

fn after_first(text: &str) -> Option<&str> {
    text.get(text.chars().next()?.len_utf8()..)
}

/// The value of a number from 1 to 99 and whether it is in Chinese numerals.
fn value(text: &str) -> Option<(u32, bool)> {
    let digits: String = text.chars().filter(|c| !c.is_whitespace()).map(half_width).collect();
    if (1..=2).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return digits.parse().ok().filter(|value| *value > 0).map(|value| (value, false));
    }
    from_chinese_numeral(&digits).map(|value| (value, true))
}
