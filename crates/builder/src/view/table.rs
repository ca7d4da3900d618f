//! An official table, cell by cell, with the headings that each figure belongs to.

use nianbao_model::form::{LayoutCell, LayoutLine, Scope};
use nianbao_model::{Address, Report, TableId};
use serde::Serialize;

/// An official table.
#[derive(Debug, Clone, Serialize)]
pub struct TableView {
    /// 2, 3 or 4.
    pub number: u8,
    /// Its caption.
    pub caption: &'static str,
    /// How many columns it has.
    pub width: usize,
    /// How wide its columns of figures are, in shares of their width together.
    pub shares: Vec<usize>,
    /// Its parts, each with heads of its own: table 2 has four or five, the others one.
    pub blocks: Vec<Vec<LineView>>,
    /// A note below it.
    pub note: Option<String>,
}

/// A line of a table.
#[derive(Debug, Clone, Serialize)]
pub struct LineView {
    /// Whether it belongs to the head of its part.
    pub head: bool,
    /// Its cells; places covered by a span are left out.
    pub cells: Vec<CellView>,
}

/// What a cell is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum CellKind {
    /// A heading.
    Heading,
    /// A corner that is the heading of nothing.
    Corner,
    /// A typed figure.
    Figure,
    /// A derived figure.
    Total,
}

/// A cell of a table.
#[derive(Debug, Clone, Serialize)]
pub struct CellView {
    /// What it is.
    pub kind: CellKind,
    /// What it says.
    pub text: String,
    /// A remark printed beside a figure.
    pub remark: Option<String>,
    /// `col`, `colgroup`, `row` or `rowgroup` for headings.
    pub scope: Option<&'static str>,
    /// A heading's address within the page.
    pub id: Option<String>,
    /// The ids of the headings that a figure belongs to.
    pub headers: Vec<String>,
    /// The first column that it stands in, from 1.
    pub column: usize,
    /// How many columns it spans.
    pub columns: usize,
    /// How many rows it spans.
    pub rows: usize,
}

impl TableView {
    /// Table `id` of `report`.
    pub fn new(report: &Report, id: TableId) -> Self {
        let table = report.form.table(id);
        let lines = table.layout();
        let grid = Grid::new(id, &lines, table.width());
        let mut blocks = vec![Vec::new(); table.blocks.len()];
        for (at, line) in lines.iter().enumerate() {
            let cells = grid.cells(at).map(|placed| placed.view(report, &grid)).collect();
            blocks[line.block].push(LineView { head: line.head, cells });
        }
        Self {
            number: id.number(),
            caption: table.caption,
            width: table.width(),
            shares: table.shares(),
            blocks,
            note: report.notes.get(&id).map(|note| note.value.clone()),
        }
    }
}

/// The cells of a table in their places.
struct Grid<'a> {
    table: TableId,
    width: usize,
    cells: Vec<Placed<'a>>,
}

struct Placed<'a> {
    cell: &'a LayoutCell,
    block: usize,
    row: usize,
    column: usize,
}

impl<'a> Grid<'a> {
    fn new(table: TableId, lines: &'a [LayoutLine], width: usize) -> Self {
        let mut taken = vec![vec![false; width]; lines.len()];
        let mut cells = Vec::new();
        for (row, line) in lines.iter().enumerate() {
            for cell in &line.cells {
                let column = taken[row].iter().position(|taken| !taken).unwrap_or(width);
                for covered in taken.iter_mut().skip(row).take(rows(cell)) {
                    covered.iter_mut().skip(column).take(cell.columns()).for_each(|place| *place = true);
                }
                cells.push(Placed { cell, block: line.block, row, column });
            }
        }
        Self { table, width, cells }
    }

    fn cells(&self, row: usize) -> impl Iterator<Item = &Placed<'a>> {
        self.cells.iter().filter(move |placed| placed.row == row)
    }

    /// The ids of the headings that the figure at `figure` belongs to: those above it, those to its
    /// left, and the line that heads its block.
    fn headers(&self, figure: &Placed) -> Vec<String> {
        self.cells
            .iter()
            .filter(|placed| placed.block == figure.block && self.heads(placed, figure))
            .filter_map(|placed| self.id(placed))
            .collect()
    }

    fn heads(&self, heading: &Placed, figure: &Placed) -> bool {
        let LayoutCell::Heading { scope, columns, rows, .. } = heading.cell else { return false };
        match scope {
            Scope::Column | Scope::ColumnGroup => (heading.column..heading.column + columns).contains(&figure.column),
            Scope::Row | Scope::RowGroup => {
                *columns == self.width || (heading.row..heading.row + rows).contains(&figure.row)
            }
        }
    }

    fn id(&self, placed: &Placed) -> Option<String> {
        matches!(placed.cell, LayoutCell::Heading { .. })
            .then(|| format!("t{}-{}-{}", self.table.number(), placed.row + 1, placed.column + 1))
    }
}

impl Placed<'_> {
    fn view(&self, report: &Report, grid: &Grid) -> CellView {
        let plain = CellView {
            kind: CellKind::Corner,
            text: String::new(),
            remark: None,
            scope: None,
            id: grid.id(self),
            headers: Vec::new(),
            column: self.column + 1,
            columns: self.cell.columns(),
            rows: rows(self.cell),
        };
        match self.cell {
            LayoutCell::Heading { text, scope, .. } => {
                CellView { kind: CellKind::Heading, text: (*text).to_owned(), scope: Some(scope_name(*scope)), ..plain }
            }
            LayoutCell::Corner { text, .. } => CellView { text: (*text).to_owned(), ..plain },
            LayoutCell::Figure { address, total, .. } => CellView {
                kind: if *total { CellKind::Total } else { CellKind::Figure },
                text: report.figure(address).to_string(),
                remark: remark(report, address),
                headers: grid.headers(self),
                ..plain
            },
        }
    }
}

fn remark(report: &Report, address: &Address) -> Option<String> {
    report.figures.cell(address).and_then(|cell| cell.remark.clone())
}

fn rows(cell: &LayoutCell) -> usize {
    match cell {
        LayoutCell::Heading { rows, .. } | LayoutCell::Corner { rows, .. } => *rows,
        LayoutCell::Figure { .. } => 1,
    }
}

fn scope_name(scope: Scope) -> &'static str {
    match scope {
        Scope::Column => "col",
        Scope::ColumnGroup => "colgroup",
        Scope::Row => "row",
        Scope::RowGroup => "rowgroup",
    }
}
