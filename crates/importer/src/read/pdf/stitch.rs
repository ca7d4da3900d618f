//! Tables that a page break cuts, as one again.

use super::glyph::is_digit;
use super::lattice::{CLOSE, clustered};
use super::table::{Cell, Table};
use nianbao_model::numbering::is_chinese_numeral;

/// Joins `below`, the first thing on a page, to `above`, the last thing on the page before, if they are one table; gives it back
/// otherwise.
pub(super) fn join(above: &mut Table, mut below: Table) -> Option<Table> {
    if !same_columns(above, &below) {
        return Some(below);
    }
    let across = clustered(above.across.iter().chain(&below.across).copied().collect());
    spread(above, &across);
    spread(&mut below, &across);
    drop_repeated_head(above, &mut below);
    append(above, below);
    None
}

/// Whether the column edges of one are among those of the other.
fn same_columns(above: &Table, below: &Table) -> bool {
    let within =
        |few: &[f64], many: &[f64]| few.iter().all(|edge| many.iter().any(|other| (edge - other).abs() <= CLOSE));
    let ends = |a: Option<&f64>, b: Option<&f64>| a.zip(b).is_some_and(|(a, b)| (a - b).abs() <= CLOSE);
    let right = ends(above.across.last(), below.across.last());
    right && (within(&below.across, &above.across) || within(&above.across, &below.across))
}

/// Counts the columns of `table` by the edges `across`.
fn spread(table: &mut Table, across: &[f64]) {
    let place = |edge: usize| {
        let at = table.across.get(edge).copied().unwrap_or_default();
        let near = across.iter().enumerate().min_by(|(_, a), (_, b)| (*a - at).abs().total_cmp(&(*b - at).abs()));
        near.map_or(0, |(place, _)| place)
    };
    let places: Vec<usize> = (0..table.across.len()).map(place).collect();
    let of = |edge: usize| places.get(edge).copied().unwrap_or_default();
    for cell in &mut table.cells {
        let (from, to) = (of(cell.field.column), of(cell.field.column + cell.field.columns));
        (cell.field.column, cell.field.columns) = (from, to.saturating_sub(from).max(1));
    }
    table.across = across.to_vec();
}

/// Takes the rows at the top of `below` away that repeat those of `above`.
fn drop_repeated_head(above: &Table, below: &mut Table) {
    let row = |table: &Table, row: usize| {
        let cells = table.cells.iter().filter(|cell| cell.field.row == row);
        cells
            .map(|cell| (cell.field.column, cell.field.columns, cell.field.rows, without_continued(cell.text())))
            .collect::<Vec<_>>()
    };
    let repeats = |number: &usize| {
        let cells = row(below, *number);
        cells == row(above, *number)
            && cells.iter().any(|(.., text)| !text.is_empty())
            && !cells.iter().any(|(.., text)| is_number(text))
    };
    let head = (0..above.rows().min(below.rows())).take_while(repeats).count();
    let whole = below.cells.iter().all(|cell| cell.field.row >= head || cell.field.row + cell.field.rows <= head);
    if head == 0 || !whole || head >= below.rows() {
        return;
    }
    below.cells.retain(|cell| cell.field.row >= head);
    for cell in &mut below.cells {
        cell.field.row -= head;
    }
    below.down.drain(..head);
}

/// The text of a heading without the mark that its table goes on from the page before.
fn without_continued(text: String) -> String {
    match text.strip_suffix("（续）").or_else(|| text.strip_suffix("(续)")) {
        Some(text) => text.to_owned(),
        None => text,
    }
}

/// Puts the rows of `below` under those of `above`, joining the cells that the page break cut.
fn append(above: &mut Table, below: Table) {
    let rows = above.rows();
    let cut_row = is_cut_row(above, &below);
    let skipped = usize::from(cut_row);
    let shift = above.down.last().copied().unwrap_or_default() - below.down.first().copied().unwrap_or_default();
    above.down.extend(below.down.iter().skip(1 + skipped).map(|edge| edge + shift));
    go_on_uncovered(above, &below, rows, skipped);
    for mut cell in below.cells {
        let first = cell.field.row == 0;
        let last = above.cells.iter_mut().find(|last| first && ends_at(last, rows) && same_place(last, &cell));
        match last {
            Some(last) if is_cut(last, &cell) || (cut_row && last.field.rows == 1 && cell.field.rows == 1) => {
                last.field.rows += cell.field.rows - skipped;
                last.lines.append(&mut cell.lines);
                last.tables.append(&mut cell.tables);
                last.misgiving = last.misgiving.or(cell.misgiving);
            }
            _ => {
                cell.field.row = (cell.field.row + rows).saturating_sub(skipped);
                above.cells.push(cell);
            }
        }
    }
    above.cells.sort_by_key(|cell| (cell.field.row, cell.field.column));
}

/// Lets cells at the foot of `above` go on beside the rows of `below` that have nothing in their columns: a side without a line.
fn go_on_uncovered(above: &mut Table, below: &Table, rows: usize, skipped: usize) {
    for last in above.cells.iter_mut().filter(|last| ends_at(last, rows) && last.field.rows > 1) {
        let beside = |cell: &&Cell| {
            cell.field.column < last.field.column + last.field.columns
                && last.field.column < cell.field.column + cell.field.columns
        };
        let free = below.cells.iter().filter(beside).map(|cell| cell.field.row).min().unwrap_or(below.rows());
        last.field.rows += free.saturating_sub(skipped);
    }
}

fn ends_at(cell: &Cell, rows: usize) -> bool {
    cell.field.row + cell.field.rows == rows
}

fn same_place(a: &Cell, b: &Cell) -> bool {
    a.field.column == b.field.column && a.field.columns == b.field.columns
}

/// Whether `below` is the rest of the merged cell `above`.
fn is_cut(above: &Cell, below: &Cell) -> bool {
    let (a, b) = (above.text(), below.text());
    let merged = above.field.rows > 1 || below.field.rows > 1;
    merged && (b.is_empty() || a.is_empty() || (!is_number(&a) && !is_number(&b) && !is_numbered(&b)))
}

/// Whether the page break cuts the row at the foot of `above`: its label goes on, or what belongs to its label follows alone.
fn is_cut_row(above: &Table, below: &Table) -> bool {
    let rows = above.rows();
    let last: Vec<&Cell> = above.cells.iter().filter(|cell| ends_at(cell, rows) && cell.field.rows == 1).collect();
    let first: Vec<&Cell> = below.cells.iter().filter(|cell| cell.field.row == 0 && cell.field.rows == 1).collect();
    let alike = last.len() > 1 && last.len() == first.len() && last.iter().zip(&first).all(|(a, b)| same_place(a, b));
    if !alike {
        return false;
    }
    let pairs: Vec<(String, String, bool)> =
        last.iter().zip(&first).map(|(a, b)| (a.text(), b.text(), is_full(a))).collect();
    let clash = |(a, b, full): &(String, String, bool)| {
        !a.is_empty() && !b.is_empty() && (is_number(a) || is_number(b) || is_numbered(b) || !full)
    };
    let (numbers_above, numbers_below) =
        (pairs.iter().any(|(a, ..)| is_number(a)), pairs.iter().any(|(_, b, _)| is_number(b)));
    if pairs.iter().any(clash) || (numbers_above && numbers_below) {
        return false;
    }
    let goes_on = pairs.iter().any(|(a, b, _)| !a.is_empty() && !b.is_empty());
    let label = pairs.first().is_some_and(|(a, b, _)| !a.is_empty() && b.is_empty());
    goes_on || (label && !numbers_above)
}

/// Whether the last line of a cell reaches its side, so that its text may go on.
fn is_full(cell: &Cell) -> bool {
    cell.lines.last().is_some_and(|line| line.right > cell.area.x1 - 8.0 - 1.5 * line.size)
}

/// Whether a cell shows a figure, or what stands for one.
fn is_number(text: &str) -> bool {
    !text.is_empty() && (text == "无" || !text.chars().any(char::is_alphabetic))
}

/// Whether a label begins with a number of its own.
fn is_numbered(text: &str) -> bool {
    let mut letters = text.chars();
    let first = letters.next().unwrap_or_default();
    matches!(first, '（' | '(' | '第')
        || ((is_digit(first) || is_chinese_numeral(first)) && letters.next().is_some_and(|next| ".．、".contains(next)))
}
