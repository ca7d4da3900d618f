//! A number that copying a table cut in two: 20 read as 2 and 0 in the next column.

use crate::form::{ApplicantColumn, Columns};
use crate::rules::support::surplus;
use crate::{Address, Decimal, Report};

/// A number cut in two: its two cells and the number that they make.
pub(super) struct Cut {
    /// The first of the two cells.
    pub(super) cell: Address,
    /// What stands in the two.
    pub(super) parts: [String; 2],
    /// Both together.
    pub(super) joined: Decimal,
}

/// The cut, if joining a cell of the unbalanced column with its neighbour on the right balances both, and no other cut would.
/// Hardly a cell is without a 0 on its right, so that a 0 says nothing by itself: then the total that the row is said to have
/// must call for the joined number.
pub(super) fn find(report: &Report, columns: &[ApplicantColumn], place: usize) -> Option<Cut> {
    let (column, next) = (&columns.get(place)?.columns, &columns.get(place + 1)?.columns);
    let table = report.form.applications();
    let (first, last) = (table.received.at(column), table.carried_out.at(column));
    let right = table.received.at(next);
    if !report.knows(&Address { rows: first.rows.start..last.rows.end, ..right.clone() }) {
        return None;
    }
    let mut cuts = (first.rows.start..last.rows.end).filter_map(|row| {
        let [cell, other] = [&first, &right].map(|address| Address { rows: row..row + 1, ..address.clone() });
        let parts = [&cell, &other].map(|cell| digits(report, cell));
        let joined: Decimal = parts.concat().parse().ok()?;
        let (one, more) = (report.figure(&cell), report.figure(&other));
        // The two rows of requests that came in stand first.
        let sign = if row < first.rows.start + 2 { Decimal::ONE } else { -Decimal::ONE };
        let mends = surplus(report, column) + (joined - one) * sign == Decimal::ZERO
            && surplus(report, next) - more * sign == Decimal::ZERO;
        let told = !more.is_zero() || row_is_said_to_add(report, &cell, joined - one);
        (mends && !one.is_zero() && told).then_some(Cut { cell, parts, joined })
    });
    cuts.next().filter(|_| cuts.next().is_none())
}

/// A cell's digits as written: the 05 of 105 is not the 5 of 15.
fn digits(report: &Report, cell: &Address) -> String {
    let written = report.figures.cell(cell).and_then(|cell| cell.written.as_deref());
    let written = written.filter(|written| !written.is_empty() && written.bytes().all(|byte| byte.is_ascii_digit()));
    written.map_or_else(|| report.figure(cell).normalize().to_string(), str::to_owned)
}

/// Whether 表内合计 gives the row of a cell a total that is `more` than what its cells come to.
fn row_is_said_to_add(report: &Report, cell: &Address, more: Decimal) -> bool {
    report.stated.iter().any(|stated| {
        let of_row = stated.address.block == cell.block && stated.address.rows == cell.rows;
        of_row
            && stated.address.columns.contains(&cell.columns.start)
            && stated.value == report.figure(&stated.address) + more
    })
}

fn surplus(report: &Report, column: &Columns) -> Decimal {
    surplus::of(column, report.form.applications(), &report.figures)
}
