//! 填写: single values that cannot be.

mod v101_regulations;

use crate::rules::rule::Rule;

/// The rules on a single report, sorted by code.
pub(super) static RULES: &[&Rule] = &[&v101_regulations::RULE];
