//! 章节: what the six sections must say.

mod c101_problems;
mod c102_measures;
mod c103_fee_statement;
mod c104_fee_amount;
mod c105_supervision;

use crate::rules::rule::Rule;

/// The rules on a single report, sorted by code.
pub(super) static RULES: &[&Rule] = &[
    &c101_problems::RULE,
    &c102_measures::RULE,
    &c103_fee_statement::RULE,
    &c104_fee_amount::RULE,
    &c105_supervision::RULE,
];
