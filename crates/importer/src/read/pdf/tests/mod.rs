//! PDFs of the kinds that are met, most written by hand.

mod cells;
mod hostile;
mod prose;
mod written;

use super::read;
use crate::Document;
use crate::document::{Certainty, Grid, Paragraph, Part};
use written::Content;

fn document(pages: &[Content]) -> Document {
    read(&written::pdf(pages)).expect("a PDF written by hand is read")
}

fn grids(document: &Document) -> Vec<&Grid> {
    document.parts.iter().filter_map(|part| if let Part::Grid(grid) = part { Some(grid) } else { None }).collect()
}

fn paragraphs(document: &Document) -> Vec<String> {
    let paragraph = |part: &Part| if let Part::Paragraph(paragraph) = part { Some(paragraph.text()) } else { None };
    document.parts.iter().filter_map(paragraph).collect()
}

/// The text of the cell of `grid` that begins at a place, with `?` behind it where it is doubted; nothing where no cell begins.
fn cell(grid: &Grid, row: usize, column: usize) -> Option<String> {
    let cell = grid.cells.iter().find(|cell| (cell.row, cell.column) == (row, column))?;
    let doubt = if cell.certainty == Certainty::Certain { "" } else { "?" };
    Some(cell.text() + doubt)
}

fn rows(grid: &Grid) -> Vec<Vec<String>> {
    let row = |row| (0..grid.width()).filter_map(|column| cell(grid, row, column)).collect();
    (0..grid.height()).map(row).collect()
}

fn notes(document: &Document) -> Vec<String> {
    document.footnotes.iter().flatten().map(Paragraph::text).collect()
}
