//! The keys of a YAML text and where they stand, also while it is being typed and no parser would take it.
//!
//! The loader reads what counts; this only tells where the cursor is.

mod block;
mod cursor;
mod flow;
mod line;
mod outline;

#[cfg(test)]
mod tests;

pub(crate) use cursor::{Cursor, cursor};
pub(crate) use outline::Outline;
