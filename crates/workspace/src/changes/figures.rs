//! The figures of two states of a report.

use std::collections::BTreeSet;
use std::ptr;

use nianbao_model::compare::{FigureComparison, TableComparison};
use nianbao_model::{Address, Cell, Decimal, Figures, Form, Report, TableId};

/// The figures of a table that changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableChanges {
    /// The table.
    pub id: TableId,
    /// Figures that somebody types, in the order printed.
    pub cells: Vec<FigureChange>,
    /// Totals that follow, and figures that are added up from the reports below.
    pub totals: Vec<FigureChange>,
    /// Remarks beside figures.
    pub remarks: Vec<RemarkChange>,
}

/// A figure that changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FigureChange {
    /// Its key path.
    pub key: String,
    /// What the official form calls it.
    pub label: String,
    /// What it was, or the words in its place; nothing where the form of then has no such figure.
    pub before: Option<String>,
    /// What it is; as before.
    pub after: Option<String>,
    /// How much more it is, with a sign; nothing where one of the two is no figure.
    pub change: Option<String>,
}

/// A remark that changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RemarkChange {
    /// The official name of its figure.
    pub label: String,
    /// What it said.
    pub before: Option<String>,
    /// What it says.
    pub after: Option<String>,
}

/// The tables in which something changed.
pub(super) fn tables(before: &Report, after: &Report) -> Vec<TableChanges> {
    TableId::ALL.into_iter().filter_map(|id| table(id, before, after)).collect()
}

fn table(id: TableId, before: &Report, after: &Report) -> Option<TableChanges> {
    let compared = TableComparison::of(id, after, before);
    let (mut cells, mut totals) = (Vec::new(), Vec::new());
    for figure in &compared.figures {
        let typed = figure.address.cell().is_some() && !after.is_added_up();
        let Some(change) = change(figure, typed, before, after) else { continue };
        if typed { cells.push(change) } else { totals.push(change) }
    }
    let lone = compared.unmatched.iter().filter(|lone| lone.subject != Some(lone.reference) && lone.is_telling());
    cells.extend(lone.map(|lone| FigureChange {
        label: before.form.look_up(&lone.path).map(|address| before.form.label(&address)).unwrap_or_default(),
        key: lone.path.clone(),
        before: Some(text(lone.reference)),
        after: lone.subject.map(text),
        change: None,
    }));
    let remarks = remarks(id, before, after);
    let changed = !(cells.is_empty() && totals.is_empty() && remarks.is_empty());
    changed.then_some(TableChanges { id, cells, totals, remarks })
}

fn change(figure: &FigureComparison, typed: bool, before: &Report, after: &Report) -> Option<FigureChange> {
    let address = &figure.address;
    let label = || after.form.label(address);
    let old_address = counterpart(figure, before, after);
    let unread = |report: &Report, address: &Address| {
        address.cells().find_map(|place| report.figures.at(place).and_then(unread_word))
    };
    let (old_word, new_word) =
        (old_address.as_ref().and_then(|address| unread(before, address)), unread(after, address));
    if old_word.is_some() || new_word.is_some() {
        // A sum of something that could not be read says nothing.
        let (old, new) =
            (old_word.or_else(|| figure.reference.map(text)), new_word.or_else(|| Some(text(figure.subject))));
        let told = typed && old != new;
        return told.then(|| FigureChange {
            key: figure.path.clone(),
            label: label(),
            before: old,
            after: new,
            change: None,
        });
    }
    let differs = figure.differs() || figure.reference.is_none() && !figure.subject.is_zero();
    differs.then(|| FigureChange {
        key: figure.path.clone(),
        label: label(),
        before: figure.reference.map(text),
        after: Some(text(figure.subject)),
        change: figure.change(),
    })
}

/// Where the same figure stands on the earlier form.
fn counterpart(figure: &FigureComparison, before: &Report, after: &Report) -> Option<Address> {
    if ptr::eq(before.form, after.form) {
        return Some(figure.address.clone());
    }
    before.form.look_up(&figure.path).ok().filter(|_| figure.reference.is_some())
}

/// What stands in a cell in place of a figure: 待核对, `一件`.
fn unread_word(cell: &Cell) -> Option<String> {
    let written = cell.written.as_deref().filter(|_| !cell.is_known())?;
    Some(format!("“{written}”"))
}

fn text(figure: Decimal) -> String {
    figure.normalize().to_string()
}

/// The figures of the office itself (本级) that changed.
pub(super) fn own(before: &Report, after: &Report) -> Vec<FigureChange> {
    let figures = |report: &Report| report.aggregation.as_ref().map(|summed| summed.own.clone()).unwrap_or_default();
    let (old, new) = (figures(before), figures(after));
    if !ptr::eq(before.form, after.form) {
        return Vec::new();
    }
    let printed = TableId::ALL.into_iter().flat_map(|id| after.form.printed(id));
    printed.filter_map(|(key, address)| own_change(key, &address, after.form, &old, &new)).collect()
}

fn own_change(key: String, address: &Address, form: &Form, old: &Figures, new: &Figures) -> Option<FigureChange> {
    let place = address.cell()?;
    let value = |figures: &Figures| figures.at(place).map(|cell| cell.value).unwrap_or_default();
    let (old, new) = (value(old), value(new));
    let change = new.checked_sub(old).filter(|change| !change.is_zero())?;
    Some(FigureChange {
        key,
        label: form.label(address),
        before: Some(text(old)),
        after: Some(text(new)),
        change: Some(format!("{:+}", change.normalize())),
    })
}

fn remarks(id: TableId, before: &Report, after: &Report) -> Vec<RemarkChange> {
    let of = |report: &Report| {
        let all = report.typed().remarks();
        let here = all.filter(|(address, ..)| report.form.block(address).is_some_and(|(table, _)| table.id == id));
        here.map(|(address, remark, _)| (report.form.label(&address), remark.to_owned())).collect::<Vec<_>>()
    };
    let (old, new) = (of(before), of(after));
    let find = |remarks: &[(String, String)], label: &str| {
        remarks.iter().find(|(other, _)| other == label).map(|(_, remark)| remark.clone())
    };
    let labels: BTreeSet<&String> = old.iter().chain(&new).map(|(label, _)| label).collect();
    let changes = labels.into_iter().map(|label| RemarkChange {
        label: label.clone(),
        before: find(&old, label),
        after: find(&new, label),
    });
    changes.filter(|change| change.before != change.after).collect()
}
