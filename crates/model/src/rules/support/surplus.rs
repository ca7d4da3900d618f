//! How far a column of table 3 is from being balanced.

use crate::form::{Applications, Columns, Rows};
use crate::{Decimal, Figures};

/// What came in beyond what was dealt with and what is left over; negative where less came in.
pub(in crate::rules) fn of(column: &Columns, table: &Applications, figures: &Figures) -> Decimal {
    let sum = |rows: &Rows| figures.sum(&rows.at(column));
    sum(&table.received) + sum(&table.carried_in) - sum(&table.concluded) - sum(&table.carried_out)
}
