//! 期限: the day of publication, and the other days of a report.

mod d001_published_late;
mod d002_published_early;
mod d003_no_date;
mod d004_other_days;
mod d005_order_of_days;
mod days;

use crate::rules::rule::Rule;

/// The rules on a single report, sorted by code.
pub(super) static RULES: &[&Rule] = &[
    &d001_published_late::RULE,
    &d002_published_early::RULE,
    &d003_no_date::RULE,
    &d004_other_days::RULE,
    &d005_order_of_days::RULE,
];
