//! The figures in report.json, as the CSV files have them: a line for each, with its key path.

use nianbao_model::{Address, Form, TableId};

use super::file::File;
use super::narrative::grid;
use crate::document::{Paragraph, Part, Place, Run};

/// The heads of the columns, as in the CSV files.
const COLUMNS: [&str; 6] = ["项目", "栏目", "键", "数值", "性质", "注"];

/// The table with this number, and the note below it.
pub(super) fn table(file: &File, number: u8) -> Vec<Part> {
    let Some(id) = TableId::ALL.into_iter().find(|id| id.number() == number) else { return Vec::new() };
    let key = id.note_key();
    let figures = file.figures.iter().filter(|(path, _)| table_of(path) == id);
    let lines = figures.map(|(path, value)| {
        let remark = file.remarks.get(path).cloned().unwrap_or_default();
        let kind = if is_total(file, path) { "合计" } else { "填报" };
        [String::new(), String::new(), path.clone(), value.to_string(), kind.to_owned(), remark].map(cell).to_vec()
    });
    let head = COLUMNS.map(|text| cell(text.to_owned())).to_vec();
    let mut parts = vec![Part::Grid(grid(std::iter::once(head).chain(lines)))];
    if let Some(note) = file.notes.get(key) {
        let note = if note.starts_with('注') { note.clone() } else { format!("注：{note}") };
        parts.push(Part::Paragraph(Paragraph::plain(note, Place::Unknown)));
    }
    parts
}

/// Whether a figure is the sum of others.
fn is_total(file: &File, path: &str) -> bool {
    address(file, path).is_some_and(|address| address.cell().is_none())
}

/// The table in which a figure stands; those of table 4 begin with the proceeding.
fn table_of(path: &str) -> TableId {
    let first = path.split('.').next();
    let named = [TableId::Disclosure, TableId::Applications].into_iter().find(|id| first == Some(id.note_key()));
    named.unwrap_or(TableId::Proceedings)
}

fn address(file: &File, path: &str) -> Option<Address> {
    Form::of_year(file.form)?.look_up(path).ok()
}

fn cell(text: String) -> Vec<Run> {
    if text.is_empty() { Vec::new() } else { vec![Run { text, ..Run::default() }] }
}
