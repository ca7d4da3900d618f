//! The figures of the tables: as typed, with last year's, and what they come to. All sums are the model's.

use std::collections::BTreeMap;

use nianbao_loader::edit::{KeyPath, WrittenValue};
use nianbao_model::form::KeyNode;
use nianbao_model::{Address, Balance, Cell, Figures, Form, Report, TableId};
use serde::Serialize;

use super::super::cells;
use super::super::written_values::{KnownCell, WrittenValues};
use super::last_year::{Before, Last, LastYear};

/// A typed cell.
#[derive(Debug, Default, Serialize)]
pub(in super::super) struct CellState {
    /// Its words; empty where nothing is written, which is 0.
    pub(in super::super) text: String,
    /// Its remark; empty where there is none.
    pub(in super::super) remark: String,
    #[serde(flatten)]
    last: Last,
}

/// A figure that is derived.
#[derive(Debug, Serialize)]
pub(super) struct TotalState {
    text: String,
    #[serde(flatten)]
    last: Last,
}

/// 勾稽关系 of a column.
#[derive(Debug, Serialize)]
pub(super) struct BalanceState {
    column: &'static str,
    holds: bool,
    /// Whether a figure of it is still to be looked up, so that nothing can be said yet.
    waits: bool,
    /// Whether anything was filled in; what last year's hand on was not.
    filled: bool,
    text: String,
    cells: Vec<String>,
}

/// Every typed cell by its key path; `values` is what report.yaml says.
pub(super) fn cells(report: &Report, before: &Before<'_>, values: &[WrittenValue]) -> BTreeMap<String, CellState> {
    let values = WrittenValues::new(values);
    let of_part = |part: &TablePart<'_>| {
        let state = |(path, address): &(String, Address)| {
            let place = part.path(path);
            (place.clone(), part.cell(address, &values.cell(&KeyPath::of(place.split('.'))), path))
        };
        typed_below(report.form).iter().map(state).collect::<Vec<_>>()
    };
    TablePart::all(report, before).iter().flat_map(of_part).collect()
}

/// Every figure of the tables that nobody types.
pub(super) fn totals(report: &Report, before: &Before<'_>) -> BTreeMap<String, TotalState> {
    let printed = TableId::ALL.into_iter().flat_map(|id| report.form.printed(id));
    let derived: Vec<(String, Address)> = printed.filter(|(_, address)| address.cell().is_none()).collect();
    let of_part = |part: &TablePart<'_>| {
        let state = |(path, address): &(String, Address)| (part.path(path), part.total(address, path));
        derived.iter().map(state).collect::<Vec<_>>()
    };
    TablePart::all(report, before).iter().flat_map(of_part).collect()
}

/// Figures of which there are three tables: those of the report, and beside them those of the office itself, where they
/// are added to those below.
struct TablePart<'a> {
    figures: &'a Figures,
    last: LastYear<'a>,
    is_own: bool,
    /// Whether they are added up.
    is_derived: bool,
}

impl<'a> TablePart<'a> {
    fn all(report: &'a Report, before: &Before<'a>) -> Vec<Self> {
        let whole = Self {
            figures: &report.figures,
            last: LastYear::whole(report.form, before),
            is_own: false,
            is_derived: report.is_added_up(),
        };
        let own = report.aggregation.as_ref().map(|aggregation| Self {
            figures: &aggregation.own,
            last: LastYear::own(report.form, before),
            is_own: true,
            is_derived: false,
        });
        std::iter::once(whole).chain(own).collect()
    }

    /// What the form calls the figure at a key path.
    fn path(&self, path: &str) -> String {
        if self.is_own { cells::own(path) } else { path.to_owned() }
    }

    fn cell(&self, address: &Address, known: &KnownCell, path: &str) -> CellState {
        let cell = self.figures.cell(address);
        let text = match known.figure.clone() {
            _ if self.is_derived => self.figures.sum(address).normalize().to_string(),
            Some(figure) => figure,
            // What is written for a whole group counts for each cell.
            None => cell.and_then(|cell| cell.written.clone()).unwrap_or_default(),
        };
        let remark = known.remark.clone().or_else(|| cell.and_then(|cell| cell.remark.clone())).unwrap_or_default();
        CellState { text, remark, last: self.last.at(address, path) }
    }

    fn total(&self, address: &Address, path: &str) -> TotalState {
        TotalState { text: self.figures.sum(address).normalize().to_string(), last: self.last.at(address, path) }
    }
}

/// The key paths of all cells that somebody may type, or of which figures are shown.
pub(super) fn typed(report: &Report) -> Vec<String> {
    let paths = typed_below(report.form).into_iter().map(|(path, _)| path);
    match report.aggregation {
        Some(_) => paths.flat_map(|path| [cells::own(&path), path]).collect(),
        None => paths.collect(),
    }
}

/// Every typed cell of a form with its key path.
fn typed_below(form: &'static Form) -> Vec<(String, Address)> {
    let mut found = Vec::new();
    collect(form.keys(), "", &mut found);
    found
}

fn collect(node: &KeyNode, path: &str, found: &mut Vec<(String, Address)>) {
    if let (Some(address), Some(_)) = (&node.address, node.typed) {
        found.push((path.to_owned(), address.clone()));
    }
    for child in &node.children {
        let below = if path.is_empty() { child.key.to_owned() } else { format!("{path}.{}", child.key) };
        collect(child, &below, found);
    }
}

/// 勾稽关系, column by column.
pub(super) fn balance(report: &Report) -> Vec<BalanceState> {
    let state = |balance: Balance| BalanceState {
        column: balance.column,
        holds: balance.holds(),
        waits: cells_written(report, &balance.rows).any(Cell::waits),
        filled: is_filled(report, &balance),
        text: balance.text(),
        cells: cells_of(report, &balance),
    };
    Balance::all(report).into_iter().map(state).collect()
}

/// Whether anything was filled in in a column; what is added up was, by those below.
fn is_filled(report: &Report, balance: &Balance) -> bool {
    let [received, _, concluded, carried_out] = &balance.rows;
    let figures = [received, concluded, carried_out].map(|row| report.typed().sum(row));
    let is_received = cells_written(report, std::slice::from_ref(received)).any(|cell| !cell.waits());
    is_received || figures.iter().any(|figure| !figure.is_zero()) || report.is_added_up()
}

/// The cells of these rows in which something was written.
fn cells_written<'r>(report: &'r Report, rows: &'r [Address]) -> impl Iterator<Item = &'r Cell> {
    rows.iter().flat_map(Address::cells).filter_map(|place| report.typed().at(place))
}

fn cells_of(report: &Report, balance: &Balance) -> Vec<String> {
    let places = balance.rows.iter().flat_map(Address::cells);
    let cell = |(block, row, column): (usize, usize, usize)| {
        report.form.path(&Address { block, rows: row..row + 1, columns: column..column + 1 })
    };
    let paths = places.map(cell).filter(|path| !path.is_empty());
    // Of what is added up the office's own figures are judged.
    if report.is_added_up() { paths.map(|path| cells::own(&path)).collect() } else { paths.collect() }
}
