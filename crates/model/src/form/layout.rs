//! The form as it is printed: lines of cells with their spans. Pages, PDFs and data files walk these.

use super::axis::leaf_count;
use super::{Address, Axis, Block, Content, Item, Table};

/// What a heading cell is the heading of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// A single column.
    Column,
    /// Several columns.
    ColumnGroup,
    /// A single row.
    Row,
    /// Several rows.
    RowGroup,
}

/// A cell of a printed line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LayoutCell {
    /// A heading.
    Heading {
        /// The official label.
        text: &'static str,
        /// What it is the heading of.
        scope: Scope,
        /// How many columns it spans.
        columns: usize,
        /// How many rows it spans.
        rows: usize,
    },
    /// A corner that is the heading of nothing in particular.
    Corner {
        /// What it says.
        text: &'static str,
        /// How many columns it spans.
        columns: usize,
        /// How many rows it spans.
        rows: usize,
    },
    /// A figure.
    Figure {
        /// Which one.
        address: Address,
        /// What it counts.
        content: Content,
        /// Whether it is derived.
        total: bool,
        /// How many columns it spans.
        columns: usize,
    },
}

/// A printed line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LayoutLine {
    /// Whether it belongs to a head, which is repeated where a table breaks over pages.
    pub head: bool,
    /// The block that it belongs to, from 0 within its table.
    pub block: usize,
    /// Its cells; places covered by a span from above or from the left are left out.
    pub cells: Vec<LayoutCell>,
}

impl Table {
    /// How many columns the table has when printed.
    pub fn width(&self) -> usize {
        self.blocks.iter().map(|block| block.rows.depth + block.columns.leaves.len()).max().unwrap_or(0)
    }

    /// The printed lines, in order.
    pub fn layout(&self) -> Vec<LayoutLine> {
        let width = self.width();
        self.blocks
            .iter()
            .enumerate()
            .flat_map(|(number, block)| {
                let lines = heading_line(block, width).into_iter().chain(column_lines(block, width));
                let heads = lines.map(move |cells| LayoutLine { head: true, block: number, cells });
                let body = body_lines(block, width);
                heads.chain(body.into_iter().map(move |cells| LayoutLine { head: false, block: number, cells }))
            })
            .collect()
    }
}

fn heading_line(block: &Block, width: usize) -> Option<Vec<LayoutCell>> {
    let text = block.heading?;
    Some(vec![LayoutCell::Heading { text, scope: Scope::RowGroup, columns: width, rows: 1 }])
}

/// The lines of column headings, the corner in the first of them.
fn column_lines(block: &Block, width: usize) -> Vec<Vec<LayoutCell>> {
    let mut lines = vec![Vec::new(); block.columns.depth];
    if let (Some(text), Some(first)) = (block.corner, lines.first_mut()) {
        let (columns, rows) = (block.rows.depth, block.columns.depth);
        first.push(LayoutCell::Corner { text, columns, rows });
    }
    column_headings(block.columns.items, 0, &mut lines);
    stretch_last(&mut lines, width);
    lines
}

fn column_headings(items: &[Item], level: usize, lines: &mut [Vec<LayoutCell>]) {
    for item in items {
        let rows = match item.content {
            Content::Group(_) => 1,
            _ => lines.len() - level,
        };
        let columns = leaf_count(std::slice::from_ref(item));
        let scope = if columns > 1 { Scope::ColumnGroup } else { Scope::Column };
        lines[level].push(LayoutCell::Heading { text: item.label, scope, columns, rows });
        if let Content::Group(children) = item.content {
            column_headings(children, level + 1, lines);
        }
    }
}

/// A block that is narrower than its table fills it with its last column.
fn stretch_last(lines: &mut [Vec<LayoutCell>], width: usize) {
    let Some(first) = lines.first_mut() else { return };
    let used: usize = first.iter().map(LayoutCell::columns).sum();
    if let Some(last) = first.last_mut() {
        last.widen(width - used);
    }
}

fn body_lines(block: &Block, width: usize) -> Vec<Vec<LayoutCell>> {
    let mut lines = row_headings(&block.rows);
    for (line, row) in lines.iter_mut().zip(&block.rows.leaves) {
        for column in &block.columns.leaves {
            line.push(LayoutCell::Figure {
                address: Address { block: block.index, rows: row.range.clone(), columns: column.range.clone() },
                content: amount_or_count(column.item),
                total: [row.item, column.item].iter().any(|item| item.content == Content::Total),
                columns: 1,
            });
        }
        let used = block.rows.depth + block.columns.leaves.len();
        if let Some(last) = line.last_mut() {
            last.widen(width - used);
        }
    }
    lines
}

fn amount_or_count(column: &Item) -> Content {
    match column.content {
        Content::Amount => Content::Amount,
        _ => Content::Count,
    }
}

/// The row headings, a line for each printed row.
fn row_headings(axis: &Axis) -> Vec<Vec<LayoutCell>> {
    let mut lines = vec![Vec::new(); axis.leaves.len()];
    let mut at = 0;
    push_row_headings(axis.items, axis.depth, &mut at, &mut lines);
    lines
}

fn push_row_headings(items: &[Item], levels: usize, at: &mut usize, lines: &mut [Vec<LayoutCell>]) {
    for item in items {
        let rows = leaf_count(std::slice::from_ref(item));
        let columns = match item.content {
            Content::Group(_) => 1,
            _ => levels,
        };
        if !item.label.is_empty() {
            let scope = if rows > 1 { Scope::RowGroup } else { Scope::Row };
            lines[*at].push(LayoutCell::Heading { text: item.label, scope, columns, rows });
        }
        match item.content {
            Content::Group(children) => push_row_headings(children, levels - 1, at, lines),
            _ => *at += 1,
        }
    }
}

impl LayoutCell {
    /// How many columns it spans.
    pub fn columns(&self) -> usize {
        match self {
            Self::Heading { columns, .. } | Self::Corner { columns, .. } | Self::Figure { columns, .. } => *columns,
        }
    }

    fn widen(&mut self, more: usize) {
        match self {
            Self::Heading { columns, .. } | Self::Corner { columns, .. } | Self::Figure { columns, .. } => {
                *columns += more;
            }
        }
    }
}
