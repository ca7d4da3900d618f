//! What stands below a table: its note, and what is remarked beside its figures.

use nianbao_model::{Address, Decimal, Form, Report, TableId};

use crate::data::figure::{figures_of_table, number};

/// The lines below table `id` of `report`.
pub(super) fn of_table(report: &Report, id: TableId) -> Vec<String> {
    let form = report.form;
    let mut notes: Vec<String> = report.notes.get(&id).map(|written| note(&written.value)).into_iter().collect();
    for figure in figures_of_table(form, id) {
        let entry = figure.of(report);
        notes.extend(entry.remark.map(|text| note(&remark(form, &figure.address, entry.value, text))));
    }
    notes
}

/// A remark as it stands below the table.
pub(super) fn remark(form: &Form, address: &Address, value: Decimal, text: &str) -> String {
    format!("{}：{}（{text}）", form.label(address), number(value))
}

/// A text as it stands below the table.
pub(super) fn note(text: &str) -> String {
    if text.starts_with('注') { text.to_owned() } else { format!("注：{text}") }
}
