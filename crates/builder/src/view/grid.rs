//! The cells of an official table in their places: pages, PDFs, data files and workbooks all walk these.

use nianbao_model::TableId;
use nianbao_model::form::{HeadingScope, LayoutCell, LayoutLine};

/// The cells of a table, line by line.
pub(crate) struct Grid<'a> {
    pub(crate) width: usize,
    pub(crate) cells: Vec<Placed<'a>>,
    table: TableId,
}

/// A cell in its place: line and column count from 0.
pub(crate) struct Placed<'a> {
    pub(crate) cell: &'a LayoutCell,
    pub(crate) block: usize,
    pub(crate) row: usize,
    pub(crate) column: usize,
}

impl<'a> Grid<'a> {
    /// The places of the cells of `lines`; a cell stands where those above and before it leave room.
    pub(crate) fn new(table: TableId, lines: &'a [LayoutLine], width: usize) -> Self {
        let mut taken = vec![vec![false; width]; lines.len()];
        let mut cells = Vec::new();
        for (row, line) in lines.iter().enumerate() {
            for cell in &line.cells {
                let column = taken[row].iter().position(|taken| !taken).unwrap_or(width);
                for covered in taken.iter_mut().skip(row).take(cell.rows()) {
                    covered.iter_mut().skip(column).take(cell.columns()).for_each(|place| *place = true);
                }
                cells.push(Placed { cell, block: line.block, row, column });
            }
        }
        Self { width, cells, table }
    }

    /// The cells that begin on a line.
    pub(crate) fn cells(&self, row: usize) -> impl Iterator<Item = &Placed<'a>> {
        self.cells.iter().filter(move |placed| placed.row == row)
    }

    /// The headings that a figure belongs to: those above it, those to its left, and the line that heads its block.
    pub(crate) fn headings(&self, figure: &Placed) -> impl Iterator<Item = &Placed<'a>> {
        let (block, row, column) = (figure.block, figure.row, figure.column);
        self.cells.iter().filter(move |placed| placed.block == block && self.heads(placed, row, column))
    }

    fn heads(&self, heading: &Placed, row: usize, column: usize) -> bool {
        let LayoutCell::Heading { scope, columns, rows, .. } = heading.cell else { return false };
        match scope {
            HeadingScope::Column | HeadingScope::ColumnGroup => {
                (heading.column..heading.column + columns).contains(&column)
            }
            HeadingScope::Row | HeadingScope::RowGroup => {
                *columns == self.width || (heading.row..heading.row + rows).contains(&row)
            }
        }
    }

    /// Whether the table has several parts, each with headings of its own.
    pub(crate) fn is_in_parts(&self) -> bool {
        self.cells.last().is_some_and(|last| last.block > 0)
    }

    /// A heading's address within a page.
    pub(crate) fn id(&self, placed: &Placed) -> Option<String> {
        matches!(placed.cell, LayoutCell::Heading { .. })
            .then(|| format!("t{}-{}-{}", self.table.number(), placed.row + 1, placed.column + 1))
    }
}
