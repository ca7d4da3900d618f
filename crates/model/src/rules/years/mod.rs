//! 年度衔接: this year against last year.

mod y001_y002_carry_over;
pub(in crate::rules) mod y003_in_force;
mod y004_leaps;

use crate::rules::rule::Rule;

/// The rules on a single report, sorted by code.
pub(super) static RULES: &[&Rule] =
    &[&y001_y002_carry_over::OURS, &y001_y002_carry_over::ELSEWHERE, &y003_in_force::RULE, &y004_leaps::RULE];
