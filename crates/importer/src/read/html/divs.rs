//! Tables made of elements that are none: by what they say of themselves (`role="table"`, `display: table`), or rows of equal
//! numbers of short elements with figures among them.

use super::marks::is_figure;
use super::style::{is_hidden, property};
use super::survey::Survey;
use super::tree::{Content, NodeId, Tree};

/// A table that does not say so has at least so many rows,
const ROWS: usize = 3;
/// and columns,
const COLUMNS: usize = 3;
/// and in no cell more than so many nodes,
const NODES: usize = 12;
/// or characters.
const LONGEST: usize = 60;

/// No table has more cells.
const CELLS: usize = 20_000;

/// The cells of the table that an element is, row by row.
pub(super) fn rows(tree: &Tree, survey: &Survey, node: NodeId) -> Option<Vec<Vec<NodeId>>> {
    if !matches!(tree.name(node), "div" | "section" | "ul" | "ol") {
        return None;
    }
    if says(tree, node, &["table", "grid"], &["table", "inline-table"]) {
        declared(tree, survey, node)
    } else {
        plain(tree, node)
    }
}

/// The rows of an element that says that it is a table. One that only stands two columns of a page side by side has one row, or
/// whole sections in its cells.
fn declared(tree: &Tree, survey: &Survey, node: NodeId) -> Option<Vec<Vec<NodeId>>> {
    let is_group = |&child: &NodeId| {
        let groups = ["table-row-group", "table-header-group", "table-footer-group"];
        says(tree, child, &["rowgroup"], &groups)
    };
    let is_row = |&child: &NodeId| says(tree, child, &["row"], &["table-row"]);
    let grouped = elements(tree, node).flat_map(|child| {
        let inner: Vec<NodeId> = if is_group(&child) { elements(tree, child).collect() } else { vec![child] };
        inner
    });
    let rows: Vec<Vec<NodeId>> = grouped.filter(is_row).map(|row| elements(tree, row).collect()).collect();
    let is_table = rows.len() > 1 && rows.iter().filter(|row| row.len() > 1).count() > 1;
    let cells: usize = rows.iter().map(Vec::len).sum();
    let is_layout = || rows.iter().flatten().any(|cell| survey.marks(*cell) > 1);
    (is_table && cells <= CELLS && !is_layout()).then_some(rows)
}

/// The rows of an element that does not say so.
fn plain(tree: &Tree, node: NodeId) -> Option<Vec<Vec<NodeId>>> {
    let rows: Vec<NodeId> = elements(tree, node).take(CELLS).collect();
    let width = rows.first().map_or(0, |row| elements(tree, *row).take(CELLS).count());
    if rows.len() < ROWS || width < COLUMNS || rows.len().checked_mul(width).is_none_or(|cells| cells > CELLS) {
        return None;
    }
    if has_text(tree, node) || rows.iter().any(|row| has_text(tree, *row)) {
        return None;
    }
    let cells: Vec<Vec<NodeId>> = rows.iter().map(|row| elements(tree, *row).take(width + 1).collect()).collect();
    let is_cell = |cell: &NodeId| {
        let small = tree.within(*cell).take(NODES + 1).count() <= NODES;
        small && !tree.within(*cell).any(|node| matches!(tree.name(node), "a" | "img" | "input" | "table"))
    };
    let is_even = cells.iter().all(|row| row.len() == width && row.iter().all(is_cell));
    if !is_even || cells.iter().flatten().any(|cell| tree.text(*cell).trim().chars().count() > LONGEST) {
        return None;
    }
    let counted = cells.iter().filter(|row| row.iter().any(|cell| is_figure(&tree.text(*cell)))).count();
    (counted * 2 >= cells.len()).then_some(cells)
}

/// How many columns a cell covers.
pub(super) fn span(tree: &Tree, cell: NodeId) -> usize {
    let said = tree.attribute(cell, "aria-colspan").and_then(|span| span.trim().parse::<usize>().ok());
    said.unwrap_or(1).clamp(1, 100)
}

/// Whether an element has one of these roles or ways to be shown.
fn says(tree: &Tree, node: NodeId, roles: &[&str], displays: &[&str]) -> bool {
    let role = tree.attribute(node, "role").map(str::trim).unwrap_or_default();
    roles.contains(&role) || property(tree, node, "display").is_some_and(|display| displays.contains(&display.as_str()))
}

fn elements(tree: &Tree, node: NodeId) -> impl Iterator<Item = NodeId> {
    tree.children(node).iter().copied().filter(|&child| !tree.name(child).is_empty() && !is_hidden(tree, child))
}

/// Whether text stands in an element beside its children.
fn has_text(tree: &Tree, node: NodeId) -> bool {
    tree.children(node).iter().any(|&child| {
        matches!(tree.get(child).map(|node| &node.content), Some(Content::Text(text)) if !text.trim().is_empty())
    })
}
