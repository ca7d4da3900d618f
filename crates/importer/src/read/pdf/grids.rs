//! From tables as they stand on pages to grids.

use super::flow::{FlowRow, paragraphs, runs};
use super::glyph::{Misgiving, is_digit};
use super::lines::PdfLine;
use super::margins::{Margins, Measure};
use super::table::{Cell, Table};
use super::unruled::{Unruled, Word};
use crate::document::{Certainty, Grid, GridCell, Paragraph, Part, Place};

/// How wide a cell is at least that holds running text, in sizes of its font.
const TEXT_WIDTH: f64 = 25.0;
/// How many lines it has at least.
const TEXT_LINES: usize = 3;

/// The grid that `table` is.
pub(super) fn grid(table: &Table, page: u32) -> Grid {
    Grid { cells: table.cells.iter().map(cell).collect(), aligned: true, place: Place::Page(page) }
}

/// The grid that `table` is, whose cells only keep their order.
pub(super) fn unaligned(table: Unruled, page: u32) -> Grid {
    let place = Place::Page(page);
    let cell = |row: usize, column: usize, word: Word| GridCell {
        row,
        column,
        rows: 1,
        columns: 1,
        parts: vec![Part::Paragraph(Paragraph::plain(word.text, place.clone()))],
        certainty: certainty(word.misgiving),
        place: place.clone(),
        ..GridCell::default()
    };
    let mut cells = Vec::new();
    for (row, words) in table.rows.into_iter().enumerate() {
        cells.extend(words.into_iter().enumerate().map(|(column, word)| cell(row, column, word)));
    }
    Grid { cells, aligned: false, place }
}

fn cell(cell: &Cell) -> GridCell {
    let numbers = cell.lines.len() > 1
        && cell
            .lines
            .iter()
            .all(|line| line.text().chars().all(|letter| is_digit(letter) || matches!(letter, '.' | ',')));
    let misgiving = cell.misgiving.or_else(|| cell.lines.iter().filter_map(PdfLine::misgiving).min());
    let misgiving = if numbers { Some(Misgiving::Broken) } else { misgiving };
    let mut parts = if numbers {
        cell.lines.iter().map(|line| written(&[line], misgiving, cell.page)).collect()
    } else if is_text(cell) {
        text(cell)
    } else if cell.lines.is_empty() {
        Vec::new()
    } else {
        vec![written(&cell.lines.iter().collect::<Vec<_>>(), misgiving, cell.page)]
    };
    parts.extend(cell.tables.iter().map(|table| Part::Grid(grid(table, cell.page))));
    let (field, place) = (cell.field, Place::Page(cell.page));
    GridCell {
        row: field.row,
        column: field.column,
        rows: field.rows,
        columns: field.columns,
        parts,
        certainty: certainty(misgiving),
        place,
        ..GridCell::default()
    }
}

/// One paragraph of all `lines`.
fn written(lines: &[&PdfLine], misgiving: Option<Misgiving>, page: u32) -> Part {
    let place = Place::Page(page);
    Part::Paragraph(Paragraph { runs: runs(lines), uncertain: misgiving.is_some(), place, ..Paragraph::default() })
}

/// Whether a cell holds running text, as the cells of a table do that only arranges a page.
fn is_text(cell: &Cell) -> bool {
    let size = cell.lines.iter().map(|line| line.size).fold(0.0, f64::max);
    cell.lines.len() >= TEXT_LINES && cell.area.width() > TEXT_WIDTH * size
}

fn text(cell: &Cell) -> Vec<Part> {
    let margins = Margins::of(&cell.lines, cell.area).unwrap_or_default();
    let measure = Measure::of(std::iter::once(cell.lines.as_slice()));
    let rows = cell.lines.iter().map(|line| FlowRow { line: line.clone(), margins, page: cell.page }).collect();
    paragraphs(rows, measure).into_iter().map(Part::Paragraph).collect()
}

fn certainty(misgiving: Option<Misgiving>) -> Certainty {
    misgiving.map_or(Certainty::Certain, |misgiving| Certainty::Doubtful(misgiving.reason().to_owned()))
}
