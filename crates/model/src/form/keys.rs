//! The keys of report.yaml that hold figures. The same tree serves reading, look-ups and stated totals.

use std::collections::HashMap;
use std::ops::Range;

use super::axis::AxisKey;
use super::{Address, Content, Table, TableBlock};

/// A key with what it means and the keys below it.
#[derive(Debug, PartialEq, Eq)]
pub struct KeyNode {
    /// The Chinese key; empty at the root.
    pub key: &'static str,
    /// Its English alias.
    pub name: &'static str,
    /// What it stands for: a cell, a total, or the sum of all below it where they add up.
    pub address: Option<Address>,
    /// What an editor may type here: a count, an amount or a change; nothing for totals and for keys with others below.
    pub typed: Option<Content>,
    /// The keys below, in the official order.
    pub children: Vec<KeyNode>,
}

/// Why a look-up has no answer.
#[derive(Debug, PartialEq, Eq)]
pub enum LookupError {
    /// `part` is not a key here.
    Unknown {
        /// The part of the path that is not known.
        part: String,
        /// The path before it.
        before: String,
    },
    /// The path is known, but its figures are not of a kind that adds up.
    NotASum {
        /// The keys that may follow.
        next: Vec<&'static str>,
    },
}

impl KeyNode {
    pub(super) fn of(tables: &[Table]) -> Self {
        let mut root = Self::branch("", "");
        for table in tables {
            let place = match (table.key, table.name) {
                (Some(key), Some(name)) => root.child_or_insert(key, name),
                _ => &mut root,
            };
            for block in &table.blocks {
                place.children.extend(block_keys(block));
            }
        }
        root
    }

    /// The child whose key or English name is `word`.
    pub fn child(&self, word: &str) -> Option<&KeyNode> {
        self.children.iter().find(|child| child.key == word || child.name == word)
    }

    /// Whether anything may be typed here or below.
    pub fn has_typed(&self) -> bool {
        self.typed.is_some() || self.children.iter().any(Self::has_typed)
    }

    /// Every full path below this key that has a value, in the official order.
    pub fn paths(&self) -> Vec<String> {
        self.addressed().into_iter().map(|(path, _)| path).collect()
    }

    /// The longest path to each address below this key.
    pub(super) fn longest_paths(&self) -> HashMap<Address, String> {
        let mut longest = HashMap::new();
        for (path, address) in self.addressed() {
            longest.entry(address.clone()).or_insert(path);
        }
        longest
    }

    /// Every full path below this key that has a value, with its address: those further below before those above them.
    fn addressed(&self) -> Vec<(String, &Address)> {
        let mut paths = Vec::new();
        self.collect_paths("", &mut paths);
        paths
    }

    pub(super) fn look_up(&self, path: &str) -> Result<Address, LookupError> {
        let mut node = self;
        let mut before = Vec::new();
        for part in path.split('.').map(str::trim) {
            node = node
                .child(part)
                .ok_or_else(|| LookupError::Unknown { part: part.to_owned(), before: before.join(".") })?;
            before.push(node.key);
        }
        node.address
            .clone()
            .ok_or_else(|| LookupError::NotASum { next: node.children.iter().map(|child| child.key).collect() })
    }

    fn branch(key: &'static str, name: &'static str) -> Self {
        Self { key, name, address: None, typed: None, children: Vec::new() }
    }

    fn child_or_insert(&mut self, key: &'static str, name: &'static str) -> &mut Self {
        let at = self.children.iter().position(|child| child.key == key).unwrap_or_else(|| {
            self.children.push(Self::branch(key, name));
            self.children.len() - 1
        });
        &mut self.children[at]
    }

    fn collect_paths<'a>(&'a self, before: &str, paths: &mut Vec<(String, &'a Address)>) {
        for child in &self.children {
            let path = if before.is_empty() { child.key.to_owned() } else { format!("{before}.{}", child.key) };
            child.collect_paths(&path, paths);
            paths.extend(child.address.as_ref().map(|address| (path, address)));
        }
    }
}

/// The keys of a block: its rows, and below each row its columns. A row without a key is passed through.
fn block_keys(block: &TableBlock) -> Vec<KeyNode> {
    block
        .rows
        .keys()
        .iter()
        .flat_map(|row| match row.key {
            "" => column_keys(block, row),
            _ => vec![row_key(block, row)],
        })
        .collect()
}

fn row_key(block: &TableBlock, row: &AxisKey) -> KeyNode {
    let mut node = KeyNode::branch(row.key, row.name);
    node.children = row.children.iter().map(|child| row_key(block, child)).collect();
    let columns = column_keys(block, row);
    match <[KeyNode; 1]>::try_from(columns) {
        Ok([only]) => node = KeyNode { key: node.key, name: node.name, ..only },
        Err(columns) => {
            node.address = block.columns.has_total().then(|| address(block, row, block.columns.whole()));
            for column in columns {
                // 其他处理.其他 is the row: where a row and a column share a key, the row is meant.
                if node.child(column.key).is_none() {
                    node.children.push(column);
                }
            }
        }
    }
    node
}

fn column_keys(block: &TableBlock, row: &AxisKey) -> Vec<KeyNode> {
    block.columns.keys().iter().map(|column| column_key(block, row, column)).collect()
}

fn column_key(block: &TableBlock, row: &AxisKey, column: &AxisKey) -> KeyNode {
    KeyNode {
        typed: column.typed.filter(|_| row.typed.is_some()),
        address: Some(address(block, row, column.range.clone())),
        children: column.children.iter().map(|child| column_key(block, row, child)).collect(),
        ..KeyNode::branch(column.key, column.name)
    }
}

fn address(block: &TableBlock, row: &AxisKey, columns: Range<usize>) -> Address {
    Address { block: block.index, rows: row.range.clone(), columns }
}
