//! Whatever shape the tables come in, each figure is read as it stands or is open, never another.

use nianbao_model::form::Content;
use nianbao_model::{Address, Decimal, Form, figures, number};
use proptest::prelude::*;
use proptest::sample::select;

use super::super::{Tables, recognise};
use super::render::{self, Shown, place};
use crate::document::{Grid, GridCell, Part};

/// Every printed figure of a form, with whether it is a total and what it counts.
pub(super) fn seats(form: &Form) -> Vec<(Address, bool, Content)> {
    let blocks = form.tables.iter().flat_map(|table| &table.blocks);
    blocks
        .flat_map(|block| {
            block.rows.leaves.iter().flat_map(move |row| {
                block.columns.leaves.iter().map(move |column| {
                    let address =
                        Address { block: block.index, rows: row.range.clone(), columns: column.range.clone() };
                    let total = [row, column].iter().any(|leaf| leaf.item.content == Content::Total);
                    (address, total, column.item.content)
                })
            })
        })
        .collect()
}

/// Figures for a form, a few of them blank or with strokes, with totals that hold; blank where `totals` says so.
pub(super) fn shown(form: &'static Form, numbers: &[u32], totals: bool) -> Shown {
    let mut shown = Shown::new();
    let mut values = std::collections::BTreeMap::new();
    for ((address, total, content), number) in seats(form).iter().zip(numbers.iter().cycle()) {
        if *total {
            continue;
        }
        let text = match number % 11 {
            0..=3 => "0".to_owned(),
            4 if number % 2 == 0 => String::new(),
            5 if number % 3 == 0 => "/".to_owned(),
            6 if *content == Content::Amount => format!("{}.{}", number / 10, number % 10 + 1),
            6 if *content == Content::Change => format!("-{}", number + 1),
            _ => number.to_string(),
        };
        values.insert(place(address), number::read(&text, *content).expect("a figure").value);
        shown.insert(place(address), text);
    }
    for (address, _, _) in seats(form).into_iter().filter(|(_, total, _)| *total) {
        let one = |(block, row, column)| values.get(&(block, row, column, 1)).copied().unwrap_or_default();
        let sum: Decimal = address.cells().map(one).sum();
        shown.insert(place(&address), if totals { sum.to_string() } else { String::new() });
    }
    shown
}

/// How many figures are open; fails where one is another than shown.
fn compare(tables: &Tables, form: &'static Form, shown: &Shown, what: &str) -> usize {
    let mut open = 0;
    for (address, total, content) in seats(form) {
        let text = shown.get(&place(&address)).map_or("", String::as_str);
        let right = number::read(text, content).expect("a figure");
        if total {
            if let Some(stated) = tables.stated.iter().find(|stated| stated.address == address) {
                assert_eq!(stated.value, right.value, "{what}: {} is stated", form.label(&address));
            }
            continue;
        }
        let cell = tables.figures.cell(&address).expect("every cell is there");
        if cell.written.as_deref() == Some(figures::UNVERIFIED) {
            open += 1;
            continue;
        }
        let written = cell.written.clone().unwrap_or(cell.value.to_string());
        assert!(
            cell.value == right.value && (written == text || cell.written.is_none()),
            "{what}: {} is {written}, not {text}",
            form.label(&address)
        );
    }
    assert!(std::ptr::eq(tables.form, form) || open > 0, "{what}: the form");
    open
}

fn forms() -> Vec<(&'static Form, i16)> {
    let of = |year| Form::of_year(year).expect("a form");
    vec![(of(2024), 2024), (of(2024).undivided(), 2024), (of(2020), 2020), (of(2020), 2024)]
}

pub(super) fn numbers() -> impl Strategy<Value = Vec<u32>> {
    prop::collection::vec(1_u32..5000, 217)
}

/// Labels as documents print them: torn by spaces and line breaks, without their numbers, with half-width brackets.
fn restyled(grid: &Grid, style: usize) -> Grid {
    let cells = grid.cells.iter().map(|cell| {
        let text = cell.text();
        if !super::super::letters::is_label(&text) {
            return cell.clone();
        }
        let text: String = match style {
            1 => text.chars().flat_map(|letter| [letter, ' ']).collect(),
            2 => text.replace('（', "(").replace('）', ")").replace(['“', '”'], "\""),
            3 => text.trim_start_matches(|letter: char| letter.is_ascii_digit() || letter == '.').to_owned(),
            4 => text
                .chars()
                .enumerate()
                .flat_map(|(at, letter)| if at % 3 == 2 { vec!['\n', letter] } else { vec![letter] })
                .collect(),
            _ => text,
        };
        GridCell { ..render::cell(cell.row, cell.column, cell.rows, cell.columns, &text) }
    });
    Grid { cells: cells.collect(), ..grid.clone() }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn official_tables_are_read_whole(numbers in numbers(), totals: bool, kind in 0_usize..4, style in 0_usize..5, how in 0_usize..5) {
        let (form, year) = forms()[kind];
        let shown = shown(form, &numbers, totals);
        let grids: Vec<Grid> = render::tables(form, &shown).iter().map(|grid| restyled(grid, style)).collect();
        let document = match how {
            0 => render::document(grids),
            1 => render::document([render::stacked(&grids)]),
            2 => render::document(grids.iter().flat_map(|grid| render::cut(grid, grid.height() / 2 + 1))),
            3 => render::document([Grid { cells: vec![GridCell { parts: grids.into_iter().map(Part::Grid).collect(), ..render::cell(0, 0, 1, 1, "") }], aligned: true, ..Grid::default() }]),
            _ => render::document(grids.iter().flat_map(|grid| render::cut(grid, 3)).filter(|grid| !grid.cells.is_empty())),
        };
        let tables = recognise(&document, Some(year));
        let open = compare(&tables, form, &shown, "official");
        prop_assert!(open == 0 || how == 4, "{open} figures are open: {:?}", tables.doubts.iter().take(5).map(|doubt| &doubt.message).collect::<Vec<_>>());
    }

    #[test]
    fn copied_tables_are_read_or_open(numbers in numbers(), totals: bool, kind in 0_usize..4, style in select(vec![0_usize, 2, 3])) {
        let (form, year) = forms()[kind];
        let shown = shown(form, &numbers, totals);
        let grids = render::tables(form, &shown).into_iter().map(|grid| render::copied(&restyled(&grid, style)));
        let tables = recognise(&render::document(grids), Some(year));
        compare(&tables, form, &shown, "copied");
    }

    #[test]
    fn copied_tables_that_were_damaged_are_read_or_open(
        numbers in numbers(),
        totals: bool,
        damages in prop::collection::vec((any::<prop::sample::Index>(), 0_usize..4), 1..4),
    ) {
        let (form, year) = forms()[0];
        let shown = shown(form, &numbers, totals);
        let mut grids: Vec<Grid> = render::tables(form, &shown).iter().map(render::copied).collect();
        let mut rows = std::collections::BTreeSet::new();
        for (at, damage) in damages {
            let number = at.index(grids.len());
            let values: Vec<usize> = grids[number].cells.iter().enumerate().filter(|(_, cell)| cell.text().contains(|letter: char| letter.is_ascii_digit()) && !super::super::letters::is_label(&cell.text())).map(|(at, _)| at).collect();
            let Some(at) = (!values.is_empty()).then(|| values[at.index(values.len())]) else { continue };
            // Of two damages to one line the second may hide the first.
            if rows.insert((number, grids[number].cells[at].row)) {
                damaged(&mut grids[number], at, damage);
            }
        }
        let tables = recognise(&render::document(grids), Some(year));
        compare(&tables, form, &shown, "damaged");
    }
}

/// Tears, joins, drops or shifts the value in a cell of a line that keeps only the order of its cells.
fn damaged(grid: &mut Grid, at: usize, damage: usize) {
    let row = grid.cells[at].row;
    let mut texts: Vec<String> = grid.cells.iter().filter(|cell| cell.row == row).map(GridCell::text).collect();
    let column = grid.cells[at].column;
    match damage {
        0 if texts[column].len() > 1 => {
            let rest = texts[column].split_off(1);
            texts.insert(column + 1, rest);
        }
        1 if column + 1 < texts.len() => {
            let next = texts.remove(column + 1);
            texts[column].push_str(&next);
        }
        2 => {
            texts.remove(column);
        }
        _ => texts.insert(column, String::new()),
    }
    grid.cells.retain(|cell| cell.row != row);
    grid.cells.extend(texts.iter().enumerate().map(|(column, text)| render::cell(row, column, 1, 1, text)));
    grid.cells.sort_by_key(|cell| (cell.row, cell.column));
}

#[test]
fn a_column_of_numbers_before_the_labels_and_a_blank_one_behind_change_nothing() {
    let form = Form::of_year(2024).expect("a form");
    let shown = shown(form, &[3, 12, 0, 7], true);
    let widened = |grid: Grid| {
        let moved = grid.cells.iter().map(|cell| GridCell { column: cell.column + 1, ..cell.clone() });
        let text = |row: usize| if row == 0 { "序号".to_owned() } else { row.to_string() };
        let numbers = (0..grid.height()).map(|row| render::cell(row, 0, 1, 1, &text(row)));
        Grid { cells: moved.chain(numbers).collect(), ..grid.clone() }
    };
    let mut grids = render::tables(form, &shown);
    let four = grids.remove(2);
    let width = four.width();
    let blank = (0..four.height()).map(|row| render::cell(row, width, 1, 1, ""));
    let four = Grid { cells: four.cells.iter().cloned().chain(blank).collect(), ..four.clone() };
    let tables = recognise(&render::document(grids.into_iter().map(widened).chain([four])), Some(2024));
    assert_eq!(compare(&tables, form, &shown, "widened"), 0, "{:?}", tables.doubts);
}
