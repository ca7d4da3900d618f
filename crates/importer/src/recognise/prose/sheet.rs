//! Headings and paragraphs in the cells of a sheet, or of a text with tabulators: rows in which one cell alone says something.

use std::borrow::Cow;

use nianbao_model::TableId;

use super::piece::{ProsePiece, lines};
use crate::document::{Format, Grid, GridCell, Part};
use crate::recognise::number::{self, Mark};
use crate::recognise::section_heading::{Strength, opened};
use crate::recognise::sole;
use crate::recognise::words::{STOPS, dense};

/// A sub-heading is no longer, in characters.
const HEADING: usize = 30;

/// The pieces of `grid`; what stands between its lines is a table: one of the narrative, or the official `table` that was read.
pub(super) fn pieces(part: usize, grid: &Grid, table: Option<TableId>) -> Vec<ProsePiece<'_>> {
    let alone = sole::cells(grid);
    // A table whose rows have one cell each is none.
    let is_text = table.is_none() && alone.len() == sole::filled_rows(grid);
    let lone: Vec<&GridCell> = alone.into_iter().filter(|cell| is_text || is_line(&cell.text(), table)).collect();
    if lone.is_empty() && table.is_none() {
        return vec![ProsePiece::Grid(part, Cow::Borrowed(grid))];
    }
    let between = |from: usize, until: usize| match table {
        Some(table) => Some(ProsePiece::Table(part, table)),
        None => rows(grid, from, until).map(|grid| ProsePiece::Grid(part, Cow::Owned(grid))),
    };
    let mut pieces = Vec::new();
    let mut row = 0;
    for cell in lone {
        if cell.row > row {
            pieces.extend(between(row, cell.row));
        }
        row = cell.row.saturating_add(cell.rows);
        let paragraphs = cell
            .parts
            .iter()
            .filter_map(|part| if let Part::Paragraph(paragraph) = part { Some(paragraph) } else { None });
        let lines = paragraphs.flat_map(|paragraph| lines(part, paragraph, 0, Format::Text));
        pieces.extend(lines.map(ProsePiece::Line));
    }
    if row < grid.height() {
        pieces.extend(between(row, grid.height()));
    }
    pieces
}

/// Whether a cell alone in its row is a heading or a paragraph. In an official table numbered labels stand alone, too.
fn is_line(text: &str, table: Option<TableId>) -> bool {
    let is_heading = opened(text, false).is_some_and(|(_, strength)| strength == Strength::Sure);
    let is_note = dense(text).starts_with(['注', '备']);
    let is_sentence = !is_note && text.contains('。') && dense(text).chars().count() >= 8;
    is_heading || is_sentence || table.is_none() && is_subheading(text)
}

fn is_subheading(text: &str) -> bool {
    let numbered = number::typed(text).is_some_and(|number| matches!(number.mark, Mark::Section | Mark::Bracketed));
    numbered && dense(text).chars().count() <= HEADING && !text.contains(STOPS)
}

/// The rows of a grid from one on until another, if anything stands there.
fn rows(grid: &Grid, from: usize, until: usize) -> Option<Grid> {
    let own = grid.cells.iter().filter(|cell| (from..until).contains(&cell.row));
    let cells: Vec<GridCell> = own.map(|cell| GridCell { row: cell.row - from, ..cell.clone() }).collect();
    let says = cells.iter().any(|cell| !dense(&cell.text()).is_empty());
    says.then(|| Grid { cells, aligned: grid.aligned, place: grid.place.clone() })
}
