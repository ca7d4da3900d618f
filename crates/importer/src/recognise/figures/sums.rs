//! Whether what was read adds up: a proof that blanks of lines that keep only an order stand where they should.

use nianbao_model::form::{Content, Rows, TableBlock};
use nianbao_model::{Decimal, Form};

use super::figure::Reading;
use super::found::{Found, Seat};

/// The value at a seat, where it is certain.
pub(super) fn value(found: &Found, seat: Seat) -> Option<Decimal> {
    found.seats.get(&seat).and_then(|seen| seen.reading.value())
}

/// Whether the sum of a row is stated and holds, so that its figures stand in their columns; figures that are all the same
/// stand there anyway.
pub(super) fn row_holds(block: &TableBlock, readings: &[Reading]) -> bool {
    let same = readings.windows(2).all(|pair| matches!(pair, [one, other] if one == other));
    if same && readings.iter().all(|reading| reading.value().is_some()) {
        return true;
    }
    let leaves = || block.columns.leaves.iter().zip(readings);
    let mut proved = 0;
    for (total, stated) in leaves().filter(|(leaf, _)| leaf.item.content == Content::Total) {
        let parts =
            leaves().filter(|(leaf, _)| leaf.item.content != Content::Total && total.range.contains(&leaf.range.start));
        let sum = parts.map(|(_, reading)| reading.value()).sum::<Option<Decimal>>();
        if sum.is_none() || sum != stated.value() || stated.is_blank() {
            return false;
        }
        proved += 1;
    }
    proved > 0
}

/// Whether every column of a block but its totals adds up to the totals that are stated below it, and balances.
pub(super) fn columns_hold(form: &Form, block: &TableBlock, found: &Found) -> bool {
    let totals: Vec<usize> = (0..block.rows.leaves.len())
        .filter(|row| block.rows.leaves.get(*row).is_some_and(|leaf| leaf.item.content == Content::Total))
        .collect();
    let column_holds = |column: usize| {
        let sums = totals.iter().all(|total| {
            let Some(range) = block.rows.leaves.get(*total).map(|leaf| &leaf.range) else { return false };
            let parts = block
                .rows
                .leaves
                .iter()
                .enumerate()
                .filter(|(_, leaf)| leaf.item.content != Content::Total && range.contains(&leaf.range.start));
            let sum = parts.map(|(row, _)| value(found, (block.index, row, column))).sum::<Option<Decimal>>();
            sum.is_some() && sum == value(found, (block.index, *total, column))
        });
        sums && balance(form, block).is_none_or(|[before, after]| {
            let sum = |rows: [usize; 2]| {
                rows.into_iter().map(|row| value(found, (block.index, row, column))).sum::<Option<Decimal>>()
            };
            sum(before).is_some() && sum(before) == sum(after)
        })
    };
    let parts =
        |column: &usize| block.columns.leaves.get(*column).is_some_and(|leaf| leaf.item.content != Content::Total);
    !totals.is_empty() && (0..block.columns.leaves.len()).filter(parts).all(column_holds)
}

/// The printed rows that balance in a block: the first two with the other two.
pub(super) fn balance(form: &Form, block: &TableBlock) -> Option<[[usize; 2]; 2]> {
    let applications = form.applications();
    let number = |rows: &Rows| {
        let address = rows.at(&applications.total);
        let leaf = block.rows.leaves.iter().position(|leaf| leaf.range == address.rows)?;
        (address.block == block.index).then_some(leaf)
    };
    Some([
        [number(&applications.received)?, number(&applications.carried_in)?],
        [number(&applications.concluded)?, number(&applications.carried_out)?],
    ])
}
