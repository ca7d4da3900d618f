//! Rows below each other that are one table.

use std::ops::Range;

use super::lines::TextLine;
use super::row::{Shape, TextRow, is_figure};

/// Between rows with spaces stand at most this many lines that are no rows: labels over several lines.
const LABEL_LINES: usize = 6;

/// Fewer figures on lines of their own are no table.
const FIGURES: usize = 4;

/// The tables among the lines.
pub(super) fn find(lines: &[TextLine<'_>], rows: &[Option<TextRow>]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let Some(first) = row(rows, at) else {
            at += 1;
            continue;
        };
        let (end, seen) = run(lines, rows, at, first.shape);
        // Spaces also stand between the entries of a page's head, or in a signature.
        if first.shape != Shape::Spaces || seen.rows > 0 || seen.figures >= FIGURES {
            let last = found.last().map_or(0, |last: &Range<usize>| last.end);
            found.push(with_label(lines, rows, at, last)..end);
        }
        at = end;
    }
    found
}

/// What was seen of a table.
#[derive(Debug, Default)]
struct TableSeen {
    /// Rows that end with a figure.
    rows: usize,
    /// Figures on lines of their own.
    figures: usize,
}

/// Where the rows that begin at line `at` end, and what was seen in them.
fn run(lines: &[TextLine<'_>], rows: &[Option<TextRow>], at: usize, shape: Shape) -> (usize, TableSeen) {
    let mut end = at;
    let mut seen = TableSeen::default();
    while let Some(found) = next_row(lines, rows, end, shape) {
        match row(rows, found).map_or(&[][..], |row| &row.cells) {
            [_] => seen.figures += 1,
            [.., last] if is_figure(last) => seen.rows += 1,
            _ => {}
        }
        end = found + 1;
    }
    (end.max(at + 1), seen)
}

/// Where a table whose first row is line `at` begins: with the label of a row that is one figure, not before line `from`.
fn with_label(lines: &[TextLine<'_>], rows: &[Option<TextRow>], at: usize, from: usize) -> usize {
    if row(rows, at).is_none_or(|row| row.cells.len() > 1) {
        return at;
    }
    let text = |at: usize| lines.get(at).map_or("", |line| line.text);
    let label = (from..at).rev().take(3).find(|&at| !text(at).is_empty());
    label.filter(|&at| !ends_table(text(at))).unwrap_or(at)
}

fn row(rows: &[Option<TextRow>], at: usize) -> Option<&TextRow> {
    rows.get(at).and_then(Option::as_ref)
}

/// The next row of the same table from `from` on.
fn next_row(lines: &[TextLine<'_>], rows: &[Option<TextRow>], from: usize, shape: Shape) -> Option<usize> {
    let mut labels = 0;
    for at in from..lines.len() {
        match row(rows, at) {
            Some(row) => return (row.shape == shape).then_some(at),
            None if shape != Shape::Spaces || labels == LABEL_LINES => return None,
            None => {}
        }
        let text = lines.get(at).map_or("", |line| line.text);
        if ends_table(text) {
            return None;
        }
        labels += usize::from(!text.is_empty());
    }
    None
}

/// Whether a line between rows is none of their labels: a sentence or the heading of a section.
pub(super) fn ends_table(text: &str) -> bool {
    let tight: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let numbered = tight.starts_with(['一', '二', '三', '四', '五', '六']) && tight.chars().nth(1) == Some('、');
    numbered && tight.ends_with(['况', '项']) || tight.contains('。')
}
