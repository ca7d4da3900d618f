//! The form as it is printed: lines of cells with their spans. Pages, PDFs and data files walk these.

use std::collections::BTreeSet;

use super::axis::leaf_count;
use super::{Address, Axis, Content, Item, Table, TableBlock};

/// What a heading cell is the heading of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeadingScope {
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
        scope: HeadingScope,
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
        /// Its cell, or the cells that it is the sum of.
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
        self.heading_width() + self.shares().len()
    }

    /// How wide the columns of figures are, in shares of their width together. Parts with two and with three columns, each
    /// as wide as the other, have four between them: two shares, one, one, two.
    pub fn shares(&self) -> Vec<usize> {
        let mut starts = self.starts();
        starts.insert(self.all_shares());
        starts.iter().zip(starts.iter().skip(1)).map(|(start, end)| end - start).collect()
    }

    /// The printed lines, in order.
    pub fn layout(&self) -> Vec<LayoutLine> {
        let (headings, width) = (self.heading_width(), self.width());
        self.blocks
            .iter()
            .enumerate()
            .flat_map(|(number, block)| {
                let spans = self.spans(block);
                let lines = heading_line(block, width).into_iter().chain(column_lines(block, headings, &spans));
                let heads = lines.map(move |cells| LayoutLine { head: true, block: number, cells });
                let body = body_lines(block, headings, &spans).into_iter();
                heads.chain(body.map(move |cells| LayoutLine { head: false, block: number, cells }))
            })
            .collect()
    }

    /// How many columns the row headings take.
    pub fn heading_width(&self) -> usize {
        self.blocks.iter().map(|block| block.rows.depth).max().unwrap_or(0)
    }

    /// So many shares that each part can give its columns equally many.
    fn all_shares(&self) -> usize {
        self.blocks.iter().map(|block| block.columns.leaves.len()).fold(1, least_common_multiple)
    }

    /// The shares at which a column of any part begins.
    fn starts(&self) -> BTreeSet<usize> {
        let all = self.all_shares();
        self.blocks.iter().flat_map(|block| (0..all).step_by(all / block.columns.leaves.len())).collect()
    }

    /// How many printed columns each column of a part spans.
    fn spans(&self, block: &TableBlock) -> Vec<usize> {
        let (all, starts) = (self.all_shares(), self.starts());
        let each = all / block.columns.leaves.len();
        (0..all).step_by(each).map(|start| starts.range(start..start + each).count()).collect()
    }
}

fn least_common_multiple(one: usize, other: usize) -> usize {
    (one..=one * other).step_by(one).find(|multiple| multiple % other == 0).unwrap_or(one)
}

fn heading_line(block: &TableBlock, width: usize) -> Option<Vec<LayoutCell>> {
    let text = block.heading?;
    Some(vec![LayoutCell::Heading { text, scope: HeadingScope::RowGroup, columns: width, rows: 1 }])
}

/// The lines of column headings, the corner in the first of them.
fn column_lines(block: &TableBlock, headings: usize, spans: &[usize]) -> Vec<Vec<LayoutCell>> {
    let mut lines = vec![Vec::new(); block.columns.depth];
    if let (Some(text), Some(first)) = (block.corner, lines.first_mut()) {
        first.push(LayoutCell::Corner { text, columns: headings, rows: block.columns.depth });
    }
    column_headings(block.columns.items, spans, 0, &mut lines);
    lines
}

fn column_headings(items: &[Item], mut spans: &[usize], level: usize, lines: &mut [Vec<LayoutCell>]) {
    for item in items {
        let rows = match item.content {
            Content::Group(_) => 1,
            _ => lines.len() - level,
        };
        let leaves = leaf_count(std::slice::from_ref(item));
        let (own, rest) = spans.split_at(leaves);
        let scope = if leaves > 1 { HeadingScope::ColumnGroup } else { HeadingScope::Column };
        lines[level].push(LayoutCell::Heading { text: item.label, scope, columns: own.iter().sum(), rows });
        if let Content::Group(children) = item.content {
            column_headings(children, own, level + 1, lines);
        }
        spans = rest;
    }
}

fn body_lines(block: &TableBlock, headings: usize, spans: &[usize]) -> Vec<Vec<LayoutCell>> {
    let mut lines = row_headings(&block.rows, headings);
    for (line, row) in lines.iter_mut().zip(&block.rows.leaves) {
        for (column, span) in block.columns.leaves.iter().zip(spans) {
            line.push(LayoutCell::Figure {
                address: Address { block: block.index, rows: row.range.clone(), columns: column.range.clone() },
                content: summed(column.item),
                total: [row.item, column.item].iter().any(|item| item.content == Content::Total),
                columns: *span,
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
            let scope = if rows > 1 { HeadingScope::RowGroup } else { HeadingScope::Row };
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

    /// How many rows it spans.
    pub fn rows(&self) -> usize {
        match self {
            Self::Heading { rows, .. } | Self::Corner { rows, .. } => *rows,
            Self::Figure { .. } => 1,
        }
    }
}
