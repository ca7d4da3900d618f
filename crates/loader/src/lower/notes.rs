//! 表注: notes printed under a table.

use std::collections::BTreeMap;

use nianbao_model::{Spanned, TableId};

use super::fields::Fields;
use super::text::says_nothing;
use crate::keys::report::{self, NOTES, NOTES_GROUP};
use crate::session::Sink;

pub(super) fn read(sink: &mut Sink, fields: &Fields<'_>) -> BTreeMap<TableId, Spanned<String>> {
    let Some(node) = fields.get(&NOTES) else { return BTreeMap::new() };
    if says_nothing(sink, node, NOTES_GROUP.label, "{}") {
        return BTreeMap::new();
    }
    let Some(notes) = Fields::read(fields.file, sink, node, &NOTES_GROUP) else { return BTreeMap::new() };
    TableId::ALL.into_iter().filter_map(|table| Some((table, note(sink, &notes, table)?))).collect()
}

fn note(sink: &mut Sink, notes: &Fields<'_>, table: TableId) -> Option<Spanned<String>> {
    let key = report::note(table);
    let node = notes.get(key)?;
    if says_nothing(sink, node, &format!("“{}”的表注", key.key), "\"\"") { None } else { notes.text(sink, key) }
}
