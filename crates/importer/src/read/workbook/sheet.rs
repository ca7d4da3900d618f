//! A sheet as it was read.

use std::collections::BTreeMap;

use crate::document::{Certainty, Place};

/// Row and column, from 0.
pub(super) type CellAt = (u32, u32);

/// A sheet.
#[derive(Debug, Clone, Default)]
pub(super) struct Sheet {
    pub(super) name: String,
    /// What stands on it, by row and column; nothing where a cell is blank.
    pub(super) cells: BTreeMap<CellAt, ShownCell>,
    /// The last row and column of merged cells, by the first.
    pub(super) merged: BTreeMap<CellAt, CellAt>,
}

/// What a cell shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ShownCell {
    pub(super) text: String,
    pub(super) certainty: Certainty,
}

impl Sheet {
    /// Where a cell is, as a person finds it.
    pub(super) fn place(&self, (row, column): CellAt) -> Place {
        let mut letters = Vec::new();
        let mut left = u64::from(column) + 1;
        while left > 0 {
            left -= 1;
            letters.push(u8::try_from(left % 26).map_or('?', |at| char::from(b'A' + at)));
            left /= 26;
        }
        let letters: String = letters.into_iter().rev().collect();
        Place::Sheet(self.name.clone(), format!("{letters}{}", u64::from(row) + 1))
    }

    /// The cells of a row, from left to right.
    pub(super) fn row(&self, row: u32) -> impl Iterator<Item = (CellAt, &ShownCell)> {
        self.cells.range((row, 0)..=(row, u32::MAX)).map(|(at, shown)| (*at, shown))
    }

    /// Whether some cell says something that `is` holds for.
    pub(super) fn says(&self, is: impl Fn(&str) -> bool) -> bool {
        self.cells.values().any(|shown| is(shown.text.trim()))
    }
}
