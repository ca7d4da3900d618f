//! The record of a page as a table: labels and what stands beside them.

use super::field::{Field, entries as of_line, field};
use crate::document::Grid;

/// The entries of a table that is a record; none if it is another.
pub(super) fn entries(grid: &Grid) -> Vec<(Field, String)> {
    /// A record says at least so much.
    const FEWEST: usize = 2;
    /// No record has more cells.
    const MOST: usize = 80;
    if grid.cells.len() > MOST {
        return Vec::new();
    }
    let texts: Vec<String> = grid.cells.iter().map(super::super::super::document::GridCell::text).collect();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(text) = texts.get(at) {
        let within = of_line(text);
        if within.iter().any(|(_, value)| !value.is_empty()) {
            found.extend(within);
        } else if let Some(field) = field(text) {
            let same_row =
                grid.cells.get(at).zip(grid.cells.get(at + 1)).is_some_and(|(label, value)| label.row == value.row);
            let value = texts.get(at + 1).filter(|value| same_row && super::field::field(value).is_none());
            found.push((field, value.map_or_else(String::new, |value| value.trim().to_owned())));
            at += usize::from(value.is_some());
        }
        at += 1;
    }
    let telling = found.iter().filter(|(field, _)| !matches!(field, Field::Title)).count();
    if telling >= FEWEST { found } else { Vec::new() }
}
