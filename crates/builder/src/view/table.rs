//! An official table, cell by cell, with the headings that each figure belongs to.

use nianbao_model::form::{LayoutCell, Scope};
use nianbao_model::{Address, Report, TableId};
use serde::Serialize;

use super::grid::{Grid, Placed};

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
            rows: self.cell.rows(),
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
                headers: grid.headings(self).filter_map(|heading| grid.id(heading)).collect(),
                ..plain
            },
        }
    }
}

fn remark(report: &Report, address: &Address) -> Option<String> {
    report.figures.cell(address).and_then(|cell| cell.remark.clone())
}

fn scope_name(scope: Scope) -> &'static str {
    match scope {
        Scope::Column => "col",
        Scope::ColumnGroup => "colgroup",
        Scope::Row => "row",
        Scope::RowGroup => "rowgroup",
    }
}
