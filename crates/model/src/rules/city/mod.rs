//! 全市汇总: the city against its agencies.

mod m001_summed;
mod m002_owed;
mod m003_misnamed;
mod m004_undivided;
mod m005_counted_twice;
mod m006_changed_since;
mod m007_outside_its_years;
mod m008_one_name;
mod m009_renamed;
mod m010_own_counts_below;

use crate::rules::rule::CityRule;

pub(super) use m002_owed::absent;

/// The rules on all reports together, sorted by code.
pub(super) static RULES: &[&CityRule] = &[
    &m001_summed::RULE,
    &m002_owed::RULE,
    &m003_misnamed::RULE,
    &m004_undivided::RULE,
    &m005_counted_twice::RULE,
    &m006_changed_since::RULE,
    &m007_outside_its_years::RULE,
    &m008_one_name::RULE,
    &m009_renamed::RULE,
    &m010_own_counts_below::RULE,
];
