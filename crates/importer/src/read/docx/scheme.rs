//! How lists are numbered: schemes that they share, and where they differ from these.

use std::collections::BTreeMap;

/// How deep lists can stand in each other.
pub(super) const LEVELS: usize = 9;

/// How the items of a level are numbered.
#[derive(Debug, Clone)]
pub(super) struct Level {
    /// The first number.
    pub(super) start: u64,
    /// The numerals, by Word's name for them.
    pub(super) format: String,
    /// The mark, with `%1` for the number of the first level.
    pub(super) text: String,
    /// The style whose paragraphs stand on this level.
    pub(super) style: Option<String>,
    /// The level, from 1, whose items make this one begin anew; 0 where none does.
    pub(super) restart: Option<usize>,
    /// Whether all numbers in the mark are shown as digits.
    pub(super) digits: bool,
    /// Whether a blank divides mark and text.
    pub(super) spaced: bool,
}

impl Default for Level {
    fn default() -> Self {
        let (format, text) = ("decimal".to_owned(), String::new());
        Self { start: 1, format, text, style: None, restart: None, digits: false, spaced: false }
    }
}

/// A way to number that lists can share.
#[derive(Debug, Clone, Default)]
pub(super) struct Scheme {
    /// Its levels.
    pub(super) levels: BTreeMap<usize, Level>,
    /// The style by which it takes over another's levels.
    pub(super) link: Option<String>,
}

/// A list.
#[derive(Debug, Clone, Default)]
pub(super) struct Numbering {
    /// The scheme that it follows; lists of one scheme count on.
    pub(super) scheme: u32,
    /// With what it begins on some levels.
    pub(super) starts: BTreeMap<usize, u64>,
    /// Where it differs from its scheme.
    pub(super) levels: BTreeMap<usize, Level>,
}
