//! 合计: the totals that a source document states.

mod t001_stated_totals;

use crate::rules::rule::Rule;

/// The rules on a single report, sorted by code.
pub(super) static RULES: &[&Rule] = &[&t001_stated_totals::RULE];
