//! From rows of cells to a grid: merged cells become one.

use std::collections::{BTreeMap, BTreeSet};

use super::dropped::DroppedList;
use crate::document::{Certainty, Grid, GridCell, Part, Place};

/// Edges that are no further apart, in twentieths of a point, are one.
const NEAR: u32 = 80;

/// A column that is no wider is none.
const SLIVER: u32 = 40;

/// A row as it is written.
pub(super) struct MergedRow {
    pub(super) cells: Vec<MergedCell>,
    /// How many columns it leaves out at its beginning.
    pub(super) before: usize,
    /// How many columns it leaves out at its end.
    pub(super) after: usize,
    /// How wide those at its beginning are.
    pub(super) width_before: u32,
}

/// A cell as it is written.
pub(super) struct MergedCell {
    pub(super) column: usize,
    pub(super) columns: usize,
    pub(super) width: Option<u32>,
    /// Whether it belongs to the cell above.
    pub(super) from_above: bool,
    /// Whether it belongs to the cell on its left.
    pub(super) from_left: bool,
    pub(super) parts: Vec<Part>,
    pub(super) certainty: Certainty,
    pub(super) place: Place,
}

impl MergedRow {
    fn end(&self) -> usize {
        self.cells.last().map_or(self.before, |cell| cell.column + cell.columns) + self.after
    }
}

/// The grid that rows make, on columns of these `widths`.
pub(super) fn grid(mut rows: Vec<MergedRow>, widths: &[u32], table: u32, dropped: &mut DroppedList) -> Grid {
    let even = rows.iter().all(|row| Some(row.end()) == rows.first().map(MergedRow::end));
    if even {
        without_slivers(&mut rows, widths);
    }
    let aligned = even || place_by_width(&mut rows);
    let mut cells: Vec<GridCell> = Vec::new();
    // The cell that reached down to the row above, by its first column.
    let mut above: BTreeMap<usize, usize> = BTreeMap::new();
    for (at, row) in rows.into_iter().enumerate() {
        let mut here = BTreeMap::new();
        let mut left: Option<usize> = None;
        for cell in row.cells {
            let whole = above.get(&cell.column).copied().filter(|_| cell.from_above);
            let upper = whole.and_then(|whole| Some((whole, cells.get(whole)?.columns)));
            if let Some(before) = left.filter(|_| cell.from_left).and_then(|left| cells.get_mut(left)) {
                before.columns += cell.columns;
                covered(&cell, dropped);
                continue;
            }
            let index = match upper {
                Some((whole, columns)) if columns == cell.columns => {
                    if let Some(upper) = cells.get_mut(whole) {
                        upper.rows = at + 1 - upper.row;
                    }
                    covered(&cell, dropped);
                    left = None;
                    whole
                }
                _ => {
                    left = Some(cells.len());
                    cells.push(GridCell {
                        row: at,
                        column: cell.column,
                        rows: 1,
                        columns: cell.columns,
                        parts: cell.parts,
                        certainty: cell.certainty,
                        place: cell.place,
                        ..GridCell::default()
                    });
                    cells.len() - 1
                }
            };
            here.insert(cell.column, index);
        }
        above = here;
    }
    narrow(&mut cells);
    Grid { cells, aligned, place: Place::Table(table, 1, 1) }
}

/// Takes edges for one that are all but one: programs leave slivers of columns between them.
fn without_slivers(rows: &mut [MergedRow], widths: &[u32]) {
    let mut columns = vec![0_usize];
    for width in widths {
        let last = columns.last().copied().unwrap_or_default();
        columns.push(if *width > SLIVER { last + 1 } else { last });
    }
    let span = |cell: &MergedCell| {
        let (from, to) = (*columns.get(cell.column)?, *columns.get(cell.column + cell.columns)?);
        (to > from).then_some((from, to - from))
    };
    let spans = rows.iter().flat_map(|row| &row.cells).map(span).collect::<Option<Vec<_>>>();
    let cells = rows.iter_mut().flat_map(|row| &mut row.cells);
    for (cell, (column, columns)) in cells.zip(spans.unwrap_or_default()) {
        (cell.column, cell.columns) = (column, columns);
    }
}

/// Takes out the columns in which no cell begins.
fn narrow(cells: &mut [GridCell]) {
    let starts: BTreeSet<usize> = cells.iter().map(|cell| cell.column).collect();
    let starts: Vec<usize> = starts.into_iter().collect();
    for cell in cells {
        let from = starts.partition_point(|start| *start < cell.column);
        let to = starts.partition_point(|start| *start < cell.column + cell.columns);
        (cell.column, cell.columns) = (from, to.saturating_sub(from).max(1));
    }
}

/// Tells of text that nobody sees since another cell lies over it.
fn covered(cell: &MergedCell, dropped: &mut DroppedList) {
    for part in &cell.parts {
        if let Part::Paragraph(paragraph) = part {
            dropped.add_text("合并单元格里看不见的文字", &paragraph.text(), &cell.place);
        }
    }
}

/// Where rows have different numbers of columns the widths of their cells say which stand below each other. Says whether
/// they do.
fn place_by_width(rows: &mut [MergedRow]) -> bool {
    let Some(edges) = rows.iter().map(edges).collect::<Option<Vec<_>>>() else { return false };
    let ends = || edges.iter().filter_map(|edges| edges.last().copied());
    let (Some(first), Some(last)) = (ends().min(), ends().max()) else { return false };
    if last - first > NEAR {
        return false;
    }
    let mut all: Vec<u32> = edges.iter().flatten().copied().collect();
    all.sort_unstable();
    let mut starts: Vec<u32> = Vec::new();
    let mut before = None;
    for edge in all {
        if before.is_none_or(|before| edge - before > NEAR) {
            starts.push(edge);
        }
        before = Some(edge);
    }
    let column = |edge: u32| starts.partition_point(|start| *start <= edge).saturating_sub(1);
    for (row, edges) in rows.iter_mut().zip(edges) {
        for (cell, pair) in row.cells.iter_mut().zip(edges.windows(2)) {
            let &[from, to] = pair else { continue };
            cell.column = column(from);
            cell.columns = column(to).saturating_sub(cell.column);
            if cell.columns == 0 {
                return false;
            }
        }
    }
    true
}

/// Where the cells of a row begin, and where the last ends.
fn edges(row: &MergedRow) -> Option<Vec<u32>> {
    let mut edges = vec![row.width_before];
    for cell in &row.cells {
        edges.push(edges.last()?.checked_add(cell.width?)?);
    }
    Some(edges)
}
