//! Rows below each other that are one table.

use std::ops::Range;

use super::lines::Line;
use super::row::{Row, Shape, is_figure};
use crate::document::{Grid, GridCell, Paragraph, Part, Place};

/// Between rows with spaces stand at most this many lines that are no rows: labels over several lines.
const LABEL_LINES: usize = 6;

/// The tables among the lines.
pub(super) fn find(lines: &[Line<'_>], rows: &[Option<Row>]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let Some(first) = row(rows, at) else {
            at += 1;
            continue;
        };
        let (end, figures) = run(lines, rows, at, first.shape);
        // Spaces also stand between the entries of a page's head, or in a signature.
        if first.shape != Shape::Spaces || figures {
            found.push(at..end);
        }
        at = end;
    }
    found
}

/// Where the rows that begin at line `at` end, and whether there are figures in them.
fn run(lines: &[Line<'_>], rows: &[Option<Row>], at: usize, shape: Shape) -> (usize, bool) {
    let mut end = at;
    let mut figures = false;
    while let Some(found) = next_row(lines, rows, end, shape) {
        figures |= row(rows, found).and_then(|row| row.cells.last()).is_some_and(|cell| is_figure(cell));
        end = found + 1;
    }
    (end.max(at + 1), figures)
}

fn row(rows: &[Option<Row>], at: usize) -> Option<&Row> {
    rows.get(at).and_then(Option::as_ref)
}

/// The next row of the same table from `from` on.
fn next_row(lines: &[Line<'_>], rows: &[Option<Row>], from: usize, shape: Shape) -> Option<usize> {
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
fn ends_table(text: &str) -> bool {
    let tight: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let numbered = tight.starts_with(['一', '二', '三', '四', '五', '六']) && tight.chars().nth(1) == Some('、');
    numbered && tight.ends_with(['况', '项']) || tight.contains('。')
}

/// The table in these lines.
pub(super) fn grid(lines: &[Line<'_>], rows: &[Option<Row>], range: Range<usize>) -> Grid {
    let mut found: Vec<(u32, Vec<String>)> = Vec::new();
    let mut labels: Vec<(u32, &str)> = Vec::new();
    let place = lines.get(range.start).map_or(Place::Unknown, |line| Place::Line(line.number));
    let shape = row(rows, range.start).map_or(Shape::Spaces, |row| row.shape);
    for at in range {
        let Some(line) = lines.get(at) else { break };
        match row(rows, at) {
            Some(row) if row.cells.iter().all(|cell| is_figure(cell)) && !labels.is_empty() => {
                let number = labels.first().map_or(line.number, |label| label.0);
                let label: String = labels.drain(..).map(|label| label.1).collect();
                found.push((number, std::iter::once(label).chain(row.cells.iter().cloned()).collect()));
            }
            Some(row) => {
                found.extend(labels.drain(..).map(|(number, label)| (number, vec![label.to_owned()])));
                found.push((line.number, row.cells.clone()));
            }
            None if line.text.is_empty() => {
                found.extend(labels.drain(..).map(|(number, label)| (number, vec![label.to_owned()])));
            }
            None => labels.push((line.number, line.text)),
        }
    }
    if shape == Shape::Bars {
        trim_bars(&mut found);
    }
    let width = found.first().map_or(0, |row| row.1.len());
    let ruled = shape != Shape::Spaces && found.len() > 1 && found.iter().all(|row| row.1.len() == width);
    Grid { cells: cells(found), aligned: ruled && shape == Shape::Tabs, place }
}

/// Leaves out what only draws lines: a bar before every row, and rows of dashes.
fn trim_bars(rows: &mut Vec<(u32, Vec<String>)>) {
    let drawn = |cell: &String| cell.chars().all(|c| matches!(c, '-' | ':' | '+' | '=' | '─'..='╿'));
    rows.retain(|row| row.1.iter().all(String::is_empty) || !row.1.iter().all(drawn));
    if rows.iter().all(|row| row.1.len() > 1 && row.1.first().is_some_and(String::is_empty)) {
        for row in rows {
            row.1.remove(0);
        }
    }
}

fn cells(rows: Vec<(u32, Vec<String>)>) -> Vec<GridCell> {
    let rows = rows.into_iter().enumerate();
    let cells = rows.flat_map(|(row, (line, texts))| {
        let place = Place::Line(line);
        texts.into_iter().enumerate().map(move |(column, text)| GridCell {
            row,
            column,
            rows: 1,
            columns: 1,
            parts: (!text.is_empty())
                .then(|| Part::Paragraph(Paragraph::plain(text, place.clone())))
                .into_iter()
                .collect(),
            place: place.clone(),
            ..GridCell::default()
        })
    });
    cells.collect()
}
