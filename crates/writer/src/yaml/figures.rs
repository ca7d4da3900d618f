//! The three tables along the form's own keys.

use nianbao_model::form::KeyNode;
use nianbao_model::{Address, Cell, Figures, Form, SectionKind, Table};

use super::style::{Style, Zeros};
use super::tree::{Entry, Group, Value};

/// The tables on `form`, each below the heading of its section. Where it is to be told from them that the form is not
/// the `usual` one, they say so.
pub(super) fn tables(figures: &Figures, form: &Form, usual: Option<&Form>, style: Style) -> Group {
    let usual = usual.filter(|usual| *usual != form).map(Form::keys);
    let cells = Cells { figures, zeros: style.zeros };
    let mut above = None;
    let mut group = Group::new();
    for key in &form.keys().children {
        let usual = usual.and_then(|usual| usual.child(key.key));
        let Some(value) = cells.value(key, usual) else { continue };
        let entry = Entry::new(key.key, value);
        let table = table(form, key);
        let heading = table.filter(|table| above != Some(table.id)).map(heading);
        above = table.map(|table| table.id).or(above);
        group.push(match heading {
            Some(heading) => entry.below(heading, style.comments),
            None => entry,
        });
    }
    group
}

/// The table that the figures below `key` stand in.
fn table<'f>(form: &'f Form, key: &KeyNode) -> Option<&'f Table> {
    let own = key.address.as_ref().and_then(|address| form.block(address)).map(|(table, _)| table);
    own.or_else(|| key.children.iter().find_map(|child| table(form, child)))
}

/// 二、主动公开政府信息情况.
fn heading(table: &Table) -> String {
    let section = SectionKind::ALL.into_iter().find(|section| section.table() == Some(table.id));
    section.map_or_else(|| table.caption.to_owned(), |section| format!("{}、{}", section.numeral(), section.heading()))
}

/// The cells of a report, as many as are wanted.
struct Cells<'f> {
    figures: &'f Figures,
    zeros: Zeros,
}

impl Cells<'_> {
    /// What stands under `key`, if anything does. `usual` is the same key on the form of the year, where that is another.
    fn value(&self, key: &KeyNode, usual: Option<&KeyNode>) -> Option<Value> {
        if let (Some(address), Some(_)) = (&key.address, key.typed) {
            return self.cell(address);
        }
        let child =
            |child: &KeyNode| Some((child.key, self.value(child, usual.and_then(|usual| usual.child(child.key)))?));
        let mut entries: Vec<(&'static str, Value)> = key.children.iter().filter_map(child).collect();
        if is_row(key) {
            if let Some(usual) = usual.filter(|usual| !is_row(usual)) {
                tell_from(usual, key, &mut entries);
            }
            return (!entries.is_empty()).then_some(Value::Pairs(entries));
        }
        let group: Group = entries.into_iter().map(|(key, value)| Entry::new(key, value)).collect();
        (!group.is_empty()).then_some(Value::Group(group))
    }

    fn cell(&self, address: &Address) -> Option<Value> {
        let cell = self.figures.cell(address);
        match self.zeros {
            Zeros::AsGiven => cell.map(of_cell),
            Zeros::Written => Some(cell.map_or_else(|| Value::word(0), of_cell)),
            Zeros::LeftOut => cell.filter(|cell| !is_zero(cell)).map(of_cell),
        }
    }
}

/// Whether only single cells and their totals stand under `key`, so that one line holds them.
fn is_row(key: &KeyNode) -> bool {
    key.children.iter().all(|child| child.children.is_empty())
}

/// The form of a report is told from the applicants that stand in a row which is `usual`ly divided. Where none does, the
/// first one is written with 0.
fn tell_from(usual: &KeyNode, key: &KeyNode, entries: &mut Vec<(&'static str, Value)>) {
    let tells = |word: &str| usual.child(word).is_none_or(|child| child.children.is_empty());
    let first = key.children.iter().find(|child| child.typed.is_some() && tells(child.key));
    if let Some(first) = first.filter(|_| !entries.iter().any(|(key, _)| tells(key))) {
        entries.insert(0, (first.key, Value::word(0)));
    }
}

fn of_cell(cell: &Cell) -> Value {
    let Cell { value, written, remark, span: _ } = cell;
    let number = written.as_ref().map_or_else(|| Value::word(value), |written| Value::Written(written.clone()));
    match remark {
        Some(remark) => Value::Pairs(vec![("数", number), ("注", Value::text(remark))]),
        None => number,
    }
}

fn is_zero(cell: &Cell) -> bool {
    cell.value.is_zero() && cell.written.is_none() && cell.remark.is_none()
}
