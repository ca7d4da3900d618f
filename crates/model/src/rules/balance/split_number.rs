//! A number that copying a table cut in two: 20 read as 2 and 0 in the next column.

use crate::form::{ApplicantColumn, Columns};
use crate::rules::support::surplus;
use crate::{Address, Decimal, Report};

/// The cut, if joining a cell of the unbalanced column with its neighbour on the right balances both: the two
/// cells and the number they make.
pub(super) fn find(
    report: &Report,
    columns: &[ApplicantColumn],
    place: usize,
) -> Option<(Address, Decimal, Decimal, Decimal)> {
    let (column, next) = (&columns.get(place)?.columns, &columns.get(place + 1)?.columns);
    let table = report.form.applications();
    let (first, last) = (table.received.at(column), table.carried_out.at(column));
    let right = table.received.at(next);
    (first.rows.start..last.rows.end).find_map(|row| {
        let here = Address { rows: row..row + 1, ..first.clone() };
        let (one, other) = (report.figure(&here), report.figure(&Address { rows: row..row + 1, ..right.clone() }));
        let joined: Decimal = format!("{}{}", one.normalize(), other.normalize()).parse().ok()?;
        // The two rows of requests that came in stand first.
        let sign = if row < first.rows.start + 2 { Decimal::ONE } else { -Decimal::ONE };
        let mends = surplus(report, column) + (joined - one) * sign == Decimal::ZERO
            && surplus(report, next) - other * sign == Decimal::ZERO;
        (mends && !one.is_zero()).then_some((here, one, other, joined))
    })
}

fn surplus(report: &Report, column: &Columns) -> Decimal {
    surplus::of(column, report.form.applications(), &report.figures)
}
