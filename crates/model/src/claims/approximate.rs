//! Words that make a number approximate: 约, 近 and 超过 before it, 余 and 多 between it and its unit.

use std::ops::Range;

use super::amount::{Precise, Precision};

/// A number with the words that make it approximate.
pub(super) struct Approximate {
    /// Where it begins, its words included.
    pub(super) start: usize,
    /// Where its unit begins.
    pub(super) unit: usize,
    /// What the words make of it.
    pub(super) of: Option<Precise>,
}

/// What stands before a number. The longer come first.
const BEFORE: [(&str, Precise); 17] = [
    ("大约", Precision::About),
    ("约为", Precision::About),
    ("约", Precision::About),
    ("将近", Precision::Nearly),
    ("接近", Precision::Nearly),
    ("近", Precision::Nearly),
    ("超过", |_| Precision::Above),
    ("突破", |_| Precision::Above),
    ("多于", |_| Precision::Above),
    ("高于", |_| Precision::Above),
    ("超出", |_| Precision::Above),
    ("超", |_| Precision::Above),
    ("逾", |_| Precision::Above),
    ("不足", |_| Precision::Below),
    ("不到", |_| Precision::Below),
    ("少于", |_| Precision::Below),
    ("低于", |_| Precision::Below),
];

/// Words that end in one of them: 签约 12 件, 最近 12 件.
const ORDINARY: [&str; 9] = ["签约", "违约", "履约", "预约", "节约", "集约", "附近", "最近", "赴约"];

/// The words around the number at `range`.
pub(super) fn approximate(text: &str, range: &Range<usize>) -> Approximate {
    let before = text[..range.start].trim_end_matches(is_space);
    let ordinary = ORDINARY.iter().any(|word| before.ends_with(word));
    let found = BEFORE.iter().find(|(word, _)| !ordinary && before.ends_with(word));
    let start = found.map_or(range.start, |(word, _)| before.len() - word.len());
    let skip = |from: usize| text[from..].len() - text[from..].trim_start_matches(is_space).len();
    let unit = range.end + skip(range.end);
    match text[unit..].chars().next() {
        Some(more @ ('余' | '多')) => {
            let unit = unit + more.len_utf8();
            Approximate { start, unit: unit + skip(unit), of: Some(Precision::Over) }
        }
        _ => Approximate { start, unit, of: found.map(|(_, precise)| *precise) },
    }
}

fn is_space(char: char) -> bool {
    matches!(char, ' ' | '\u{3000}')
}
