//! What was made, as values of the model.

mod agency;
mod cells;
mod narrative;
mod report;
mod site;

pub(crate) use agency::agency;
pub(crate) use cells::Cells;
pub(crate) use report::report;
pub(crate) use site::{EMBLEM, site};
