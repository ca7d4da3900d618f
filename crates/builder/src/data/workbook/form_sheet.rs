//! An official table as a sheet: merged headings as on the form, totals as formulas, and below table 3 the check of its
//! balance (勾稽关系).

use std::collections::BTreeMap;

use nianbao_model::form::{HeadingScope, LayoutCell, LayoutLine, Place};
use nianbao_model::{Address, Decimal, Form, Report, TableId};
use rust_xlsxwriter::{Format, Worksheet, XlsxError};

use super::formula::{self, At};
use super::{paper, sheet_name, style};
use crate::data::figure::{figures_of_table, number};
use crate::markup::printable;
use crate::view::{Grid, Placed};

/// The title and the caption stand above the table.
const ABOVE: u32 = 2;

/// How wide a figure's column is, in digits.
const FIGURE_WIDTH: u32 = 11;

/// How high a row of one line is, in points.
const ROW_HEIGHT: u32 = 20;

/// How high a row can be at most.
const HIGHEST: u32 = 409;

/// How much higher each further line makes it.
const LINE_HEIGHT: u32 = 15;

/// Fills an empty sheet with table `id` of `report`.
pub(super) fn add(sheet: &mut Worksheet, title: &str, report: &Report, id: TableId) -> Result<(), XlsxError> {
    let table = report.form.table(id);
    let lines = table.layout();
    let grid = Grid::new(id, &lines, table.width());
    let widths = widths(table.heading_width(), table.shares().len());
    let mut form = FormSheet { sheet, report, places: places(&grid), width: number_of(table.width()), widths };
    form.set_up(id, &lines)?;
    form.across(0, title, &style::title())?;
    form.across(1, table.caption, &style::caption())?;
    form.set_heights(&grid, &lines)?;
    for placed in &grid.cells {
        form.cell(placed)?;
    }
    let mut next = ABOVE + line_count(&lines);
    if id == TableId::Applications {
        form.balance(next, &grid)?;
        next += 1;
    }
    form.notes(next, id)
}

/// The sheet of a table, as far as it is filled.
struct FormSheet<'a> {
    sheet: &'a mut Worksheet,
    report: &'a Report,
    /// Where each typed figure stands.
    places: BTreeMap<Place, At>,
    width: u16,
    /// How wide each column is, in digits; a character of Chinese is as wide as two.
    widths: Vec<u32>,
}

impl FormSheet<'_> {
    /// A name, the widths of the columns, and one sheet of paper.
    fn set_up(&mut self, id: TableId, lines: &[LayoutLine]) -> Result<(), XlsxError> {
        self.sheet.set_name(sheet_name(id))?;
        paper::set(self.sheet, id != TableId::Disclosure).set_print_fit_to_pages(1, 1);
        if id == TableId::Applications {
            // Whoever scrolls down still sees whose column it is.
            let head = lines.iter().take_while(|line| line.head).count();
            self.sheet.set_freeze_panes(ABOVE + line_number(head), 0)?;
        }
        for (column, width) in (0..).zip(&self.widths) {
            self.sheet.set_column_width(column, *width)?;
        }
        Ok(())
    }

    /// Makes each row as high as the longest text that stands in it alone.
    fn set_heights(&mut self, grid: &Grid, lines: &[LayoutLine]) -> Result<(), XlsxError> {
        for row in 0..lines.len() {
            let alone = grid.cells(row).filter(|placed| placed.cell.rows() == 1);
            let heights = alone.map(|placed| match placed.cell {
                LayoutCell::Heading { text, columns, .. } => {
                    let width: u32 = self.widths.iter().skip(placed.column).take(*columns).sum();
                    height(text, width)
                }
                _ => ROW_HEIGHT,
            });
            let highest = heights.max().unwrap_or(ROW_HEIGHT);
            self.sheet.set_row_height(ABOVE + line_number(row), highest)?;
        }
        Ok(())
    }

    /// A text over the whole width.
    fn across(&mut self, row: u32, text: &str, format: &Format) -> Result<(), XlsxError> {
        self.sheet.set_row_height(row, height(text, self.widths.iter().sum()))?;
        self.sheet.merge_range(row, 0, row, self.width - 1, &printable(text), format)?;
        Ok(())
    }

    fn cell(&mut self, placed: &Placed) -> Result<(), XlsxError> {
        let at = at(placed);
        match placed.cell {
            LayoutCell::Corner { text, .. } | LayoutCell::Heading { text, scope: HeadingScope::Row, .. } => {
                self.span(placed, text, &style::label())
            }
            LayoutCell::Heading { text, .. } => self.span(placed, text, &style::heading()),
            LayoutCell::Figure { address, content, total, .. } => {
                let value = self.report.figure(address);
                let format = if *total { style::total() } else { style::figure(*content, value) };
                self.span(placed, "", &format)?;
                if *total {
                    let sum = formula::sum(address, &self.places, value);
                    self.sheet.write_formula_with_format(at.0, at.1, sum, &format)?;
                } else {
                    self.sheet.write_number_with_format(at.0, at.1, binary(value), &format)?;
                }
                Ok(())
            }
        }
    }

    /// A text in a cell, or in as many as it spans.
    fn span(&mut self, placed: &Placed, text: &str, format: &Format) -> Result<(), XlsxError> {
        let (row, column) = at(placed);
        let (rows, columns) = (line_number(placed.cell.rows()), number_of(placed.cell.columns()));
        if (rows, columns) == (1, 1) {
            self.sheet.write_string_with_format(row, column, text, format)?;
        } else {
            self.sheet.merge_range(row, column, row + rows - 1, column + columns - 1, text, format)?;
        }
        Ok(())
    }

    /// Below each column: what came in less what became of it.
    fn balance(&mut self, row: u32, grid: &Grid) -> Result<(), XlsxError> {
        let table = self.report.form.applications();
        let rows = [&table.received, &table.carried_in, &table.concluded, &table.carried_out];
        let [first, second, third, fourth] = rows.map(|rows| rows.at(&table.total).rows);
        let all: Vec<(&Address, At)> = grid.cells.iter().filter_map(figure).collect();
        let mut label_width = self.width;
        for (top, _) in all.iter().filter(|(address, _)| address.rows == first) {
            let find = |rows: &std::ops::Range<usize>| {
                all.iter().find(|(address, _)| address.rows == *rows && address.columns == top.columns)
            };
            let cells = [&first, &second, &third, &fourth].map(find);
            let [Some(first), Some(second), Some(third), Some(fourth)] = cells else { continue };
            let [came, carried, done, left] =
                [first, second, third, fourth].map(|(address, _)| self.report.figure(address));
            let column = first.1.1;
            label_width = label_width.min(column);
            let difference = formula::difference([first.1, second.1, third.1, fourth.1], came + carried - done - left);
            self.sheet.write_formula_with_format(row, column, difference, &style::check())?;
        }
        let text = "勾稽检查：第一项＋第二项－第三项－第四项";
        self.sheet.merge_range(row, 0, row, label_width - 1, text, &style::label())?;
        Ok(())
    }

    /// The note below the table, and what is remarked beside its figures.
    fn notes(&mut self, mut row: u32, id: TableId) -> Result<(), XlsxError> {
        let form = self.report.form;
        let mut notes: Vec<String> = self.report.notes.get(&id).map(|note| note.value.clone()).into_iter().collect();
        for figure in figures_of_table(form, id) {
            let entry = figure.of(self.report);
            notes.extend(entry.remark.map(|text| remark(form, &figure.address, entry.value, text)));
        }
        for text in notes {
            self.across(row, &note(&text), &style::note())?;
            row += 1;
        }
        Ok(())
    }
}

/// A remark as it stands below the table.
pub(super) fn remark(form: &Form, address: &Address, value: Decimal, text: &str) -> String {
    format!("{}：{}（{text}）", form.label(address), number(value))
}

/// A text as it stands below the table.
pub(super) fn note(text: &str) -> String {
    if text.starts_with('注') { text.to_owned() } else { format!("注：{text}") }
}

/// The widths of `headings` columns of row headings, the last of which has the long texts, and of those of figures.
fn widths(headings: usize, figures: usize) -> Vec<u32> {
    let mut widths = vec![14; headings];
    if let Some(last) = widths.last_mut() {
        *last = if headings > 1 { 42 } else { 24 };
    }
    widths.extend(vec![FIGURE_WIDTH; figures]);
    widths
}

/// How high a row is in which `text` has a cell so wide.
fn height(text: &str, width: u32) -> u32 {
    let length: u32 = text.chars().map(|character| if character.is_ascii() { 1 } else { 2 }).sum();
    let lines = length.div_ceil(width.saturating_sub(2).max(1)).max(1);
    (ROW_HEIGHT + (lines - 1) * LINE_HEIGHT).min(HIGHEST)
}

/// Where each typed figure stands.
fn places(grid: &Grid) -> BTreeMap<Place, At> {
    let typed = grid.cells.iter().filter(|placed| matches!(placed.cell, LayoutCell::Figure { total: false, .. }));
    typed.filter_map(figure).filter_map(|(address, at)| Some((address.cell()?, at))).collect()
}

fn figure<'a>(placed: &Placed<'a>) -> Option<(&'a Address, At)> {
    match placed.cell {
        LayoutCell::Figure { address, .. } => Some((address, at(placed))),
        _ => None,
    }
}

/// Where a cell stands on the sheet.
fn at(placed: &Placed) -> At {
    (ABOVE + line_number(placed.row), number_of(placed.column))
}

fn line_count(lines: &[LayoutLine]) -> u32 {
    line_number(lines.len())
}

/// Tables are far smaller than a sheet can be.
fn line_number(line: usize) -> u32 {
    u32::try_from(line).unwrap_or(u32::MAX)
}

fn number_of(column: usize) -> u16 {
    u16::try_from(column).unwrap_or(u16::MAX)
}

/// A workbook knows only binary numbers; figures are short enough to come out as they went in.
pub(super) fn binary(value: Decimal) -> f64 {
    number(value).parse().unwrap_or_default()
}
