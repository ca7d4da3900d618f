//! Which figure is meant: a cell, or a rectangle of cells that are added up.

use std::ops::Range;

/// Block, row and column of a typed cell.
pub type Place = (usize, usize, usize);

/// A cell or a sum of cells of the form.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Address {
    /// The block's number on the form.
    pub block: usize,
    /// The typed rows.
    pub rows: Range<usize>,
    /// The typed columns.
    pub columns: Range<usize>,
}

impl Address {
    /// The cells it spans.
    pub fn cells(&self) -> impl Iterator<Item = Place> + '_ {
        self.rows.clone().flat_map(move |row| self.columns.clone().map(move |column| (self.block, row, column)))
    }

    /// The cell, if it is a single one.
    pub fn cell(&self) -> Option<Place> {
        (self.rows.len() == 1 && self.columns.len() == 1).then_some((self.block, self.rows.start, self.columns.start))
    }
}
