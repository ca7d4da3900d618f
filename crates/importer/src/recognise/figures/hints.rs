//! What an open figure may be: the number with which its row or its column adds up.

use nianbao_model::form::{Axis, Content, TableBlock};
use nianbao_model::{Decimal, Form};

use super::found::{Found, Seat};
use super::sums::{balance, value};

/// The numbers with which the row and the column of an open figure add up, where all others are known.
pub(super) fn of(form: &Form, block: &TableBlock, found: &Found, seat: Seat) -> Option<String> {
    if found.seats.get(&seat).is_some_and(|seen| seen.reading.value().is_some()) {
        return None;
    }
    let (_, row, column) = seat;
    let in_row = |leaf: usize| value(found, (block.index, row, leaf));
    let by_row = missing(&block.columns, column, &in_row).map(|value| format!("按本行合计推算是 {value}"));
    let sum = by_sum(block, found, seat).map(|value| format!("按本列合计推算是 {value}"));
    let balance =
        by_balance(form, block, found, seat).filter(|_| sum.is_none()).map(|value| format!("按勾稽关系推算是 {value}"));
    let hints: Vec<String> = by_row.into_iter().chain(sum).chain(balance).collect();
    (!hints.is_empty()).then(|| hints.join("，"))
}

/// The number of a seat with which what stands above and below it adds up.
pub(super) fn by_column(form: &Form, block: &TableBlock, found: &Found, seat: Seat) -> Option<Decimal> {
    by_sum(block, found, seat).or_else(|| by_balance(form, block, found, seat))
}

fn by_sum(block: &TableBlock, found: &Found, (_, row, column): Seat) -> Option<Decimal> {
    missing(&block.rows, row, &|leaf| value(found, (block.index, leaf, column)))
}

/// The number for `open` with which the total that it belongs to holds.
fn missing(axis: &Axis, open: usize, value: &dyn Fn(usize) -> Option<Decimal>) -> Option<Decimal> {
    let own = axis.leaves.get(open)?;
    let is_total = |leaf: usize| axis.leaves.get(leaf).is_some_and(|leaf| leaf.item.content == Content::Total);
    let total = (0..axis.leaves.len()).filter(|leaf| is_total(*leaf)).find(|leaf| {
        axis.leaves.get(*leaf).is_some_and(|total| *leaf == open || total.range.contains(&own.range.start))
    });
    let total = total.filter(|total| *total == open || !is_total(open))?;
    let range = &axis.leaves.get(total)?.range;
    let parts = (0..axis.leaves.len()).filter(|leaf| {
        !is_total(*leaf)
            && *leaf != open
            && axis.leaves.get(*leaf).is_some_and(|part| range.contains(&part.range.start))
    });
    let sum = parts.map(value).sum::<Option<Decimal>>()?;
    if total == open {
        return Some(sum);
    }
    value(total)?.checked_sub(sum).filter(|rest| *rest >= Decimal::ZERO)
}

/// The number of a column's four sums with which 勾稽关系 holds.
fn by_balance(form: &Form, block: &TableBlock, found: &Found, (_, row, column): Seat) -> Option<Decimal> {
    let [before, after] = balance(form, block)?;
    let sum = |rows: [usize; 2]| {
        let others = rows.into_iter().filter(|other| *other != row);
        others.map(|leaf| value(found, (block.index, leaf, column))).sum::<Option<Decimal>>()
    };
    let (own, other) = if before.contains(&row) { (before, after) } else { (after, before) };
    own.contains(&row).then_some(())?;
    sum(other)?.checked_sub(sum(own)?).filter(|rest| *rest >= Decimal::ZERO)
}
