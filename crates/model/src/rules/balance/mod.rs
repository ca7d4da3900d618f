//! 勾稽关系: the sums within a table.

mod b001_balance;
mod split_number;

use crate::rules::rule::Rule;

/// The rules on a single report, sorted by code.
pub(super) static RULES: &[&Rule] = &[&b001_balance::RULE];
