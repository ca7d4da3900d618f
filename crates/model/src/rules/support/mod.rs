//! What rules of several kinds need. No rule stands here.

pub(in crate::rules) mod characters;
pub(in crate::rules) mod figures;
pub(in crate::rules) mod places;
pub(in crate::rules) mod sections;
pub(in crate::rules) mod surplus;
pub(in crate::rules) mod written_years;
