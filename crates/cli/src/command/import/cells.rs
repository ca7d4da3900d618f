//! The tables of a document, row by row, for a page, and the addresses of its pieces there.

use std::collections::{BTreeMap, BTreeSet};

use nianbao_builder::html::SourceCell;
use nianbao_importer::document::{Grid, GridCell, Spot};

/// No table of a report is wider; what stands further out is shown without what is blank before it.
const WIDEST: usize = 60;

/// No cell of a report spans more rows.
const TALLEST: usize = 400;

/// The address within the page of a piece of the document.
pub(super) fn id(spot: Spot) -> String {
    match spot.cell {
        Some(cell) => format!("s-{}-{cell}", spot.part),
        None => format!("s-{}", spot.part),
    }
}

/// The rows of part `part` of a document. Places that no cell covers are blank cells, so that none moves to the left.
pub(super) fn rows(grid: &Grid, part: usize, leads: &BTreeMap<Spot, String>) -> Vec<Vec<SourceCell>> {
    let mut lines: BTreeMap<usize, Vec<(usize, &GridCell)>> = BTreeMap::new();
    for (at, cell) in grid.cells.iter().enumerate() {
        lines.entry(cell.row).or_default().push((at, cell));
        // A row that only spans from above reach has to be there all the same.
        for row in cell.row..cell.row.saturating_add(cell.rows.min(TALLEST)) {
            lines.entry(row).or_default();
        }
    }
    let width = grid.width().min(WIDEST);
    let mut covered = BTreeSet::new();
    let row = |(row, mut line): (usize, Vec<(usize, &GridCell)>)| {
        line.sort_by_key(|(_, cell)| cell.column);
        let mut shown = Vec::new();
        let mut next = 0;
        for (at, cell) in line {
            shown.extend(blanks(next..cell.column.min(width), row, &covered));
            next = cell.column.saturating_add(cell.columns);
            cover(&mut covered, cell);
            shown.push(shown_cell(Spot::cell(part, at), cell, leads));
        }
        shown.extend(blanks(next..width, row, &covered));
        shown
    };
    lines.into_iter().map(row).collect()
}

fn blanks(columns: std::ops::Range<usize>, row: usize, covered: &BTreeSet<(usize, usize)>) -> Vec<SourceCell> {
    let blank = SourceCell { rows: 1, columns: 1, ..SourceCell::default() };
    columns.filter(|column| !covered.contains(&(row, *column))).map(|_| blank.clone()).collect()
}

/// Notes the places below a cell that it covers.
fn cover(covered: &mut BTreeSet<(usize, usize)>, cell: &GridCell) {
    for row in (cell.row..cell.row.saturating_add(cell.rows.min(TALLEST))).skip(1) {
        covered.extend((cell.column..cell.column.saturating_add(cell.columns.min(WIDEST))).map(|column| (row, column)));
    }
}

fn shown_cell(spot: Spot, cell: &GridCell, leads: &BTreeMap<Spot, String>) -> SourceCell {
    SourceCell {
        id: id(spot),
        text: cell.text().trim().to_owned(),
        rows: cell.rows.clamp(1, TALLEST),
        columns: cell.columns.clamp(1, WIDEST),
        leads: leads.get(&spot).cloned(),
        doubts: Vec::new(),
    }
}
