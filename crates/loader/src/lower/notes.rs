//! 表注: notes printed under a table.

use std::collections::BTreeMap;

use nianbao_model::{Spanned, TableId};

use super::fields::{Fields, Key};
use super::text;
use crate::desk::{Page, Sink};
use crate::yaml::Node;

pub(super) fn read(page: &Page, sink: &mut Sink, node: &Node) -> BTreeMap<TableId, Spanned<String>> {
    let keys = TableId::ALL.map(|table| -> Key { (table.note_key(), english(table)) });
    let Some(fields) = Fields::read(page, sink, node, &keys, "“表注”") else { return BTreeMap::new() };
    TableId::ALL
        .into_iter()
        .filter_map(|table| Some((table, text::field(page, sink, &fields, table.note_key())?)))
        .collect()
}

fn english(table: TableId) -> &'static str {
    match table {
        TableId::Disclosure => "disclosure",
        TableId::Applications => "applications",
        TableId::Proceedings => "proceedings",
    }
}
