//! Formulas: a total is shown as the sum of the cells that it adds up.

use std::collections::{BTreeMap, BTreeSet};

use nianbao_model::form::Place;
use nianbao_model::{Address, Decimal};
use rust_xlsxwriter::{Formula, utility};

use crate::data::figure::number;

/// Row and column of a sheet, from 0.
pub(super) type At = (u32, u16);

/// The sum of the typed cells of `address`, which stand where `places` says.
pub(super) fn sum(address: &Address, places: &BTreeMap<Place, At>, result: Decimal) -> Formula {
    let cells = address.cells().filter_map(|place| places.get(&place).copied());
    Formula::new(format!("SUM({})", areas(cells))).set_result(number(result))
}

/// Cells that fill whole rows of some columns, as areas with commas between them.
pub(super) fn areas(cells: impl Iterator<Item = At>) -> String {
    let (rows, columns): (Vec<u32>, Vec<u16>) = cells.unzip();
    let rows = runs(rows.into_iter().collect());
    let columns = runs(columns.into_iter().map(u32::from).collect());
    let areas = rows.iter().flat_map(|row| columns.iter().map(|column| area(*row, *column)));
    areas.collect::<Vec<_>>().join(",")
}

/// What the first two come to, less what the last two come to.
pub(super) fn difference(cells: [At; 4], result: Decimal) -> Formula {
    let [first, second, third, fourth] = cells.map(|(row, column)| utility::row_col_to_cell(row, column));
    Formula::new(format!("{first}+{second}-{third}-{fourth}")).set_result(number(result))
}

/// Neighbouring lines as first and last: a total between two parts is not added to itself.
fn runs(lines: BTreeSet<u32>) -> Vec<(u32, u32)> {
    let mut runs: Vec<(u32, u32)> = Vec::new();
    for line in lines {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == line => *last = line,
            _ => runs.push((line, line)),
        }
    }
    runs
}

fn area(rows: (u32, u32), columns: (u32, u32)) -> String {
    let cell = |row, column: u32| utility::row_col_to_cell(row, u16::try_from(column).unwrap_or(u16::MAX));
    match (cell(rows.0, columns.0), cell(rows.1, columns.1)) {
        (first, last) if first == last => first,
        (first, last) => format!("{first}:{last}"),
    }
}
