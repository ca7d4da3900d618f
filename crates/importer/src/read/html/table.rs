//! Which places the cells of a table cover.

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
    let groups = groups(tree, table);
    let narrow = placed(tree, &groups, 0);
    let width = narrow.iter().map(|slot| slot.column + slot.columns).max().unwrap_or(0);
    placed(tree, &groups, width)
}

fn placed(tree: &Tree, groups: &[Vec<NodeId>], width: usize) -> Vec<Slot> {
    let mut slots = Vec::new();
    let mut start = 0;
    for rows in groups {
        place(tree, rows, start, width, &mut slots);
        start += rows.len();
    }
    slots
}

/// The rows of a table by head, bodies and foot, in the order in which they are shown.
fn groups(tree: &Tree, table: NodeId) -> Vec<Vec<NodeId>> {
    let rows = |group: NodeId| -> Vec<NodeId> {
        tree.children(group).iter().copied().filter(|&row| tree.name(row) == "tr" && !is_hidden(tree, row)).collect()
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

/// Places the cells of one group: spans end with it. The widest spans end with the table's `width`.
fn place(tree: &Tree, rows: &[NodeId], start: usize, width: usize, slots: &mut Vec<Slot>) {
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
            let wanted = match span(tree, node, "colspan").unwrap_or(1) {
                wide if wide > MAX_SPAN => width.saturating_sub(column).max(1),
                span => span.clamp(1, MAX_WIDTH - column),
            };
            let columns =
                (0..wanted).take_while(|more| free.get(column + more).is_none_or(|&from| from <= at)).count().max(1);
            let left = rows.len() - at;
            let height = match span(tree, node, "rowspan") {
                Some(0) => left,
                span => span.unwrap_or(1).min(left),
            };
            for covered in column..column + columns {
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
