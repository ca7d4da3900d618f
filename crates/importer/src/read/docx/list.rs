//! Counting: what number each paragraph of a list has.

use std::collections::{BTreeMap, BTreeSet};

use super::numeral::numeral;
use super::scheme::{LEVELS, Level, Numbering, Scheme};

/// How long a mark can be.
const MARK: usize = 60;

/// The lists of a document, as far as they are counted.
#[derive(Debug, Clone, Default)]
pub(super) struct Lists {
    schemes: BTreeMap<u32, Scheme>,
    numberings: BTreeMap<u32, Numbering>,
    /// The last number on each level, by scheme.
    counts: BTreeMap<u32, [Option<u64>; LEVELS]>,
    /// The levels of lists that have begun.
    begun: BTreeSet<(u32, usize)>,
}

/// What stands before a paragraph of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ListMark {
    /// How deep it stands, from 0.
    pub(super) level: u8,
    /// Its number, nothing for a bullet.
    pub(super) number: Option<u64>,
    /// The mark as characters, empty for a bullet.
    pub(super) text: String,
    /// Whether a list of Markdown can say the same.
    pub(super) plain: bool,
}

impl Lists {
    /// Lists of which nothing is counted yet.
    pub(super) fn new(schemes: BTreeMap<u32, Scheme>, numberings: BTreeMap<u32, Numbering>) -> Self {
        Self { schemes, numberings, ..Self::default() }
    }

    /// The mark of the next paragraph of `list`, whose style is `style`.
    pub(super) fn next(&mut self, list: u32, level: Option<usize>, style: Option<&str>) -> Option<ListMark> {
        let numbering = self.numberings.get(&list)?;
        let scheme = self.schemes.get(&numbering.scheme)?;
        let by_style = || {
            let own = |entry: &Level| style.is_some() && entry.style.as_deref() == style;
            scheme.levels.iter().find(|(_, entry)| own(entry)).map(|(at, _)| *at)
        };
        let at = level.or_else(by_style).unwrap_or(0).min(LEVELS - 1);
        let entry = numbering.levels.get(&at).or_else(|| scheme.levels.get(&at)).cloned().unwrap_or_default();
        let counts = self.counts.entry(numbering.scheme).or_default();
        let begins = self.begun.insert((list, at)).then(|| numbering.starts.get(&at).copied()).flatten();
        let before = counts.get(at).copied().flatten();
        let number = begins.or(before.map(|before| before.saturating_add(1))).unwrap_or(entry.start);
        for (below, count) in counts.iter_mut().enumerate().skip(at) {
            let restart = scheme.levels.get(&below).and_then(|level| level.restart).unwrap_or(below);
            if below == at {
                *count = Some(number);
            } else if at < restart {
                *count = None;
            }
        }
        let numbers = *counts;
        Some(self.mark(list, at, &entry, numbers))
    }

    fn mark(&self, list: u32, at: usize, entry: &Level, numbers: [Option<u64>; LEVELS]) -> ListMark {
        let bullet = entry.format == "bullet";
        let mut text = if bullet { String::new() } else { self.spelt(list, entry, numbers) };
        let glued = text.chars().next_back().is_some_and(char::is_alphanumeric);
        if glued || entry.spaced && !text.is_empty() {
            text.push(' ');
        }
        let number = numbers.get(at).copied().flatten().filter(|_| !bullet);
        let own = format!("%{}", at + 1);
        let shape = entry.text.split_once(own.as_str()).filter(|_| entry.text.matches('%').count() == 1);
        let plain = match (entry.format.as_str(), shape) {
            ("bullet", _) | ("decimal", Some(("", "." | "．"))) => true,
            ("decimal", Some(("（", "）") | ("(", ")") | ("", ")" | "）")))
            | ("decimalEnclosedCircle" | "decimalEnclosedCircleChinese", Some(("", ""))) => at > 0,
            _ => false,
        };
        ListMark { level: u8::try_from(at).unwrap_or_default(), number, text, plain }
    }

    /// The mark with its numbers put in.
    fn spelt(&self, list: u32, entry: &Level, numbers: [Option<u64>; LEVELS]) -> String {
        let mut text = String::new();
        let mut signs = entry.text.chars().peekable();
        while let Some(sign) = signs.next() {
            let level = (sign == '%').then(|| signs.peek().and_then(|next| next.to_digit(10))).flatten();
            let Some(level) = level.and_then(|level| usize::try_from(level).ok()?.checked_sub(1)) else {
                text.push(sign);
                continue;
            };
            signs.next();
            let other = self.level(list, level);
            let number = numbers.get(level).copied().flatten().or(other.map(|other| other.start)).unwrap_or(1);
            let format = other.map_or("decimal", |other| other.format.as_str());
            text += &numeral(number, if entry.digits { "decimal" } else { format });
            if text.len() > MARK {
                break;
            }
        }
        text
    }

    fn level(&self, list: u32, level: usize) -> Option<&Level> {
        let numbering = self.numberings.get(&list)?;
        numbering.levels.get(&level).or_else(|| self.schemes.get(&numbering.scheme)?.levels.get(&level))
    }
}
