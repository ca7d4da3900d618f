//! Faults that a check must find.

mod dates;
mod fault;
mod figures;
mod kinds;
mod mistake;
mod plan;
mod prose;
mod sections;
mod wording;
mod written;

pub use fault::Fault;
pub(crate) use fault::list;
pub(crate) use plan::{plan, plant};
