//! 勾稽关系: the sums within a table.

mod b001_balance;
mod b002_in_force;
mod split_number;

use crate::rules::rule::Rule;

/// The rules on a single report, sorted by code.
pub(super) static RULES: &[&Rule] = &[&b001_balance::RULE, &b002_in_force::RULE];
