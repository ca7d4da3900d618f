//! An official table as a sheet: merged headings as on the form, totals as formulas, and below table 3 the check of its
//! balance (勾稽关系).

use std::collections::BTreeMap;

use nianbao_model::entry_form::BALANCE_CHECK;
use nianbao_model::form::{Content, HeadingScope, LayoutCell, LayoutLine, Place};
use nianbao_model::{Address, Decimal, Report, TableId};
use rust_xlsxwriter::{Format, Worksheet, XlsxError};

use super::formula::{self, At};
use super::{notes, paper, sheet_name, style};
use crate::data::figure::number;
use crate::markup::printable;
use crate::view::{Grid, Placed};

/// The title and the caption stand above the table.
const ABOVE: u32 = 2;

/// How wide a figure's column is, in digits.
const FIGURE_WIDTH: u32 = 11;

/// Fills an empty sheet with table `id` of `report`.
pub(super) fn add(sheet: &mut Worksheet, title: &str, report: &Report, id: TableId) -> Result<(), XlsxError> {
    let mut laid = lay_out(sheet, title, report, id)?;
    for text in notes::of_table(report, id) {
        laid.line(&text, &style::note())?;
    }
    Ok(())
}

/// Fills an empty sheet with table `id` of `report`, but for the notes below it.
pub(super) fn lay_out<'a>(
    sheet: &'a mut Worksheet,
    title: &str,
    report: &'a Report,
    id: TableId,
) -> Result<FormSheet<'a>, XlsxError> {
    let table = report.form.table(id);
    let lines = table.layout();
    let grid = Grid::new(id, &lines, table.width());
    let widths = widths(table.heading_width(), table.shares().len());
    let (places, width) = (places(&grid), number_of(table.width()));
    let next = ABOVE + line_count(&lines);
    let mut form = FormSheet { sheet, report, places, width, widths, typed: Vec::new(), checks: Vec::new(), next };
    form.set_up(id, &lines)?;
    form.across(0, title, &style::title())?;
    form.across(1, table.caption, &style::caption())?;
    form.set_heights(&grid, &lines)?;
    for placed in &grid.cells {
        form.cell(placed)?;
    }
    if id == TableId::Applications {
        form.balance(&grid)?;
    }
    Ok(form)
}

/// The sheet of a table, as far as it is filled.
pub(super) struct FormSheet<'a> {
    pub(super) sheet: &'a mut Worksheet,
    report: &'a Report,
    /// Where each typed figure stands.
    places: BTreeMap<Place, At>,
    width: u16,
    /// How wide each column is, in digits; a character of Chinese is as wide as two.
    widths: Vec<u32>,
    /// The typed figures, line by line.
    pub(super) typed: Vec<TypedCell>,
    /// The check of each column of table 3, from left to right.
    pub(super) checks: Vec<ColumnCheck>,
    /// The first row that nothing stands in yet.
    pub(super) next: u32,
}

/// The cell of a typed figure.
pub(super) struct TypedCell {
    pub(super) address: Address,
    pub(super) content: Content,
    pub(super) at: At,
    /// How many columns of the sheet it spans.
    pub(super) columns: u16,
}

impl TypedCell {
    /// Whether `other` stands right of it and counts the same.
    pub(super) fn is_beside(&self, other: &Self) -> bool {
        self.at.0 == other.at.0 && self.at.1 + self.columns == other.at.1 && self.content == other.content
    }
}

/// What came in less what became of it, in one column.
pub(super) struct ColumnCheck {
    /// The heading of the column.
    pub(super) name: &'static str,
    pub(super) at: At,
    /// The cells that it adds and takes away.
    pub(super) terms: [At; 4],
    /// What it comes to.
    pub(super) result: Decimal,
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
                    style::height(text, width)
                }
                _ => style::ROW_HEIGHT,
            });
            let highest = heights.max().unwrap_or(style::ROW_HEIGHT);
            self.sheet.set_row_height(ABOVE + line_number(row), highest)?;
        }
        Ok(())
    }

    /// A text over the whole width, in the next free row.
    pub(super) fn line(&mut self, text: &str, format: &Format) -> Result<u32, XlsxError> {
        let row = self.next;
        self.across(row, text, format)?;
        self.next += 1;
        Ok(row)
    }

    /// A text over the whole width.
    fn across(&mut self, row: u32, text: &str, format: &Format) -> Result<(), XlsxError> {
        self.sheet.set_row_height(row, style::height(text, self.widths.iter().sum()))?;
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
                    let columns = number_of(placed.cell.columns());
                    self.typed.push(TypedCell { address: address.clone(), content: *content, at, columns });
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
    fn balance(&mut self, grid: &Grid) -> Result<(), XlsxError> {
        let (row, table) = (self.next, self.report.form.applications());
        let rows = [&table.received, &table.carried_in, &table.concluded, &table.carried_out];
        let [first, second, third, fourth] = rows.map(|rows| rows.at(&table.total).rows);
        let all: Vec<(&Address, At)> = grid.cells.iter().filter_map(figure).collect();
        let mut label_width = self.width;
        for placed in &grid.cells {
            let Some((top, _)) = figure(placed).filter(|(address, _)| address.rows == first) else { continue };
            let find = |rows: &std::ops::Range<usize>| {
                all.iter().find(|(address, _)| address.rows == *rows && address.columns == top.columns)
            };
            let cells = [&first, &second, &third, &fourth].map(find);
            let [Some(first), Some(second), Some(third), Some(fourth)] = cells else { continue };
            let [came, carried, done, left] =
                [first, second, third, fourth].map(|(address, _)| self.report.figure(address));
            let column = first.1.1;
            label_width = label_width.min(column);
            let result = came + carried - done - left;
            let terms = [first.1, second.1, third.1, fourth.1];
            let difference = formula::difference(terms, result);
            self.sheet.write_formula_with_format(row, column, difference, &style::check())?;
            self.checks.push(ColumnCheck { name: column_name(grid, placed), at: (row, column), terms, result });
        }
        let text = format!("{BALANCE_CHECK}：第一项＋第二项－第三项－第四项");
        self.sheet.merge_range(row, 0, row, label_width - 1, &text, &style::label())?;
        self.next += 1;
        Ok(())
    }
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

/// Where each typed figure stands.
fn places(grid: &Grid) -> BTreeMap<Place, At> {
    let typed = grid.cells.iter().filter(|placed| matches!(placed.cell, LayoutCell::Figure { total: false, .. }));
    typed.filter_map(figure).filter_map(|(address, at)| Some((address.cell()?, at))).collect()
}

/// The heading right above a figure.
fn column_name(grid: &Grid, placed: &Placed) -> &'static str {
    let headings = grid.headings(placed).filter_map(|heading| match heading.cell {
        LayoutCell::Heading { text, scope: HeadingScope::Column, .. } => Some(*text),
        _ => None,
    });
    headings.last().unwrap_or_default()
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
