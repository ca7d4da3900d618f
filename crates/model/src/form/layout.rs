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
        self.heading_width() + self.figure_width()
    }

    /// The printed lines, in order.
    pub fn layout(&self) -> Vec<LayoutLine> {
        let (headings, figures) = (self.heading_width(), self.figure_width());
        self.blocks
            .iter()
            .enumerate()
            .flat_map(|(number, block)| {
                let share = figures / block.columns.leaves.len().max(1);
                let lines = heading_line(block, headings + figures).into_iter();
                let heads = lines.chain(column_lines(block, headings, share));
                let heads = heads.map(move |cells| LayoutLine { head: true, block: number, cells });
                let body = body_lines(block, headings, share).into_iter();
                heads.chain(body.map(move |cells| LayoutLine { head: false, block: number, cells }))
            })
            .collect()
    }

    /// How many columns the row headings take.
    fn heading_width(&self) -> usize {
        self.blocks.iter().map(|block| block.rows.depth).max().unwrap_or(0)
    }

    /// How many columns the figures take: so many that each block can share them out evenly among its own.
    fn figure_width(&self) -> usize {
        self.blocks.iter().map(|block| block.columns.leaves.len().max(1)).fold(1, least_common_multiple)
    }
}

fn least_common_multiple(one: usize, other: usize) -> usize {
    (one..=one * other).step_by(one).find(|multiple| multiple % other == 0).unwrap_or(one)
}

fn heading_line(block: &Block, width: usize) -> Option<Vec<LayoutCell>> {
    let text = block.heading?;
    Some(vec![LayoutCell::Heading { text, scope: Scope::RowGroup, columns: width, rows: 1 }])
}

/// The lines of column headings, the corner in the first of them.
fn column_lines(block: &Block, headings: usize, share: usize) -> Vec<Vec<LayoutCell>> {
    let mut lines = vec![Vec::new(); block.columns.depth];
    if let (Some(text), Some(first)) = (block.corner, lines.first_mut()) {
        first.push(LayoutCell::Corner { text, columns: headings, rows: block.columns.depth });
    }
    column_headings(block.columns.items, share, 0, &mut lines);
    lines
}

fn column_headings(items: &[Item], share: usize, level: usize, lines: &mut [Vec<LayoutCell>]) {
    for item in items {
        let rows = match item.content {
            Content::Group(_) => 1,
            _ => lines.len() - level,
        };
        let leaves = leaf_count(std::slice::from_ref(item));
        let scope = if leaves > 1 { Scope::ColumnGroup } else { Scope::Column };
        lines[level].push(LayoutCell::Heading { text: item.label, scope, columns: leaves * share, rows });
        if let Content::Group(children) = item.content {
            column_headings(children, share, level + 1, lines);
        }
    }
}

fn body_lines(block: &Block, headings: usize, share: usize) -> Vec<Vec<LayoutCell>> {
    let mut lines = row_headings(&block.rows, headings);
    for (line, row) in lines.iter_mut().zip(&block.rows.leaves) {
        for column in &block.columns.leaves {
            line.push(LayoutCell::Figure {
                address: Address { block: block.index, rows: row.range.clone(), columns: column.range.clone() },
                content: summed(column.item),
                total: [row.item, column.item].iter().any(|item| item.content == Content::Total),
                columns: share,
            });
        }
    }
    lines
}

/// What a column counts; a total counts things.
fn summed(column: &Item) -> Content {
    match column.content {
        Content::Amount | Content::Change => column.content,
        _ => Content::Count,
    }
}

/// The row headings, a line for each printed row.
fn row_headings(axis: &Axis, levels: usize) -> Vec<Vec<LayoutCell>> {
    let mut lines = vec![Vec::new(); axis.leaves.len()];
    push_row_headings(axis.items, levels, &mut 0, &mut lines);
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
}
