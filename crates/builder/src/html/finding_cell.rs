//! The cell of an official table that a finding points at, as the preview looks it up on the page.

use nianbao_model::form::LayoutCell;
use nianbao_model::{Report, Span, TableId};
use serde::Serialize;

use crate::view::Grid;

/// A figure of a page by its place in its table. Published pages name only cells that the narrative leads to, so it has no
/// address of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CellOnPage {
    /// The address of the table within the page, `table-3`.
    pub table: String,
    /// The row of the table that the cell begins in, from 0, heads among them.
    pub row: usize,
    /// Which cell of that row it is, from 0, headings among them.
    pub cell: usize,
    /// The figure that stands there.
    pub figure: String,
}

/// The figure that was written at `span`, or the first of those that were written within it.
pub(super) fn cell_at(report: &Report, span: Span) -> Option<CellOnPage> {
    let found = TableId::ALL.into_iter().flat_map(|table| written(report, table));
    let (_, cell) = found.filter(|(own, _)| meets(*own, span)).min_by_key(|(own, _)| own.start)?;
    Some(cell)
}

/// The figures of a table that somebody wrote, each with where that was.
fn written(report: &Report, id: TableId) -> Vec<(Span, CellOnPage)> {
    let table = report.form.table(id);
    let lines = table.layout();
    let grid = Grid::new(id, &lines, table.width());
    let rows = (0..lines.len()).flat_map(|row| grid.cells(row).enumerate().map(move |(at, placed)| (row, at, placed)));
    let figures = rows.filter_map(|(row, at, placed)| {
        let LayoutCell::Figure { address, .. } = placed.cell else { return None };
        let span = report.figures.cell(address)?.span?;
        let figure = report.figure(address).to_string();
        Some((span, CellOnPage { table: format!("table-{}", id.number()), row, cell: at, figure }))
    });
    figures.collect()
}

/// Whether one of two places lies within the other.
fn meets(one: Span, other: Span) -> bool {
    let within = |inner: Span, outer: Span| outer.start <= inner.start && inner.end <= outer.end;
    one.file == other.file && (within(one, other) || within(other, one))
}
