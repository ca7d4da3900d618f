//! 文表一致: what the prose claims about the tables.

mod claimed;
mod n001_contradiction;
mod n002_ambiguous;
mod n003_parts;
mod n004_n005_ratios;
mod n006_overlong;

use crate::rules::rule::Rule;

/// The rules on a single report, sorted by code.
pub(super) static RULES: &[&Rule] = &[
    &n001_contradiction::RULE,
    &n002_ambiguous::RULE,
    &n003_parts::RULE,
    &n004_n005_ratios::WRONG,
    &n004_n005_ratios::ROUNDED,
    &n006_overlong::RULE,
];
