//! The figures of the three tables against the values written by hand.

use std::str::FromStr;

use nianbao_importer::{Imported, Subject};
use nianbao_model::figures::UNVERIFIED;
use nianbao_model::form::LayoutCell;
use nianbao_model::{Address, Decimal, Form, TableId};

use crate::comparison::{Comparison, Outcome};
use crate::expected::Expected;

/// What an import makes of a figure.
#[derive(Debug)]
enum Found {
    /// It says nothing of it.
    Nothing,
    /// It leaves it open and names it.
    Open,
    /// It says that it is blank.
    Blank,
    /// This was read.
    Read { value: Decimal, written: Option<String> },
}

/// Compares figures, remarks and notes.
pub(crate) fn compare(imported: &Imported, expected: &Expected, comparison: &mut Comparison) {
    let form = imported.report.form;
    let undivided = !form.divides_other();
    if (form.since, undivided) != (expected.format, expected.undivided || expected.format == 2019) {
        comparison.fault(format!("on the form of {}, undivided: {undivided}", form.since));
    }
    for table in TableId::ALL {
        compare_table(imported, expected, table, comparison);
        if let Some(note) = expected.notes.get(&format!("t{}", table.number())) {
            let found = imported.report.notes.get(&table).map_or("", |note| note.value.as_str());
            comparison.contains("note", found, note);
        }
    }
}

fn compare_table(imported: &Imported, expected: &Expected, table: TableId, comparison: &mut Comparison) {
    let values = expected.figures(table.number());
    let printed = printed(imported.report.form, table);
    if values.is_empty() {
        return;
    }
    if printed.len() != values.len() {
        comparison.fault(format!("table {} has {} figures for {}", table.number(), printed.len(), values.len()));
        for _ in &values {
            comparison.count(Outcome::Missing);
        }
        return;
    }
    for ((place, value), (address, is_total)) in values.iter().zip(printed) {
        let found = if is_total { stated(imported, &address) } else { typed(imported, &address) };
        let outcome = match judge(&found, value.as_deref()) {
            // A total is no figure of the report: where it cannot be known, it is simply not stated.
            Outcome::Missing if is_total && expected.may_be_open(place) => Outcome::Open,
            outcome => outcome,
        };
        comparison.count(outcome);
        let is_fault = match outcome {
            Outcome::Right => false,
            Outcome::Open => !expected.may_be_open(place),
            Outcome::Wrong | Outcome::Missing => true,
        };
        if is_fault {
            let value = value.as_deref().unwrap_or("a blank");
            comparison.fault(format!("{place} {}: {found:?} for {value}", imported.report.form.label(&address)));
        }
        if let Some(remark) = expected.remarks.get(place) {
            let cell = imported.report.figures.cell(&address);
            comparison.same(place, cell.and_then(|cell| cell.remark.as_deref()).unwrap_or_default(), remark);
        }
    }
}

/// The figures of a table in the order printed, and whether each is a total.
fn printed(form: &Form, table: TableId) -> Vec<(Address, bool)> {
    let cells = form.table(table).layout().into_iter().flat_map(|line| line.cells);
    let figures = cells.filter_map(|cell| match cell {
        LayoutCell::Figure { address, total, .. } => Some((address, total)),
        _ => None,
    });
    figures.collect()
}

fn typed(imported: &Imported, address: &Address) -> Found {
    let Some(cell) = imported.report.figures.cell(address) else { return Found::Nothing };
    match cell.written.as_deref() {
        Some(UNVERIFIED) => Found::Open,
        Some(written) if written.trim().is_empty() => Found::Blank,
        written => Found::Read { value: cell.value, written: written.map(str::to_owned) },
    }
}

fn stated(imported: &Imported, address: &Address) -> Found {
    let stated = imported.report.stated.iter().find(|stated| stated.address == *address);
    let names =
        |subject: &Subject| matches!(subject, Subject::Figure(named) | Subject::Row(named) if holds(named, address));
    let is_named = imported.doubts.iter().any(|doubt| names(&doubt.subject));
    match stated {
        Some(stated) => Found::Read { value: stated.value, written: None },
        None if is_named => Found::Open,
        None => Found::Nothing,
    }
}

/// A number must be read as that number, anything else must be kept as it is written.
fn judge(found: &Found, expected: Option<&str>) -> Outcome {
    match (found, expected) {
        (Found::Open, _) => Outcome::Open,
        (Found::Nothing | Found::Blank, None) => Outcome::Right,
        (Found::Nothing | Found::Blank, Some(_)) => Outcome::Missing,
        (Found::Read { value, written }, Some(expected)) if is_read(*value, written.as_deref(), expected) => {
            Outcome::Right
        }
        (Found::Read { .. }, _) => Outcome::Wrong,
    }
}

fn is_read(value: Decimal, written: Option<&str>, expected: &str) -> bool {
    match Decimal::from_str(expected) {
        Ok(number) => value == number && written.is_none_or(|written| written.chars().any(char::is_numeric)),
        Err(_) => written == Some(expected),
    }
}

/// Whether `inner` is within `outer`: what makes a whole row open is told once.
fn holds(outer: &Address, inner: &Address) -> bool {
    outer.block == inner.block
        && outer.rows.start <= inner.rows.start
        && inner.rows.end <= outer.rows.end
        && outer.columns.start <= inner.columns.start
        && inner.columns.end <= outer.columns.end
}
