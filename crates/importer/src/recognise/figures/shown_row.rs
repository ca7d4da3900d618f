//! Rows whose cells cannot be told apart.

use std::ops::Range;

use super::lines::At;

/// What stands where the figures of a row should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ShownRow {
    /// The printed columns that it should fill.
    pub(super) columns: Range<usize>,
    /// Its pieces, as the document divides them.
    pub(super) pieces: Vec<String>,
}

impl ShownRow {
    /// What `cells` show where `columns` should be.
    pub(super) fn of(columns: usize, cells: &[At]) -> Self {
        let filled = cells.iter().filter(|at| at.begins && !at.piece.text.is_empty());
        Self { columns: 0..columns, pieces: filled.map(|at| at.piece.text.clone()).collect() }
    }
}
