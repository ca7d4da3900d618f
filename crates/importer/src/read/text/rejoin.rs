//! Tables as browsers copy them where cells hold paragraphs: a line of one tabulator between cells, empty lines around it.

use std::borrow::Cow;

use super::lines::JOINED;
use super::row::is_figure;
use super::table::ends_table;

/// Fewer lines of a lone tabulator are no table.
const FEWEST: usize = 4;

/// `text` with each row of such a table on one line.
pub(super) fn rows(text: &str) -> Cow<'_, str> {
    let is_lone = |line: &str| line.contains('\t') && line.trim().is_empty();
    if text.lines().filter(|line| is_lone(line)).count() < FEWEST {
        return Cow::Borrowed(text);
    }
    let mut rows = Rows::default();
    for line in text.lines() {
        if is_lone(line) {
            rows.divide(line.matches('\t').count());
        } else if line.contains('\t') {
            rows.end();
            rows.put(line);
        } else {
            rows.line(line.trim());
        }
    }
    rows.end();
    Cow::Owned(rows.lines.join("\n"))
}

/// Rows in the making.
#[derive(Debug, Default)]
struct Rows {
    lines: Vec<String>,
    /// The lines of the row's first cell, or of text, by their numbers.
    held: Vec<usize>,
    /// The number of the line that the row stands on, once it has two cells.
    row: Option<usize>,
    /// Where its last cell begins.
    cell: usize,
    /// Empty lines since the last other one.
    gap: usize,
}

impl Rows {
    fn put(&mut self, line: &str) {
        self.lines.push(line.to_owned());
    }

    /// Ends the row or the paragraphs.
    fn end(&mut self) {
        self.held.clear();
        self.row = None;
        self.gap = 0;
    }

    fn divide(&mut self, tabs: usize) {
        self.put(JOINED);
        self.gap = 0;
        let row = self.row.or_else(|| self.begin());
        let Some(line) = row.and_then(|row| self.lines.get_mut(row)) else { return };
        line.extend(std::iter::repeat_n('\t', tabs));
        self.cell = line.len();
        self.row = row;
    }

    /// Makes one cell of the lines that are held.
    fn begin(&mut self) -> Option<usize> {
        let held = std::mem::take(&mut self.held);
        let (&first, rest) = held.split_first()?;
        for &at in rest {
            let more = self.lines.get_mut(at).map(|line| std::mem::replace(line, JOINED.to_owned()));
            if let (Some(line), Some(more)) = (self.lines.get_mut(first), more) {
                line.push_str(&more);
            }
        }
        Some(first)
    }

    fn line(&mut self, text: &str) {
        if text.is_empty() {
            self.gap += 1;
            let filler = if self.row.is_some() || !self.held.is_empty() { JOINED } else { "" };
            self.put(filler);
            return;
        }
        if std::mem::take(&mut self.gap) > 1 || ends_table(text) {
            self.end();
        }
        if let Some(line) = self.row.and_then(|row| self.lines.get_mut(row)) {
            let cell = line.get(self.cell..).unwrap_or_default();
            if cell.is_empty() || !is_figure(cell) || is_figure(text) {
                // Two figures in a cell must not become one.
                if is_figure(cell) {
                    line.push(' ');
                }
                line.push_str(text);
                self.put(JOINED);
                return;
            }
            self.end();
        }
        self.put(text);
        if !ends_table(text) {
            self.held.push(self.lines.len() - 1);
        }
    }
}
