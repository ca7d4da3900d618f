//! A number that copying a table cut in two: 20 read as 2 and 0 in the next column.

use crate::{Address, Decimal, Report};

/// The cut, if joining a cell of the unbalanced column with its neighbour on the right balances both: the two
/// cells and the number they make.
pub(super) fn find(report: &Report, columns: &[&str], place: usize) -> Option<(Address, Decimal, Decimal, Decimal)> {
    let (column, next) = (columns.get(place)?, columns.get(place + 1)?);
    let cell = |row: &str, column: &str| report.form.look_up(&format!("申请.{row}.{column}")).ok();
    let (first, last) = (cell("本年新收", column)?, cell("结转下年度", column)?);
    let right = cell("本年新收", next)?;
    (first.rows.start..last.rows.end).find_map(|row| {
        let here = Address { rows: row..row + 1, ..first.clone() };
        let (one, other) = (report.figure(&here), report.figure(&Address { rows: row..row + 1, ..right.clone() }));
        let joined: Decimal = format!("{}{}", one.normalize(), other.normalize()).parse().ok()?;
        // The two rows of requests that came in stand first.
        let sign = if row < first.rows.start + 2 { Decimal::ONE } else { -Decimal::ONE };
        let mends = surplus(report, column)? + (joined - one) * sign == Decimal::ZERO
            && surplus(report, next)? - other * sign == Decimal::ZERO;
        (mends && !one.is_zero()).then_some((here, one, other, joined))
    })
}

/// What came in beyond what was dealt with and what is left over.
fn surplus(report: &Report, column: &str) -> Option<Decimal> {
    let figure = |row: &str| Some(report.figure(&report.form.look_up(&format!("申请.{row}.{column}")).ok()?));
    Some(figure("本年新收")? + figure("上年结转")? - figure("办理结果总计")? - figure("结转下年度")?)
}
