//! The figures of the tables: as typed, with last year's, and what they come to. All sums are the model's.

use std::collections::BTreeMap;

use nianbao_loader::edit::{KeyPath, WrittenValue};
use nianbao_model::form::KeyNode;
use nianbao_model::{Address, Balance, Report, TableId};
use serde::Serialize;

use super::super::cells::Known;

/// A typed cell.
#[derive(Debug, Default, Serialize)]
pub(in super::super) struct CellState {
    /// Its words; empty where nothing is written, which is 0.
    pub(in super::super) text: String,
    /// Its remark; empty where there is none.
    pub(in super::super) remark: String,
    last: Option<String>,
}

/// A figure that is derived.
#[derive(Debug, Serialize)]
pub(super) struct TotalState {
    text: String,
    last: Option<String>,
}

/// 勾稽关系 of a column.
#[derive(Debug, Serialize)]
pub(super) struct BalanceState {
    column: &'static str,
    holds: bool,
    text: String,
    cells: Vec<String>,
}

/// Every typed cell by its key path; `values` is what report.yaml says.
pub(super) fn cells(report: &Report, before: Option<&Report>, values: &[WrittenValue]) -> BTreeMap<String, CellState> {
    let by_path: BTreeMap<&KeyPath, &WrittenValue> = values.iter().map(|value| (&value.path, value)).collect();
    let derived = report.is_added_up();
    let state = |path: String, address: &Address| {
        let key = KeyPath::of(path.split('.'));
        let own: Vec<WrittenValue> = near(&by_path, &key);
        let known = Known::of(&own, &key);
        let cell = report.figures.cell(address);
        let text = match known.figure {
            _ if derived => report.figure(address).normalize().to_string(),
            Some(figure) => figure,
            // What is written for a whole group counts for each cell.
            None => cell.and_then(|cell| cell.written.clone()).unwrap_or_default(),
        };
        let remark = known.remark.or_else(|| cell.and_then(|cell| cell.remark.clone())).unwrap_or_default();
        let state = CellState { text, remark, last: last(before, &path) };
        (path, state)
    };
    typed(report).into_iter().map(|(path, address)| state(path, &address)).collect()
}

/// What is written at a path and right below it.
fn near(values: &BTreeMap<&KeyPath, &WrittenValue>, path: &KeyPath) -> Vec<WrittenValue> {
    let below = values.range::<&KeyPath, _>(path..).take_while(|(at, _)| at.to_string().starts_with(&path.to_string()));
    below.map(|(_, value)| (*value).clone()).collect()
}

/// Every typed cell of a report's form with its key path.
pub(super) fn typed(report: &Report) -> Vec<(String, Address)> {
    let mut found = Vec::new();
    collect(report.form.keys(), "", &mut found);
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

/// Every figure of the tables that nobody types.
pub(super) fn totals(report: &Report, before: Option<&Report>) -> BTreeMap<String, TotalState> {
    let printed = TableId::ALL.into_iter().flat_map(|id| report.form.printed(id));
    let derived = printed.filter(|(_, address)| address.cell().is_none());
    derived
        .map(|(path, address)| {
            let text = report.figure(&address).normalize().to_string();
            let last = last(before, &path);
            (path, TotalState { text, last })
        })
        .collect()
}

/// 勾稽关系, column by column.
pub(super) fn balance(report: &Report) -> Vec<BalanceState> {
    let state = |balance: Balance| BalanceState {
        column: balance.column,
        holds: balance.holds(),
        text: balance.text(),
        cells: cells_of(report, &balance),
    };
    Balance::all(report).into_iter().map(state).collect()
}

fn cells_of(report: &Report, balance: &Balance) -> Vec<String> {
    let places = balance.rows.iter().flat_map(Address::cells);
    let cell = |(block, row, column): (usize, usize, usize)| {
        report.form.path(&Address { block, rows: row..row + 1, columns: column..column + 1 })
    };
    places.map(cell).filter(|path| !path.is_empty()).collect()
}

/// The same figure a year before, if there is one.
fn last(before: Option<&Report>, path: &str) -> Option<String> {
    let before = before?;
    let address = before.form.look_up(path).ok()?;
    Some(before.figure(&address).normalize().to_string())
}
