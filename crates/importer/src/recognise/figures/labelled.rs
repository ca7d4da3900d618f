//! Tables whose rows have labels: table 2 in its parts, table 3.

use std::collections::BTreeSet;
use std::rc::Rc;

use nianbao_model::Form;
use nianbao_model::form::{Table, TableBlock};

use super::assign::{Assigned, assign};
use super::figure::{self, Open, Reading};
use super::found::{Found, content};
use super::header::{self, Header};
use super::letters;
use super::lines::{At, Line, Piece};
use super::rows::{self, Labels, Row};
use super::run_together::behind_label;
use super::shown_row::ShownRow;
use super::strays::{adopted, strays};
use super::sums::{columns_hold, row_holds};
use crate::document::Spot;

/// A second copy of a table has most of its rows.
const COPY: f64 = 0.6;

/// Reads `table` where its labels stand among `lines`.
pub(super) fn read(lines: &[Line], form: &Form, table: &Table, found: &mut Found) {
    let labels = Labels::of(table);
    let printed: usize = table.blocks.iter().map(|block| block.rows.leaves.len()).sum();
    let rows = rows::find(lines, &labels, &BTreeSet::new());
    let taken: BTreeSet<usize> = rows.iter().map(|row| row.line).collect();
    Reader::new(lines, table, &labels, &rows).read(found);
    let copy = rows::find(lines, &labels, &taken);
    let filled = copy.iter().filter(|row| rows::has_values(&lines[row.line], row.label)).count();
    if share(filled) >= COPY * share(printed) {
        Reader::new(lines, table, &labels, &copy).read(found);
    } else {
        let mut aside = Found::default();
        Reader::new(lines, table, &labels, &copy).read(&mut aside);
        found.contradict(aside);
    }
    for block in &table.blocks {
        open_guessed(block, found);
        if !columns_hold(form, block, found) {
            let (loose, unequal) = (of_block(&found.loose, block), of_block(&found.unequal, block));
            open_rows(block, loose, "空格的位置不能确定", found);
            open_rows(block, unequal, "各数相加与合计不符，可能错了位", found);
        }
    }
}

/// Opens the rows whose columns are known by their sums alone, where most of these do not hold: the order is another.
fn open_guessed(block: &TableBlock, found: &mut Found) {
    let guessed: Vec<(usize, bool)> =
        found.guessed.range((block.index, 0)..(block.index + 1, 0)).map(|((_, row), holds)| (*row, *holds)).collect();
    let holding: Vec<usize> = guessed.iter().filter(|(_, holds)| *holds).map(|(row, _)| *row).collect();
    if guessed.len() > 2 * holding.len() {
        open_rows(block, holding, "各个数对着哪一列不能确定", found);
    }
}

fn of_block(rows: &BTreeSet<(usize, usize)>, block: &TableBlock) -> Vec<usize> {
    rows.range((block.index, 0)..(block.index + 1, 0)).map(|(_, row)| *row).collect()
}

fn share(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

/// Opens all figures of rows.
fn open_rows(block: &TableBlock, rows: Vec<usize>, why: &str, found: &mut Found) {
    for row in rows {
        for column in 0..block.columns.leaves.len() {
            if let Some(seen) = found.seats.get_mut(&(block.index, row, column)) {
                seen.reading.doubt(why);
            }
        }
    }
}

struct Reader<'r> {
    lines: &'r [Line],
    table: &'r Table,
    labels: &'r [Labels],
    rows: &'r [Row],
    adopted: Vec<Option<usize>>,
}

impl<'r> Reader<'r> {
    fn new(lines: &'r [Line], table: &'r Table, labels: &'r [Labels], rows: &'r [Row]) -> Self {
        Self { lines, table, labels, rows, adopted: adopted(lines, rows, labels) }
    }

    fn read(&self, found: &mut Found) {
        let headers: Vec<Header> = self.rows.iter().map(|row| self.header(row)).collect();
        let valued = self.rows.iter().filter(|row| rows::has_values(&self.lines[row.line], row.label)).count();
        let printed: usize = self.table.blocks.iter().map(|block| block.rows.leaves.len()).sum();
        let headed = headers.iter().any(|header| header.seen);
        if self.rows.len() < 2 || !headed && share(valued) < COPY * share(printed) {
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
        let (at, start) = self.values(number, row);
        let Some(line) = self.lines.get(at) else { return };
        found.take(self.table.id, [at]);
        let mut assigned = assign(line, start, header, header.reaches(self.lines, line));
        if assigned.cells.iter().all(Result::is_err) {
            let shown = run_together(line, row, start, &mut assigned.cells);
            if !shown.pieces.is_empty() {
                found.shown.insert((block.index, row.leaf), shown);
            }
        }
        let Assigned { cells, unproved, loose } = assigned;
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
        let plain: Vec<Reading> = readings.iter().map(|(reading, _)| reading.clone()).collect();
        let differ = plain.windows(2).any(|pair| matches!(pair, [one, other] if one != other));
        if unproved && differ && block.columns.has_total() {
            found.guessed.insert((block.index, row.leaf), row_holds(block, &plain));
        }
        let fault = part_of_row(line, row)
            .or_else(|| self.fault(number, block, unproved || is_ragged(line, block, header), &plain));
        if let Some(why) = fault {
            for (reading, _) in &mut readings {
                reading.doubt(&why);
            }
        }
        if !line.aligned && block.columns.has_total() && !row_holds(block, &plain) {
            found.unequal.insert((block.index, row.leaf));
        }
        if loose {
            found.loose.insert((block.index, row.leaf));
        }
        for (column, (reading, spot)) in readings.into_iter().enumerate() {
            found.put((block.index, row.leaf, column), reading, Some(spot));
        }
    }

    /// The line with the values of a row and the first cell that may be one: beside its label, or in a line of their own
    /// where the label took several.
    fn values(&self, number: usize, row: &Row) -> (usize, usize) {
        let Some(line) = self.adopted.get(number).copied().flatten() else { return (row.line, row.label + 1) };
        let value = |cells: &[At]| cells.iter().position(|at| !at.piece.is_label && !at.piece.text.is_empty());
        (line, self.lines.get(line).and_then(|line| value(&line.cells)).unwrap_or(0))
    }

    /// What makes a whole row doubtful.
    fn fault(&self, number: usize, block: &TableBlock, unproved: bool, readings: &[Reading]) -> Option<String> {
        if unproved && !row_holds(block, readings) {
            return Some("各个数对着哪一列不能确定".to_owned());
        }
        let behind = strays(self.lines, self.rows, self.labels, number + 1);
        let torn = behind.iter().any(|line| !self.adopted.contains(&Some(*line)));
        torn.then(|| "这一行下面还有没有名称的数".to_owned())
    }
}

/// Why figures are not those of the whole row: a label of their own stands before them.
fn part_of_row(line: &Line, row: &Row) -> Option<String> {
    let behind = line.cells.iter().skip(row.label + 1).take_while(|at| at.piece.is_label || at.piece.text.is_empty());
    let own = behind.into_iter().find(|at| at.begins && !at.piece.letters.is_empty())?;
    Some(format!("原文把它分成了几行，这里只是“{}”", own.piece.text))
}

/// What a row shows of which no cell is known; where its figures run together with its label, that is why.
fn run_together(line: &Line, row: &Row, start: usize, cells: &mut [Result<Rc<Piece>, String>]) -> ShownRow {
    let columns = cells.len();
    let shown = ShownRow::of(columns, line.cells.get(start..).unwrap_or_default());
    let label = line.cells.get(row.label).filter(|_| shown.pieces.is_empty());
    let Some(digits) = label.and_then(|at| behind_label(&at.piece.text)) else { return shown };
    let brief: String = digits.chars().take(40).collect();
    cells.fill(Err(format!("这一行应有 {columns} 个数，原文连在一起：“{brief}”")));
    ShownRow { pieces: digits.split_whitespace().map(str::to_owned).collect(), ..shown }
}

/// A figure is open where the head names another unit than the form; one that the form does not name is kept.
fn in_its_unit(reading: Reading, label: &str, official: &str) -> Reading {
    let unit = |text: &str| letters::in_brackets(text).filter(|unit| unit.contains('元'));
    match (unit(label), unit(official)) {
        (Some(one), Some(other)) if one != other => Reading::Open(Open {
            why: format!("表头写的是“{one}”，应以万元为单位"),
            hint: reading.value().map(|value| format!("原文写的是 {value}")),
        }),
        (Some(head), None) => reading.in_unit_of(&head),
        _ => reading,
    }
}

/// Whether blanks at the end of a line may be cells rather than what merged cells left: it is as long as no head.
fn is_ragged(line: &Line, block: &TableBlock, header: &Header) -> bool {
    let ends_blank = line.cells.last().is_some_and(|at| at.piece.text.is_empty());
    let sums = block.columns.has_total() || block.columns.leaves.len() == 1;
    !line.aligned && !sums && ends_blank && line.cells.len() != header.cells
}

fn label_spot(line: &Line, row: &Row) -> Spot {
    line.cells.get(row.label).or(line.cells.first()).map_or(Spot::part(line.part), |at| at.piece.spot)
}
