//! 期限: the day of publication.

mod d001_published_late;
mod d002_published_early;
mod d003_no_date;

use crate::rules::rule::Rule;

/// The rules on a single report, sorted by code.
pub(super) static RULES: &[&Rule] = &[&d001_published_late::RULE, &d002_published_early::RULE, &d003_no_date::RULE];
