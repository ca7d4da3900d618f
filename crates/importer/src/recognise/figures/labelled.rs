//! Tables whose rows have labels: table 2 in its parts, table 3.

use std::collections::BTreeSet;
use std::rc::Rc;

use nianbao_model::form::{Table, TableBlock};

use super::assign::{Assigned, assign};
use super::figure::{self, Open, Reading};
use super::found::{Found, content, holds};
use super::header::{self, Header};
use super::letters;
use super::lines::{Line, Piece};
use super::rows::{self, Labels, Row};
use crate::document::Spot;

/// A second copy of a table has most of its rows.
const COPY: f64 = 0.6;

/// Reads `table` where its labels stand among `lines`.
pub(super) fn read(lines: &[Line], table: &Table, found: &mut Found) {
    let labels = Labels::of(table);
    let printed: usize = table.blocks.iter().map(|block| block.rows.leaves.len()).sum();
    let rows = rows::find(lines, &labels, &BTreeSet::new());
    let taken: BTreeSet<usize> = rows.iter().map(|row| row.line).collect();
    Reader { lines, table, labels: &labels, rows: &rows }.read(found);
    let copy = rows::find(lines, &labels, &taken);
    let share = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    let filled = copy.iter().filter(|row| rows::has_values(&lines[row.line], row.label)).count();
    if share(filled) >= COPY * share(printed) {
        Reader { lines, table, labels: &labels, rows: &copy }.read(found);
    }
}

struct Reader<'r> {
    lines: &'r [Line],
    table: &'r Table,
    labels: &'r [Labels],
    rows: &'r [Row],
}

impl Reader<'_> {
    fn read(&self, found: &mut Found) {
        let headers: Vec<Header> = self.rows.iter().map(|row| self.header(row)).collect();
        if self.rows.len() < 2 || !headers.iter().any(|header| header.seen) {
            return;
        }
        found.take(self.table.id, self.rows.iter().map(|row| row.line));
        for (number, (row, header)) in self.rows.iter().zip(&headers).enumerate() {
            self.row(number, row, header, found);
        }
    }

    fn header(&self, row: &Row) -> Header {
        let is_row = |line: usize| self.rows.binary_search_by_key(&line, |row| row.line).is_ok();
        let (Some(labels), Some(block)) = (self.labels.get(row.block), self.table.blocks.get(row.block)) else {
            return Header::default();
        };
        header::above(self.lines, row.line, &labels.columns, &block.columns, &is_row)
    }

    fn row(&self, number: usize, row: &Row, header: &Header, found: &mut Found) {
        let Some(block) = self.table.blocks.get(row.block) else { return };
        let (at, start) = self.values(number, row, block.columns.leaves.len());
        let Some(line) = self.lines.get(at) else { return };
        found.take(self.table.id, [at]);
        let Assigned { cells, unproved } = assign(line, start, header, header.reaches(self.lines, line));
        let read = |(column, cell): (usize, &Result<Rc<Piece>, String>)| match cell {
            Ok(piece) => {
                let label = header.labels.get(column).map_or("", String::as_str);
                let official = block.columns.leaves.get(column).map_or("", |leaf| leaf.item.label);
                let reading = figure::read(piece, content(block, column), official);
                (in_its_unit(reading, label, official), piece.spot)
            }
            Err(why) => (Reading::open(why.clone()), label_spot(line, row)),
        };
        let mut readings: Vec<(Reading, Spot)> = cells.iter().enumerate().map(read).collect();
        if let Some(why) = self.fault(number, row, block, unproved, &readings) {
            for (reading, _) in &mut readings {
                doubt(reading, &why);
            }
        }
        for (column, (reading, spot)) in readings.into_iter().enumerate() {
            found.put((block.index, row.leaf, column), reading, Some(spot));
        }
    }

    /// The line with the values of a row and the first cell that may be one: beside its label, or in a line of their own
    /// where the label took several.
    fn values(&self, number: usize, row: &Row, columns: usize) -> (usize, usize) {
        let own = (row.line, row.label + 1);
        if self.lines.get(row.line).is_none_or(|line| rows::has_values(line, row.label)) || !self.has_neighbours(number)
        {
            return own;
        }
        match self.strays(number, row).as_slice() {
            [only] => self.lines.get(*only).map_or(own, |line| {
                let start =
                    line.cells.iter().position(|at| !letters::is_label(&at.piece.text) && !at.piece.text.is_empty());
                let filled = line.cells.iter().filter(|at| !at.piece.text.is_empty()).count();
                if line.aligned || filled >= columns { (*only, start.unwrap_or(0)) } else { own }
            }),
            _ => own,
        }
    }

    /// Whether the rows before and behind are the form's, so that nothing is missing between.
    fn has_neighbours(&self, number: usize) -> bool {
        let place = |number: usize| self.rows.get(number).map(|row| (row.block, row.leaf));
        let follows = |one: Option<(usize, usize)>, other: Option<(usize, usize)>| match (one, other) {
            (Some(one), Some(other)) => one.0 != other.0 || one.1 + 1 == other.1,
            _ => true,
        };
        follows(number.checked_sub(1).and_then(place), place(number)) && follows(place(number), place(number + 1))
    }

    /// Lines around a row that hold numbers and no label of their own.
    fn strays(&self, number: usize, row: &Row) -> Vec<usize> {
        let before =
            number.checked_sub(1).and_then(|number| self.rows.get(number)).map_or(row.line, |row| row.line + 1);
        let behind = self.rows.get(number + 1).map_or(row.line + 4, |row| row.line).min(self.lines.len());
        (before..behind).filter(|line| *line != row.line && self.is_stray(*line, row)).collect()
    }

    fn is_stray(&self, line: usize, row: &Row) -> bool {
        let Some(line) = self.lines.get(line).filter(|line| line.grid.is_some()) else { return false };
        let official = self.labels.get(row.block).and_then(|labels| labels.rows.leaves().nth(row.leaf));
        let mut values = 0;
        for at in line.cells.iter().filter(|at| !at.piece.text.is_empty() && at.begins) {
            if letters::is_label(&at.piece.text) {
                let piece = letters::of(&at.piece.text);
                if values > 0 || !official.is_some_and(|label| label.letters.contains(&piece)) {
                    return false;
                }
            } else if at.piece.text.contains(|letter: char| letter.is_numeric()) {
                values += 1;
            }
        }
        values > 0
    }

    /// What makes a whole row doubtful.
    fn fault(
        &self,
        number: usize,
        row: &Row,
        block: &TableBlock,
        unproved: bool,
        readings: &[(Reading, Spot)],
    ) -> Option<String> {
        let plain: Vec<Reading> = readings.iter().map(|(reading, _)| reading.clone()).collect();
        if unproved && !holds(block, &plain) {
            return Some("各个数对着哪一列不能确定".to_owned());
        }
        let own = self.lines.get(row.line).is_some_and(|line| rows::has_values(line, row.label));
        let behind = self.rows.get(number + 1).map_or(row.line, |next| next.line);
        let stray = own
            && (row.line + 1..behind).any(|line| {
                let adopted = self
                    .rows
                    .get(number + 1)
                    .is_some_and(|next| self.values(number + 1, next, readings.len()).0 == line);
                !adopted && self.is_stray(line, row)
            });
        stray.then(|| "这一行分成了两行，两行都有数".to_owned())
    }
}

/// A figure is open where the head names another unit than the form.
fn in_its_unit(reading: Reading, label: &str, official: &str) -> Reading {
    let unit = |text: &str| letters::in_brackets(text).filter(|unit| unit.contains('元'));
    match (unit(label), unit(official)) {
        (Some(one), Some(other)) if one != other => Reading::Open(Open {
            why: format!("表头写的是“{one}”，应以万元为单位"),
            hint: reading.value().map(|value| format!("原文写的是 {value}")),
        }),
        _ => reading,
    }
}

/// Makes a reading open, with what stands there as a hint.
fn doubt(reading: &mut Reading, why: &str) {
    if let Some(value) = reading.value() {
        let hint = (!reading.is_blank()).then(|| format!("原文这个位置写的是 {value}"));
        *reading = Reading::Open(Open { why: why.to_owned(), hint });
    }
}

fn label_spot(line: &Line, row: &Row) -> Spot {
    line.cells.get(row.label).or(line.cells.first()).map_or(Spot::part(line.part), |at| at.piece.spot)
}
