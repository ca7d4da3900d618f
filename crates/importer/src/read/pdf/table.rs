//! The tables of a page with what stands in their cells.

use kurbo::Rect;

use super::glyph::{Glyph, Misgiving, Turn};
use super::lattice::{Lattice, LatticeField};
use super::lines::{PdfLine, lines};

/// How close to a line a digit is at it, in sizes of its font.
const AT_EDGE: f64 = 0.3;
/// How many digits at the lines of a table are looked at.
const EDGES: usize = 2000;

/// A table of a page, or of several once its pieces are joined.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Table {
    /// The edges of its columns.
    pub(super) across: Vec<f64>,
    /// The edges of its rows.
    pub(super) down: Vec<f64>,
    /// Its cells, row by row.
    pub(super) cells: Vec<Cell>,
}

/// A cell of a table.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Cell {
    /// Its place.
    pub(super) field: LatticeField,
    /// Its area on its page.
    pub(super) area: Rect,
    /// Its lines in reading order.
    pub(super) lines: Vec<PdfLine>,
    /// The tables within it.
    pub(super) tables: Vec<Table>,
    /// Why what stands in it may belong to another cell.
    pub(super) misgiving: Option<Misgiving>,
    /// Its page, from 1.
    pub(super) page: u32,
}

impl Table {
    /// The area of the whole table.
    pub(super) fn area(&self) -> Rect {
        self.cells.iter().map(|cell| cell.area).reduce(|all, cell| all.union(cell)).unwrap_or_default()
    }

    /// How many rows it has.
    pub(super) fn rows(&self) -> usize {
        self.down.len().saturating_sub(1)
    }
}

impl Cell {
    /// Its characters without line breaks.
    pub(super) fn text(&self) -> String {
        self.lines.iter().map(PdfLine::text).collect()
    }
}

/// The tables that `lattices` of page `page` are with those of `glyphs` that stand in them, and the other glyphs.
pub(super) fn tables(mut lattices: Vec<Lattice>, glyphs: Vec<Glyph>, page: u32) -> (Vec<Table>, Vec<Glyph>) {
    lattices.sort_by(|a, b| a.area().area().total_cmp(&b.area().area()));
    let mut found: Vec<(Table, Vec<Vec<Glyph>>)> =
        lattices.iter().map(|lattice| (empty(lattice, page), vec![Vec::new(); lattice.fields.len()])).collect();
    let mut rest = Vec::new();
    for glyph in glyphs {
        let place = lattices
            .iter()
            .enumerate()
            .find_map(|(number, lattice)| lattice.field_at(glyph.middle).map(|field| (number, field)));
        let holder = place.and_then(|(number, field)| found.get_mut(number)?.1.get_mut(field));
        match holder {
            Some(holder) => holder.push(glyph),
            None => rest.push(glyph),
        }
    }
    let filled = found.into_iter().map(|(table, glyphs)| filled(table, glyphs)).collect();
    (nested(filled, &lattices), rest)
}

fn empty(lattice: &Lattice, page: u32) -> Table {
    let cell = |field: &LatticeField| Cell {
        field: *field,
        area: lattice.area_of(field),
        misgiving: field.broken.then_some(Misgiving::Unruled),
        page,
        ..Cell::default()
    };
    Table {
        across: lattice.across.clone(),
        down: lattice.down.clone(),
        cells: lattice.fields.iter().map(cell).collect(),
    }
}

fn filled(mut table: Table, glyphs: Vec<Vec<Glyph>>) -> Table {
    for number in run_over(&table, &glyphs) {
        if let Some(cell) = table.cells.get_mut(number) {
            cell.misgiving = Some(Misgiving::Crossing);
        }
    }
    for (cell, glyphs) in table.cells.iter_mut().zip(glyphs) {
        if crosses(&glyphs, cell.area) {
            cell.misgiving = Some(Misgiving::Crossing);
        }
        cell.lines = by_turn(glyphs);
    }
    table
}

/// The lines of `glyphs`, those of each turn after each other.
pub(super) fn by_turn(glyphs: Vec<Glyph>) -> Vec<PdfLine> {
    let mut turns: Vec<(Turn, Vec<Glyph>)> = Vec::new();
    for glyph in glyphs {
        match turns.iter_mut().find(|(turn, _)| *turn == glyph.turn) {
            Some((_, known)) => known.push(glyph),
            None => turns.push((glyph.turn, vec![glyph])),
        }
    }
    turns.sort_by_key(|(turn, _)| *turn);
    turns.into_iter().flat_map(|(_, glyphs)| lines(glyphs)).collect()
}

/// The cells with a number that goes on in the cell beside it.
fn run_over(table: &Table, glyphs: &[Vec<Glyph>]) -> Vec<usize> {
    let (mut ending, mut beginning) = (Vec::new(), Vec::new());
    for (number, (cell, glyphs)) in table.cells.iter().zip(glyphs).enumerate() {
        for glyph in glyphs.iter().filter(|glyph| glyph.turn == Turn::Upright && glyph.is_digit()) {
            if glyph.right > cell.area.x1 - AT_EDGE * glyph.size && ending.len() < EDGES {
                ending.push((number, glyph));
            }
            if glyph.left < cell.area.x0 + AT_EDGE * glyph.size && beginning.len() < EDGES {
                beginning.push((number, glyph));
            }
        }
    }
    let goes_on =
        |a: &Glyph, b: &Glyph| (a.base - b.base).abs() < 0.2 * a.size && (b.left - a.right).abs() < AT_EDGE * a.size;
    let mut found = Vec::new();
    for (left, a) in &ending {
        let right = beginning.iter().find(|(right, b)| right != left && goes_on(a, b));
        found.extend(right.into_iter().flat_map(|(right, _)| [*left, *right]));
    }
    found
}

/// Whether a digit among `glyphs` reaches over the edge of the cell's `area`.
fn crosses(glyphs: &[Glyph], area: Rect) -> bool {
    glyphs.iter().filter(|glyph| glyph.turn == Turn::Upright && glyph.is_digit()).any(|glyph| {
        let over = 0.15 * (glyph.right - glyph.left);
        glyph.left < area.x0 - over || glyph.right > area.x1 + over
    })
}

/// `tables`, from the smallest to the largest, with each that stands in a cell of another moved there.
fn nested(tables: Vec<Table>, lattices: &[Lattice]) -> Vec<Table> {
    let mut outer: Vec<Table> = tables;
    let mut number = 0;
    while number < outer.len() {
        let Some(area) = lattices.get(number).map(Lattice::area) else { break };
        let holder = lattices.iter().enumerate().skip(number + 1).find_map(|(holder, lattice)| {
            let field = lattice.field_at(area.center())?;
            let inside = lattice.fields.get(field).map(|field| lattice.area_of(field))?;
            inside.inflate(2.0, 2.0).contains_rect(area).then_some((holder, field))
        });
        if let Some((holder, field)) = holder {
            let inner = outer.get_mut(number).map(std::mem::take).unwrap_or_default();
            if let Some(cell) = outer.get_mut(holder).and_then(|table| table.cells.get_mut(field)) {
                cell.tables.push(inner);
            }
        }
        number += 1;
    }
    outer.retain(|table| !table.cells.is_empty());
    outer
}
