//! Every rule, sorted by code.

use super::rule::{CityRule, Rule};
use super::{balance, city, copied, deadline, period, prose, sections, stated_total, values, wording, years};
use crate::Code;

/// Every rule on a single report, sorted by code.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    let kinds = [
        balance::RULES,
        sections::RULES,
        deadline::RULES,
        copied::RULES,
        prose::RULES,
        period::RULES,
        stated_total::RULES,
        values::RULES,
        wording::RULES,
        years::RULES,
    ];
    kinds.into_iter().flatten().copied()
}

/// Every rule on all reports together, sorted by code.
pub fn of_city() -> impl Iterator<Item = &'static CityRule> {
    [copied::CITY_RULES, city::RULES].into_iter().flatten().copied()
}

/// The codes of all rules.
pub fn codes() -> impl Iterator<Item = &'static Code> {
    all().map(|rule| &rule.code).chain(of_city().map(|rule| &rule.code))
}
