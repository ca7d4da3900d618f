//! An official table, cell by cell, with the headings that each figure belongs to.

use std::collections::BTreeSet;

use nianbao_model::figures::UNVERIFIED;
use nianbao_model::form::{HeadingScope, LayoutCell};
use nianbao_model::{Address, Report, TableId};
use serde::Serialize;

use super::anchor;
use super::grid::{Grid, Placed};

/// An official table.
#[derive(Debug, Clone, Serialize)]
pub struct TableView {
    /// Its number in the report: 2, 3 or 4.
    pub number: u8,
    /// Its address within the page, `table-2`.
    pub anchor: String,
    /// Its caption.
    pub caption: &'static str,
    /// How many columns it has.
    pub width: usize,
    /// How many of them hold the headings of rows; the others hold figures.
    pub headings: usize,
    /// How wide its columns of figures are, in shares of their width together.
    pub shares: Vec<usize>,
    /// Its parts, each with heads of its own: table 2 has four or five, the others one.
    pub blocks: Vec<Vec<LineView>>,
    /// A note below it.
    pub note: Option<String>,
    /// What stands below it on paper: the note, and the remarks of cells that are too narrow for them.
    pub notes: Vec<String>,
}

/// A line of a table.
#[derive(Debug, Clone, Serialize)]
pub struct LineView {
    /// Whether it belongs to the head of its part.
    pub head: bool,
    /// Its cells; places covered by a span are left out.
    pub cells: Vec<CellView>,
}

/// What a cell of a table is.
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
    /// Whether it is a heading, a corner or a figure.
    pub kind: CellKind,
    /// The text of the cell.
    pub text: String,
    /// A remark printed beside a figure.
    pub remark: Option<String>,
    /// What stands beside the figure on paper instead of the remark, which is among the table's notes.
    pub mark: Option<String>,
    /// `col`, `colgroup`, `row` or `rowgroup` for headings.
    pub scope: Option<&'static str>,
    /// Its address within the page: that of a heading which figures name, or of a cell which the narrative quotes.
    pub id: Option<String>,
    /// The ids of the headings that a figure belongs to, in a table of several parts. In others each figure belongs to the
    /// headings of its row and column.
    pub headers: Vec<String>,
    /// The first column that it stands in, from 1.
    pub column: usize,
    /// How many columns it spans.
    pub columns: usize,
    /// How many rows it spans.
    pub rows: usize,
}

impl TableView {
    /// Table `id` of `report`. `quoted` are the addresses within the page that the narrative leads to.
    pub fn new(report: &Report, id: TableId, quoted: &BTreeSet<String>) -> Self {
        let table = report.form.table(id);
        let lines = table.layout();
        let grid = Grid::new(id, &lines, table.width());
        let mut blocks = vec![Vec::new(); table.blocks.len()];
        for (at, line) in lines.iter().enumerate() {
            let cells = grid.cells(at).map(|placed| view(placed, report, &grid, quoted)).collect();
            blocks[line.block].push(LineView { head: line.head, cells });
        }
        let note = report.notes.get(&id).map(|note| note.value.clone());
        // The columns of a table in parts are wide enough for remarks.
        let remarks = if grid.is_in_parts() { Vec::new() } else { mark_remarks(&mut blocks) };
        Self {
            number: id.number(),
            anchor: anchor::of_table(id.number()),
            caption: table.caption,
            width: table.width(),
            headings: table.heading_width(),
            shares: table.shares(),
            blocks,
            notes: notes(note.as_deref(), &remarks),
            note,
        }
    }
}

fn view(placed: &Placed, report: &Report, grid: &Grid, quoted: &BTreeSet<String>) -> CellView {
    let in_parts = grid.is_in_parts();
    let own = Some(anchor::of_cell(report.form, grid, placed)).filter(|own| quoted.contains(own));
    let plain = CellView {
        kind: CellKind::Corner,
        text: String::new(),
        remark: None,
        mark: None,
        scope: None,
        id: own.or_else(|| grid.id(placed).filter(|_| in_parts)),
        headers: Vec::new(),
        column: placed.column + 1,
        columns: placed.cell.columns(),
        rows: placed.cell.rows(),
    };
    match placed.cell {
        LayoutCell::Heading { text, scope, .. } => CellView {
            kind: CellKind::Heading,
            text: (*text).to_owned(),
            scope: Some(scope_name(*scope, in_parts)),
            ..plain
        },
        LayoutCell::Corner { text, .. } => CellView { text: (*text).to_owned(), ..plain },
        LayoutCell::Figure { address, total, .. } => CellView {
            kind: if *total { CellKind::Total } else { CellKind::Figure },
            text: figure(report, address),
            remark: remark(report, address),
            headers: grid.headings(placed).filter_map(|heading| grid.id(heading)).filter(|_| in_parts).collect(),
            ..plain
        },
    }
}

/// A figure as it is printed. One that is still to be looked up, or that nobody can read, is none, nor is what it counts towards.
pub(super) fn figure(report: &Report, address: &Address) -> String {
    if report.figures.knows(address) { report.figure(address).to_string() } else { UNVERIFIED.to_owned() }
}

/// Gives each remark a mark, ① and so on, and returns the remarks behind their marks.
fn mark_remarks(blocks: &mut [Vec<LineView>]) -> Vec<String> {
    let cells = blocks.iter_mut().flatten().flat_map(|line| &mut line.cells);
    let remarked = cells.filter_map(|cell| cell.remark.clone().map(|remark| (cell, remark)));
    let marked = (1..).zip(remarked).map(|(number, (cell, remark))| {
        let mark = mark(number);
        let note = format!("{mark}{remark}");
        cell.mark = Some(mark);
        note
    });
    marked.collect()
}

/// The mark of a remark. Fonts of official documents have circled numbers up to ten.
fn mark(number: u32) -> String {
    let circled = (1..=10).contains(&number).then(|| char::from_u32(0x245F + number)).flatten();
    circled.map_or_else(|| format!("({number})"), String::from)
}

/// The lines below a table; the first begins with 注.
fn notes(note: Option<&str>, remarks: &[String]) -> Vec<String> {
    let mut lines: Vec<String> = note.into_iter().map(str::to_owned).chain(remarks.iter().cloned()).collect();
    if let Some(first) = lines.first_mut().filter(|first| !first.starts_with('注')) {
        first.insert_str(0, "注：");
    }
    lines
}

fn remark(report: &Report, address: &Address) -> Option<String> {
    report.figures.cell(address).and_then(|cell| cell.remark.clone())
}

/// A heading of several rows or columns is one of a group only where the group is an element of its own.
fn scope_name(scope: HeadingScope, in_parts: bool) -> &'static str {
    match scope {
        HeadingScope::ColumnGroup if in_parts => "colgroup",
        HeadingScope::RowGroup if in_parts => "rowgroup",
        HeadingScope::Column | HeadingScope::ColumnGroup => "col",
        HeadingScope::Row | HeadingScope::RowGroup => "row",
    }
}
