//! The phrase bank: sentences with gaps, as agencies write them.
//!
//! `{甲|乙}` is one of these, `{3~12}` a number, `{事}` something that the agency informs about, `{自}` its word for itself,
//! `{年}` the year.

pub(super) mod disclosure;
pub(super) mod management;
pub(super) mod others;
pub(super) mod platforms;
pub(super) mod problems;
pub(super) mod requests;
pub(super) mod supervision;
