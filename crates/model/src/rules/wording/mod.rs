//! 文字: wording and punctuation.

mod w001_half_width;
mod w002_missing_unit;
mod w003_misprint;
mod w004_heading_number;
mod w005_other_agency;
mod w006_placeholder;
mod w007_unpaired;
mod w008_former_name;
mod w009_telephone;

use crate::rules::rule::Rule;

/// The rules on a single report, sorted by code.
pub(super) static RULES: &[&Rule] = &[
    &w001_half_width::RULE,
    &w002_missing_unit::RULE,
    &w003_misprint::RULE,
    &w004_heading_number::RULE,
    &w005_other_agency::RULE,
    &w006_placeholder::RULE,
    &w007_unpaired::RULE,
    &w008_former_name::RULE,
    &w009_telephone::RULE,
];
