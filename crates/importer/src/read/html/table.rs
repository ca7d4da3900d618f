//! Which places the cells of a table cover.

use std::collections::HashSet;

use super::style::is_hidden;
use super::tree::{NodeId, Tree};

/// A cell and the places that it covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Slot {
    /// The cell.
    pub(super) node: NodeId,
    /// Its first row, from 0.
    pub(super) row: usize,
    /// Its first column, from 0.
    pub(super) column: usize,
    /// How many rows it covers.
    pub(super) rows: usize,
    /// How many columns it covers.
    pub(super) columns: usize,
}

/// Cells that span more columns are as wide as the rest of the table.
const MAX_SPAN: usize = 100;

/// No table has more columns.
const MAX_WIDTH: usize = 1000;

/// The cells of a table as browsers place them. No two cover the same place.
pub(super) fn slots(tree: &Tree, table: NodeId) -> Vec<Slot> {
    let mut slots = Vec::new();
    let mut start = 0;
    for group in groups(tree, table) {
        let rows: Vec<NodeId> = group.into_iter().filter(|&row| !is_hidden(tree, row)).collect();
        place(tree, &rows, start, &mut slots);
        start += rows.len();
    }
    narrowed(slots)
}

/// The rows of a table by head, bodies and foot, in the order in which they are shown.
fn groups(tree: &Tree, table: NodeId) -> Vec<Vec<NodeId>> {
    let rows = |group: NodeId| -> Vec<NodeId> {
        tree.children(group).iter().copied().filter(|&row| tree.name(row) == "tr").collect()
    };
    let named = |name: &'static str| {
        tree.children(table)
            .iter()
            .filter(move |&&group| tree.name(group) == name && !is_hidden(tree, group))
            .map(|&group| rows(group))
    };
    // The parser puts rows into a body where the source has none.
    named("thead").chain(named("tbody")).chain(named("tfoot")).collect()
}

/// Places the cells of one group: spans end with it.
fn place(tree: &Tree, rows: &[NodeId], start: usize, slots: &mut Vec<Slot>) {
    // For each column the row from which on it is free.
    let mut free: Vec<usize> = Vec::new();
    for (at, &row) in rows.iter().enumerate() {
        let mut column = 0;
        for &node in
            tree.children(row).iter().filter(|&&node| matches!(tree.name(node), "td" | "th") && !is_hidden(tree, node))
        {
            while free.get(column).is_some_and(|&from| from > at) {
                column += 1;
            }
            if column >= MAX_WIDTH {
                break;
            }
            let wanted = span(tree, node, "colspan").unwrap_or(1).clamp(1, MAX_WIDTH - column);
            let columns =
                (0..wanted).take_while(|more| free.get(column + more).is_none_or(|&from| from <= at)).count().max(1);
            let left = rows.len() - at;
            let height = match span(tree, node, "rowspan") {
                Some(0) => left,
                span => span.unwrap_or(1).min(left),
            };
            // Wide spans reserve no columns beyond what rows can fill.
            for covered in column..column + columns.min(MAX_SPAN) {
                if free.len() <= covered {
                    free.resize(covered + 1, 0);
                }
                if let Some(from) = free.get_mut(covered) {
                    *from = at + height;
                }
            }
            slots.push(Slot { node, row: start + at, column, rows: height, columns });
            column += columns;
        }
    }
}

fn span(tree: &Tree, node: NodeId, name: &str) -> Option<usize> {
    let value = tree.attribute(node, name)?.trim();
    let digits = value.split(|c: char| !c.is_ascii_digit()).next()?;
    digits.parse().ok().filter(|span| *span <= 65_534)
}

/// Cells that span more than the table has are made as wide as its other rows.
fn narrowed(slots: Vec<Slot>) -> Vec<Slot> {
    let ends = |slot: &&Slot| slot.columns <= MAX_SPAN;
    let width = slots.iter().filter(ends).map(|slot| slot.column + slot.columns).max();
    let starts: HashSet<usize> = slots.iter().map(|slot| slot.column).collect();
    let width = width.or_else(|| starts.iter().max().map(|last| last + 1)).unwrap_or(1);
    let narrow = |slot: Slot| Slot { columns: slot.columns.min(width.saturating_sub(slot.column).max(1)), ..slot };
    slots.into_iter().map(narrow).collect()
}
