//! A report on the form of earlier years: some agencies went on with 格式2019 after its time. It is told once, and read and
//! judged by the form that it is on.

use nianbao_model::form::KeyNode;
use nianbao_model::{Diagnostic, Form, TableId};

use super::super::fields::Fields;
use crate::codes::figures::OLDER_FORM;
use crate::keys::Named;
use crate::keys::report::CELL_GROUP;
use crate::session::Sink;
use crate::yaml::{Content, Node};

/// The form that table 2 is written on: `form`, unless an older one has more of its keys.
pub(in crate::lower) fn form(sink: &mut Sink, fields: &Fields<'_>, form: &'static Form) -> &'static Form {
    let table = |form: &'static Form| form.keys().child(TableId::Disclosure.note_key());
    let Some(entry) = table(form).and_then(|key| fields.entry(key)) else { return form };
    let foreign = |form: &'static Form| table(form).map(|key| foreign(key, &entry.value));
    let here = foreign(form).unwrap_or_default();
    let older = sink.forms().by_year().filter(|older| older.since < form.since);
    let Some(older) = older.into_iter().find(|older| foreign(older).is_some_and(|count| count < here)) else {
        return form;
    };
    let message = format!("“{}”用的是 {} 年的格式，按那种格式读取", entry.key.value, older.since);
    let finding = Diagnostic::new(&OLDER_FORM, message).at(entry.key.span, "");
    sink.report(finding.help(format!(
        "{} 年起用新的格式（nianbao explain {} 有写法）；已经照这样公开的不必改。",
        form.since, OLDER_FORM.id
    )));
    older
}

/// How much of what is written has no place in the form.
fn foreign(key: &KeyNode, node: &Node) -> usize {
    match &node.content {
        Content::Map(entries) if key.typed.is_some() => {
            let is_cell = |word: &str| CELL_GROUP.keys.iter().any(|key| key.is_called(word));
            entries.iter().filter(|entry| !is_cell(&entry.key.value)).count()
        }
        Content::Map(entries) => entries
            .iter()
            .map(|entry| {
                let child = key.children.iter().find(|child| child.is_called(&entry.key.value));
                child.map_or(1, |child| foreign(child, &entry.value))
            })
            .sum(),
        _ => usize::from(key.typed.is_none() && !node.is_null()),
    }
}
