//! 期间: the year that a report speaks of.

mod last_problems;
mod opening;
mod p001_reporting_year;
mod p002_leftover_year;

use crate::rules::rule::Rule;

/// The rules on a single report, sorted by code.
pub(super) static RULES: &[&Rule] = &[&p001_reporting_year::RULE, &p002_leftover_year::RULE];
