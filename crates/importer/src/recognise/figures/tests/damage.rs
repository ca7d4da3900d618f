//! Tables of pages whose cells were damaged: a figure is what stands below its heading beside its label, or open.

use std::collections::{BTreeMap, BTreeSet};

use nianbao_model::{Form, figures, number};
use proptest::prelude::*;
use proptest::sample::Index;

use super::super::recognise;
use super::render::{self, Shown, place};
use super::shapes::{numbers, seats, shown};
use crate::document::{Grid, GridCell};

/// A cell as a page writes it: it stands where the cells before it leave room.
#[derive(Clone)]
struct Written {
    cell: GridCell,
    text: String,
    /// Which cell of the official table it was.
    id: Option<usize>,
}

fn written(grid: &Grid) -> Vec<Vec<Written>> {
    let mut rows = vec![Vec::new(); grid.height()];
    for (id, cell) in grid.cells.iter().enumerate() {
        rows[cell.row].push(Written { cell: cell.clone(), text: cell.text(), id: Some(id) });
    }
    rows
}

/// The grid that a browser shows, and where the cells of the official table stand in it.
fn laid_out(rows: &[Vec<Written>]) -> (Grid, BTreeMap<usize, GridCell>) {
    let (mut cells, mut known) = (Vec::new(), BTreeMap::new());
    let mut covered = BTreeSet::new();
    for (row, line) in rows.iter().enumerate() {
        let mut column = 0;
        for own in line {
            while covered.contains(&(row, column)) {
                column += 1;
            }
            let height = own.cell.rows.min(rows.len() - row);
            let width =
                (1..=own.cell.columns).take_while(|width| !covered.contains(&(row, column + width - 1))).count();
            let cell = render::cell(row, column, height, width, &own.text);
            covered.extend((row..row + height).flat_map(|row| (column..column + width).map(move |at| (row, at))));
            known.extend(own.id.map(|id| (id, cell.clone())));
            cells.push(cell);
        }
    }
    cells.sort_by_key(|cell| (cell.row, cell.column));
    (Grid { cells, aligned: true, ..Grid::default() }, known)
}

fn is_figure(text: &str) -> bool {
    !super::super::letters::is_label(text)
}

fn damaged(rows: &mut Vec<Vec<Written>>, at: Index, damage: usize) {
    let is_body =
        |row: &[Written]| row.iter().any(|own| own.text.contains(|c: char| c.is_ascii_digit()) && is_figure(&own.text));
    if damage == 0 {
        let heads: Vec<usize> = (0..rows.len()).filter(|row| !is_body(&rows[*row])).collect();
        if !heads.is_empty() {
            rows.remove(heads[at.index(heads.len())]);
        }
        return;
    }
    let figures: Vec<(usize, usize)> = (0..rows.len())
        .flat_map(|row| (0..rows[row].len()).map(move |cell| (row, cell)))
        .filter(|(row, cell)| is_figure(&rows[*row][*cell].text))
        .collect();
    if figures.is_empty() {
        return;
    }
    let (row, cell) = figures[at.index(figures.len())];
    let blank = Written { cell: render::cell(0, 0, 1, 1, ""), text: String::new(), id: None };
    let last = cell + 1 == rows[row].len();
    match damage {
        1 => drop(rows[row].remove(cell)),
        2 => rows[row].insert(cell, blank),
        3 => rows[row].insert(cell, Written { text: "7".to_owned(), ..blank }),
        4 if !last => rows[row].swap(cell, cell + 1),
        5 => rows[row][cell].cell.columns += 1,
        6 if !last => {
            let next = rows[row].remove(cell + 1);
            rows[row][cell].text.push_str(&next.text);
        }
        7 if row > 0 => rows.swap(row - 1, row),
        8 => rows[row][cell].text.clear(),
        9 => {
            if let Some(label) = rows[row].iter_mut().rev().find(|own| !is_figure(&own.text)) {
                label.cell.columns = if label.cell.columns > 1 { label.cell.columns - 1 } else { 2 };
            }
        }
        10 if rows[row][cell].text.len() > 1 && rows[row][cell].text.is_ascii() => {
            let rest = rows[row][cell].text.split_off(1);
            rows[row].insert(cell + 1, Written { text: rest, ..blank });
        }
        _ => {}
    }
}

/// The label and the heading of a figure in the official table.
fn names(grid: &Grid, figure: &GridCell) -> (Option<usize>, Option<usize>) {
    let labels = || grid.cells.iter().enumerate().filter(|(_, cell)| super::super::letters::is_label(&cell.text()));
    let beside =
        |cell: &GridCell| (cell.row..cell.row + cell.rows).contains(&figure.row) && cell.column < figure.column;
    let above =
        |cell: &GridCell| cell.row < figure.row && (cell.column..cell.column + cell.columns).contains(&figure.column);
    let label = labels().filter(|(_, cell)| beside(cell)).max_by_key(|(_, cell)| cell.column);
    let head = labels().filter(|(_, cell)| above(cell)).max_by_key(|(_, cell)| cell.row);
    (label.map(|(id, _)| id), head.map(|(id, _)| id))
}

/// What stands beside the label and below the heading of a figure in the damaged table.
fn seen(grid: &Grid, known: &BTreeMap<usize, GridCell>, (label, head): (Option<usize>, Option<usize>)) -> Vec<String> {
    let Some(head) = head.and_then(|head| known.get(&head)) else { return Vec::new() };
    let label = label.map(|label| known.get(&label));
    let below = grid
        .cells
        .iter()
        .filter(|cell| cell.column < head.column + head.columns && head.column < cell.column + cell.columns);
    let beside = |cell: &&GridCell| match label {
        Some(label) => label.is_some_and(|label| (cell.row..cell.row + cell.rows).contains(&label.row)),
        None => cell.row > head.row,
    };
    below.filter(beside).map(GridCell::text).collect()
}

fn hold(form: &'static Form, shown: &Shown, table: usize, damages: &[(Index, usize)]) {
    let official = render::tables(form, shown);
    let mut rows = written(&official[table]);
    // Without its head, moved away from the merged label that held it in its column, or pushed aside by a cell that grew,
    // nobody sees that two figures of a row changed places.
    let loose = damages.iter().any(|(_, damage)| matches!(damage, 0 | 5 | 7));
    for (at, damage) in damages.iter().filter(|(_, damage)| !loose || *damage != 4) {
        damaged(&mut rows, *at, *damage);
    }
    let (grid, known) = laid_out(&rows);
    let mut grids = official.clone();
    grids[table] = grid.clone();
    let tables = recognise(&render::document(grids), Some(2024));
    let own: Vec<usize> = form.tables[table].blocks.iter().map(|block| block.index).collect();
    let places = form.tables[table].layout();
    let figures_of = places.iter().enumerate().flat_map(|(row, line)| line.cells.iter().map(move |cell| (row, cell)));
    let mut ids = BTreeMap::new();
    for (number, (_, cell)) in figures_of.enumerate() {
        if let nianbao_model::form::LayoutCell::Figure { address, .. } = cell {
            ids.insert(place(address), number);
        }
    }
    for (address, total, content) in seats(form) {
        if total {
            continue;
        }
        let cell = tables.figures.cell(&address).expect("every cell is there");
        if cell.written.as_deref() == Some(figures::UNVERIFIED) {
            continue;
        }
        let mut right: Vec<String> = shown.get(&place(&address)).cloned().into_iter().collect();
        if own.contains(&address.block) {
            let figure = &official[table].cells[ids[&place(&address)]];
            right.extend(seen(&grid, &known, names(&official[table], figure)));
        }
        let fits = right.iter().any(|text| number::read(text, content).is_ok_and(|read| read.value == cell.value));
        assert!(fits, "{} is {:?}, not one of {right:?}", form.label(&address), cell);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn damaged_pages_are_read_as_they_look_or_open(
        numbers in numbers(),
        table in 0_usize..3,
        damages in prop::collection::vec((any::<Index>(), 0_usize..11), 1..4),
    ) {
        let form = Form::of_year(2024).expect("a form");
        hold(form, &shown(form, &numbers, true), table, &damages);
    }
}
