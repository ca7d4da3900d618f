//! Addresses within a page of the cells that figures are quoted from.

use nianbao_model::form::{HeadingScope, LayoutCell};
use nianbao_model::{Address, Form};

use super::{Grid, Placed};

/// The address of whatever shows this figure in the tables: its cell by its key path; for a sum that is not printed, the
/// heading of the rows that it is the sum of; else the table.
pub(super) fn of_figure(form: &Form, address: &Address) -> String {
    let Some((table, _)) = form.block(address) else { return String::new() };
    let lines = table.layout();
    let grid = Grid::new(table.id, &lines, table.width());
    let shown = grid.cells.iter().filter(|placed| match placed.cell {
        LayoutCell::Figure { address: printed, .. } => printed == address,
        _ => rows_of(&grid, placed).is_some_and(|rows| rows.block == address.block && rows.rows == address.rows),
    });
    shown
        .min_by_key(|placed| matches!(placed.cell, LayoutCell::Heading { .. }))
        .map_or_else(|| of_table(table.id.number()), |placed| of_cell(form, &grid, placed))
}

/// The address of a table.
pub(super) fn of_table(number: u8) -> String {
    format!("table-{number}")
}

/// The address of a cell: a figure's, or that of the heading of several rows; empty where it has none.
pub(super) fn of_cell(form: &Form, grid: &Grid, placed: &Placed) -> String {
    match placed.cell {
        LayoutCell::Figure { address, .. } => form.path(address),
        _ => match rows_of(grid, placed) {
            Some(rows) if !figures(grid).any(|(_, printed)| *printed == rows) => form.path(&rows),
            _ => String::new(),
        },
    }
}

/// The figures in the rows of a heading of several rows, as one address.
fn rows_of(grid: &Grid, heading: &Placed) -> Option<Address> {
    let LayoutCell::Heading { scope: HeadingScope::RowGroup, rows, .. } = heading.cell else { return None };
    let lines = heading.row..heading.row + rows;
    let within = figures(grid).filter(|(row, _)| lines.contains(row)).map(|(_, address)| address.clone());
    within.reduce(|one, other| Address {
        block: one.block,
        rows: one.rows.start.min(other.rows.start)..one.rows.end.max(other.rows.end),
        columns: one.columns.start.min(other.columns.start)..one.columns.end.max(other.columns.end),
    })
}

/// All figures of a table with the lines that they stand on.
fn figures<'a>(grid: &Grid<'a>) -> impl Iterator<Item = (usize, &'a Address)> {
    grid.cells.iter().filter_map(|placed| match placed.cell {
        LayoutCell::Figure { address, .. } => Some((placed.row, address)),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn anchor(path: &str) -> String {
        let form = Form::latest();
        of_figure(form, &form.look_up(path).expect("a known path"))
    }

    #[test]
    fn a_quoted_figure_leads_to_its_cell() {
        assert_eq!(anchor("申请.本年新收"), "申请.本年新收.总计");
        assert_eq!(anchor("applications.received.natural_person"), "申请.本年新收.自然人");
        assert_eq!(anchor("主动公开.行政许可"), "主动公开.行政许可");
        assert_eq!(anchor("诉讼.复议后起诉.总计"), "诉讼.复议后起诉.总计");
    }

    #[test]
    fn a_sum_that_is_not_printed_leads_to_the_heading_of_its_rows() {
        assert_eq!(anchor("申请.不予公开"), "申请.不予公开.总计");
        assert_eq!(anchor("申请.不予公开.自然人"), "申请.不予公开.总计");
        assert_eq!(anchor("申请.其他处理.总计"), "申请.其他处理.总计");
    }

    #[test]
    fn every_look_up_leads_somewhere() {
        for form in nianbao_model::Forms::default().all() {
            for path in form.keys().paths() {
                let anchor = of_figure(form, &form.look_up(&path).expect("a known path"));
                assert!(!anchor.is_empty(), "{path}");
            }
        }
    }
}
