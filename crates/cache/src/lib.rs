//! What was made once, kept by what it was made from, so that nobody makes it again.
//!
//! This crate must not know what is kept. A [`Cache`] is a folder that may be removed at any time and is shared by all who
//! work beside it; a [`Key`] is a fingerprint of everything that a thing was made from, the program included, so that what is
//! found is what would be made. Whatever goes wrong here costs time alone: nobody is told.

#![cfg_attr(not(test), warn(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod cache;
mod entry;
mod key;
mod program;
mod stamp;
mod trim;

#[cfg(test)]
mod tests;

pub use cache::Cache;
pub use key::{Key, KeyMaker};
pub use stamp::stamp;
