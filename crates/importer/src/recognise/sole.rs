//! Lines of a sheet: rows in which one cell alone says something, as titles, headings and paragraphs do.

use crate::document::{Format, Grid, GridCell};
use crate::recognise::words::dense;

/// Whether titles and paragraphs may stand in the cells of tables in such a file.
pub(super) fn has_lines(format: Format) -> bool {
    matches!(format, Format::Csv | Format::Workbook)
}

/// The cells that are alone in their rows, by row.
pub(super) fn cells(grid: &Grid) -> Vec<&GridCell> {
    let mut rows: std::collections::BTreeMap<usize, Vec<&GridCell>> = std::collections::BTreeMap::new();
    for cell in grid.cells.iter().filter(|cell| !dense(&cell.text()).is_empty()) {
        rows.entry(cell.row).or_default().push(cell);
    }
    rows.into_values().filter_map(|cells| if let [cell] = cells.as_slice() { Some(*cell) } else { None }).collect()
}

/// How many rows say anything.
pub(super) fn filled_rows(grid: &Grid) -> usize {
    let filled = grid.cells.iter().filter(|cell| !dense(&cell.text()).is_empty());
    filled.map(|cell| cell.row).collect::<std::collections::BTreeSet<usize>>().len()
}
