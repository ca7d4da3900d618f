//! Figures as the grids in which documents show them.

use std::collections::{BTreeMap, BTreeSet};

use nianbao_model::form::{LayoutCell, Table};
use nianbao_model::{Address, Form};

use crate::Document;
use crate::document::{Grid, GridCell, Paragraph, Part, Place};

/// What a document shows for each printed figure.
pub(super) type Shown = BTreeMap<(usize, usize, usize, usize), String>;

/// The place of a printed figure in [`Shown`]: block, first row, first column, and how many cells it sums.
pub(super) fn place(address: &Address) -> (usize, usize, usize, usize) {
    (address.block, address.rows.start, address.columns.start, address.rows.len() * address.columns.len())
}

/// A cell with a text.
pub(super) fn cell(row: usize, column: usize, rows: usize, columns: usize, text: &str) -> GridCell {
    let parts =
        if text.is_empty() { Vec::new() } else { vec![Part::Paragraph(Paragraph::plain(text, Place::Unknown))] };
    GridCell { row, column, rows, columns, parts, ..GridCell::default() }
}

/// A table as the form prints it.
pub(super) fn official(table: &Table, shown: &Shown) -> Grid {
    let mut cells = Vec::new();
    let mut covered: BTreeSet<(usize, usize)> = BTreeSet::new();
    for (row, line) in table.layout().into_iter().enumerate() {
        let mut column = 0;
        for own in line.cells {
            while covered.contains(&(row, column)) {
                column += 1;
            }
            let (rows, columns) = (own.rows(), own.columns());
            let text = match &own {
                LayoutCell::Heading { text, .. } | LayoutCell::Corner { text, .. } => (*text).to_owned(),
                LayoutCell::Figure { address, .. } => shown.get(&place(address)).cloned().unwrap_or_default(),
            };
            covered
                .extend((row..row + rows).flat_map(|row| (column..column + columns).map(move |column| (row, column))));
            cells.push(cell(row, column, rows, columns, &text));
            column += columns;
        }
    }
    Grid { cells, aligned: true, place: Place::Unknown }
}

/// A grid copied as text: merged cells are lost, and blanks stand at the ends of lines.
pub(super) fn copied(grid: &Grid) -> Grid {
    let width = grid.width();
    let mut cells = Vec::new();
    for row in 0..grid.height() {
        let own: Vec<String> = grid.cells.iter().filter(|cell| cell.row == row).map(GridCell::text).collect();
        let padded = own.iter().map(String::as_str).chain(std::iter::repeat("")).take(width.max(own.len()));
        cells.extend(padded.enumerate().map(|(column, text)| cell(row, column, 1, 1, text)));
    }
    Grid { cells, aligned: false, place: Place::Unknown }
}

/// A grid cut in two before `row`; where a cell goes through the cut, its text stays above and a blank stands below.
pub(super) fn cut(grid: &Grid, row: usize) -> [Grid; 2] {
    let (mut above, mut below) = (Vec::new(), Vec::new());
    for own in &grid.cells {
        let end = own.row + own.rows;
        if own.row < row {
            above.push(GridCell { rows: end.min(row) - own.row, ..own.clone() });
        }
        if end > row {
            let parts = if own.row < row { Vec::new() } else { own.parts.clone() };
            let first = own.row.max(row);
            below.push(GridCell { row: first - row, rows: end - first, parts, ..own.clone() });
        }
    }
    [above, below].map(|cells| Grid { cells, aligned: grid.aligned, place: Place::Unknown })
}

/// All grids as one, below each other.
pub(super) fn stacked(grids: &[Grid]) -> Grid {
    let mut cells = Vec::new();
    let mut first = 0;
    for grid in grids {
        cells.extend(grid.cells.iter().map(|cell| GridCell { row: cell.row + first, ..cell.clone() }));
        first += grid.height();
    }
    Grid { cells, aligned: grids.iter().all(|grid| grid.aligned), place: Place::Unknown }
}

/// A document of these grids, each below the heading of a section.
pub(super) fn document(grids: impl IntoIterator<Item = Grid>) -> Document {
    let parts = grids.into_iter().flat_map(|grid| {
        let text = "各项数据如下，统计期限自2024年1月1日起至12月31日止，供公众查阅和监督，如有疑问请与本机关联系咨询，联系方式见网站。";
        [Part::Paragraph(Paragraph::plain(text, Place::Unknown)), Part::Grid(grid)]
    });
    Document { parts: parts.collect(), ..Document::default() }
}

/// The three tables as the form prints them.
pub(super) fn tables(form: &Form, shown: &Shown) -> Vec<Grid> {
    form.tables.iter().map(|table| official(table, shown)).collect()
}
