//! Rows and columns by their meaning: where they cross stands a figure.

use std::ops::Range;

use super::Address;

/// A typed row of a block, or several that are added up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rows {
    pub(super) block: usize,
    pub(super) range: Range<usize>,
}

/// A typed column of a block, or several that are added up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Columns(pub(super) Range<usize>);

impl Rows {
    /// The figure of these rows in `columns` of the same block.
    pub fn at(&self, columns: &Columns) -> Address {
        Address { block: self.block, rows: self.range.clone(), columns: columns.0.clone() }
    }

    /// Each row by itself.
    pub fn each(&self) -> impl Iterator<Item = Self> + use<> {
        let block = self.block;
        self.range.clone().map(move |row| Self { block, range: row..row + 1 })
    }
}

impl Columns {
    /// Each column by itself.
    pub fn each(&self) -> impl Iterator<Item = Self> + use<> {
        self.0.clone().map(|column| Self(column..column + 1))
    }

    /// Whether a figure stands in these columns of its block.
    pub fn hold(&self, figure: &Address) -> bool {
        figure.columns == self.0
    }
}
