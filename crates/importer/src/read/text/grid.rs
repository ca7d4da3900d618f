//! The cells of a table in a text.

use std::ops::Range;

use super::lines::TextLine;
use super::order::Order;
use super::row::{Shape, TextRow, is_figure};
use crate::document::{Certainty, Grid, GridCell, Paragraph, Part, Place};

/// A table in the making.
#[derive(Debug, Default)]
struct Cells {
    /// Its rows: the line on which each begins, and its texts.
    rows: Vec<(u32, Vec<String>)>,
    /// Lines without figures since the last row or blank line.
    labels: Vec<(u32, String)>,
    /// Whether the last row goes on with the next figure on a line of its own.
    open: bool,
    /// Whether there are such figures.
    lone: bool,
    /// Whether the text goes through the table in order.
    order: Order,
}

/// So many lines before a table may be labels of it.
const BEFORE: usize = 40;

/// The table in these lines.
pub(super) fn grid(lines: &[TextLine<'_>], rows: &[Option<TextRow>], range: Range<usize>) -> Grid {
    let row = |at: usize| rows.get(at).and_then(Option::as_ref);
    let place = lines.get(range.start).map_or(Place::Unknown, |line| Place::Line(line.number));
    let shape = range.clone().find_map(row).map_or(Shape::Spaces, |row| row.shape);
    let mut cells = Cells::default();
    let before = (range.start.saturating_sub(BEFORE)..range.start).rev().take_while(|&at| row(at).is_none());
    for line in before.collect::<Vec<_>>().into_iter().rev().filter_map(|at| lines.get(at)) {
        cells.order.label(line.text);
    }
    for at in range {
        let Some(line) = lines.get(at) else { break };
        match row(at) {
            Some(row) if row.cells.len() == 1 => cells.figure(line),
            Some(row) => cells.row(line, row),
            None if line.text.is_empty() => cells.blank(),
            None => cells.label(line),
        }
    }
    cells.blank();
    let doubt = (cells.lone && cells.order.is_lost()).then(|| "文字的次序和原来的表格不同，数可能错了行列".to_owned());
    let mut rows = cells.rows;
    if shape == Shape::Bars {
        trim_bars(&mut rows);
    }
    let width = rows.first().map_or(0, |row| row.1.len());
    let even = rows.len() > 1 && rows.iter().all(|row| row.1.len() == width);
    Grid {
        cells: placed(rows, &doubt.map_or(Certainty::Certain, Certainty::Doubtful)),
        aligned: even && shape == Shape::Tabs,
        place,
    }
}

impl Cells {
    /// A row; one of figures alone belongs to the label over several lines right above it.
    fn row(&mut self, line: &TextLine<'_>, row: &TextRow) {
        self.open = false;
        self.order.figures();
        if row.cells.iter().all(|cell| is_figure(cell)) && !self.labels.is_empty() {
            let number = self.labels.first().map_or(line.number, |label| label.0);
            let label: String = self.labels.drain(..).map(|label| label.1).collect();
            self.rows.push((number, std::iter::once(label).chain(row.cells.iter().cloned()).collect()));
        } else {
            self.blank();
            self.rows.push((line.number, row.cells.clone()));
        }
    }

    /// A figure on a line of its own: each cell is one. It belongs to the label before it, not to the head of its column.
    fn figure(&mut self, line: &TextLine<'_>) {
        let is_label =
            |row: &(u32, Vec<String>)| matches!(row.1.as_slice(), [label] if label != "总计" && !is_figure(label));
        self.blank();
        self.lone = true;
        self.order.figures();
        match self.rows.last_mut().filter(|row| self.open || is_label(row)) {
            Some(row) => row.1.push(line.text.to_owned()),
            None => self.rows.push((line.number, vec![line.text.to_owned()])),
        }
        self.open = true;
    }

    fn label(&mut self, line: &TextLine<'_>) {
        self.open = false;
        self.order.label(line.text);
        self.labels.push((line.number, line.text.to_owned()));
    }

    /// Labels that no figures follow are rows of their own.
    fn blank(&mut self) {
        self.rows.extend(self.labels.drain(..).map(|(number, label)| (number, vec![label])));
    }
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

fn placed(rows: Vec<(u32, Vec<String>)>, certainty: &Certainty) -> Vec<GridCell> {
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
            certainty: certainty.clone(),
            place: place.clone(),
            ..GridCell::default()
        })
    });
    cells.collect()
}
