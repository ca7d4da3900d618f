//! A table on a sheet: rows that follow each other, as a grid.

use std::collections::BTreeSet;

use super::sheet::{CellAt, Sheet};
use crate::document::{Certainty, Grid, GridCell, Paragraph, Part};

/// How many columns a table has at most; what stands further right is told as left out.
pub(super) const COLUMNS: u32 = 200;
/// How many rows merged cells reach at most.
const REACH: u32 = 100;

/// The rows on which something stands, in runs without a blank one.
pub(super) fn runs(sheet: &Sheet) -> Vec<(u32, u32)> {
    let mut rows: BTreeSet<u32> = sheet.cells.keys().map(|(row, _)| *row).collect();
    for (&(row, column), &(end, _)) in &sheet.merged {
        if sheet.cells.contains_key(&(row, column)) {
            rows.extend(row..=end.min(row.saturating_add(REACH)));
        }
    }
    let mut runs: Vec<(u32, u32)> = Vec::new();
    for row in rows {
        match runs.last_mut() {
            Some((_, last)) if last.checked_add(1) == Some(row) => *last = row,
            _ => runs.push((row, row)),
        }
    }
    runs
}

/// How many cells the rows from `first` to `last` have, blank ones included.
pub(super) fn area(sheet: &Sheet, first: u32, last: u32) -> usize {
    let (left, right) = columns(sheet, first, last);
    let size = u64::from(right - left + 1) * u64::from(last.saturating_sub(first) + 1);
    usize::try_from(size).unwrap_or(usize::MAX)
}

/// The first and the last column of the rows from `first` to `last`.
fn columns(sheet: &Sheet, first: u32, last: u32) -> (u32, u32) {
    let written = || sheet.cells.range((first, 0)..=(last, u32::MAX)).map(|(at, _)| *at);
    let left = written().map(|at| at.1).min().unwrap_or_default();
    let limit = left.saturating_add(COLUMNS);
    let near = written().filter(|at| at.1 <= limit);
    let right = near.map(|at| sheet.merged.get(&at).map_or(at.1, |end| end.1.max(at.1)).min(limit)).max();
    (left, right.unwrap_or(left))
}

/// The grid on the rows from `first` to `last`, blank cells included.
pub(super) fn grid(sheet: &Sheet, first: u32, last: u32) -> Grid {
    let (left, right) = columns(sheet, first, last);
    let mut covered: BTreeSet<CellAt> = BTreeSet::new();
    let mut cells = Vec::new();
    for row in first..=last {
        for column in left..=right {
            let at = (row, column);
            if covered.contains(&at) {
                continue;
            }
            let end = sheet.merged.get(&at).copied().unwrap_or(at);
            let end = free(&covered, at, (end.0.clamp(row, last), end.1.clamp(column, right)));
            for below in row..=end.0 {
                covered.extend((column..=end.1).map(|beside| (below, beside)));
            }
            cells.push(cell(sheet, at, end, (first, left)));
        }
    }
    Grid { cells, aligned: true, place: sheet.place((first, left)) }
}

/// As much of merged cells as no other has taken.
fn free(covered: &BTreeSet<CellAt>, at: CellAt, end: CellAt) -> CellAt {
    let taken = (at.1..=end.1).find(|column| covered.contains(&(at.0, *column)));
    let right = taken.map_or(end.1, |column| column.saturating_sub(1)).max(at.1);
    let blocked = (at.0..=end.0).find(|row| (at.1..=right).any(|column| covered.contains(&(*row, column))));
    (blocked.map_or(end.0, |row| row.saturating_sub(1)).max(at.0), right)
}

fn cell(sheet: &Sheet, at: CellAt, end: CellAt, origin: CellAt) -> GridCell {
    let shown = sheet.cells.get(&at);
    let size = |from: u32, to: u32| usize::try_from(to.saturating_sub(from)).unwrap_or_default();
    let place = sheet.place(at);
    let text = shown.map(|shown| shown.text.trim()).filter(|text| !text.is_empty());
    GridCell {
        row: size(origin.0, at.0),
        column: size(origin.1, at.1),
        rows: size(at.0, end.0) + 1,
        columns: size(at.1, end.1) + 1,
        parts: text.map(|text| Part::Paragraph(Paragraph::plain(text, place.clone()))).into_iter().collect(),
        certainty: shown.map_or(Certainty::Certain, |shown| shown.certainty.clone()),
        place,
        ..GridCell::default()
    }
}
