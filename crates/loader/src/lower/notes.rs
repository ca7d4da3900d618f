//! 表注: notes printed under a table.

use std::collections::BTreeMap;

use nianbao_model::{Spanned, TableId};

use super::fields::{Fields, Key};
use super::{nothing, text};
use crate::session::{OpenFile, Sink};
use crate::yaml::Node;

pub(super) fn read(file: &OpenFile, sink: &mut Sink, node: &Node) -> BTreeMap<TableId, Spanned<String>> {
    if nothing::read(sink, node, "“表注”", "{}") {
        return BTreeMap::new();
    }
    let keys = TableId::ALL.map(|table| -> Key { (table.note_key(), english(table)) });
    let Some(fields) = Fields::read(file, sink, node, &keys, "“表注”") else { return BTreeMap::new() };
    TableId::ALL
        .into_iter()
        .filter_map(|table| {
            let node = fields.get(table.note_key())?;
            let blank = nothing::read(sink, node, &format!("“{}”的表注", table.note_key()), "\"\"");
            let words = if blank { None } else { text::read(file, sink, node, table.note_key()) };
            Some((table, words?))
        })
        .collect()
}

fn english(table: TableId) -> &'static str {
    match table {
        TableId::Disclosure => "disclosure",
        TableId::Applications => "applications",
        TableId::Proceedings => "proceedings",
    }
}
