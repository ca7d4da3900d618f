//! Which piece of a document something was read from.

use serde::{Deserialize, Serialize};

/// A part of a document or a cell of one, so that source and result can be shown beside each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Spot {
    /// The number of the part among [`super::Document::parts`], from 0.
    pub part: usize,
    /// Where the part is a grid: the number of the cell among [`super::Grid::cells`], from 0.
    pub cell: Option<usize>,
}

impl Spot {
    /// A whole part.
    pub fn part(part: usize) -> Self {
        Self { part, cell: None }
    }

    /// A cell of a grid.
    pub fn cell(part: usize, cell: usize) -> Self {
        Self { part, cell: Some(cell) }
    }
}
