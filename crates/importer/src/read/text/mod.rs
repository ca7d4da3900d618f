//! Plain text, as copied from a page or a PDF: lines that are paragraphs, rows of tables or page numbers.

mod grid;
mod lines;
mod order;
mod rejoin;
mod row;
mod table;
mod wrap;

use std::ops::Range;

use super::encoding::Decoded;
use crate::Document;
use crate::document::{Format, Paragraph, Part, Place};
use lines::TextLine;
use row::TextRow;

pub(super) fn read(decoded: &Decoded) -> Document {
    let text = rejoin::rows(&decoded.text);
    let (lines, dropped) = lines::split(&text);
    let rows: Vec<Option<TextRow>> = lines.iter().map(|line| row::of(line)).collect();
    let measure = wrap::measure(lines.iter().zip(&rows).filter(|(_, row)| row.is_none()).map(|(line, _)| line));
    let tables = table::find(&lines, &rows);
    let mut parts = Vec::new();
    let mut at = 0;
    for table in tables.into_iter().chain(std::iter::once(lines.len()..lines.len())) {
        parts.extend(paragraphs(&lines, at..table.start, measure));
        at = table.end;
        if !table.is_empty() {
            parts.push(Part::Grid(grid::grid(&lines, &rows, table)));
        }
    }
    let warnings = decoded.warnings();
    Document { format: Format::Text, parts, dropped, warnings, ..Document::default() }
}

/// The paragraphs in some of the lines.
fn paragraphs(lines: &[TextLine<'_>], range: Range<usize>, measure: Option<usize>) -> Vec<Part> {
    let lines = lines.get(range).unwrap_or_default();
    let mut found = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let until = wrap::end(lines, at, measure);
        found.extend(paragraph(lines.get(at..until).unwrap_or_default()));
        at = until;
    }
    found
}

/// The paragraph that these lines are, nothing where they are blank.
fn paragraph(lines: &[TextLine<'_>]) -> Option<Part> {
    let first = lines.iter().find(|line| !line.text.is_empty())?;
    let text = wrap::join(lines.iter().map(|line| line.text));
    Some(Part::Paragraph(Paragraph::plain(text, Place::Line(first.number))))
}

#[cfg(test)]
mod tests;
