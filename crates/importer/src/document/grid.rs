//! Tables.

use serde::{Deserialize, Serialize};

use super::{GridCell, Place};

/// A table.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grid {
    /// Its cells, by row and column. No two of them cover the same place; a place that none covers is no cell at all.
    pub cells: Vec<GridCell>,
    /// Whether rows and columns are those of the source. Where they are not (a text copied with `|` or spaces between its
    /// columns) merged cells are lost, and the cells of a row only keep their order.
    pub aligned: bool,
    /// Where it begins.
    pub place: Place,
}

impl Grid {
    /// How many rows it has.
    pub fn height(&self) -> usize {
        self.cells.iter().map(|cell| cell.row.saturating_add(cell.rows)).max().unwrap_or(0)
    }

    /// How many columns it has.
    pub fn width(&self) -> usize {
        self.cells.iter().map(|cell| cell.column.saturating_add(cell.columns)).max().unwrap_or(0)
    }
}
