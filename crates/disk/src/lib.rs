//! Files that survive a bad day: written so that a power cut leaves the old or the new, read so that nothing hangs.
//!
//! This crate must not know what is in a file, nor which files there are. [`Storage`] is the seam through which folders are
//! published: what it does, in which order, can be recorded and made to fail ([`Rehearsal`]). [`Replacement`] is for single
//! files that people wrote, [`read_regular`] for files of any origin.

#![cfg_attr(not(test), warn(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod exchange;
mod leftovers;
mod read;
mod rehearsal;
mod replacement;
mod share;
mod storage;
mod sync;
mod system;

pub use leftovers::remove_leftovers;
pub use read::{ReadError, open_regular, read_regular};
pub use rehearsal::{Operation, Rehearsal};
pub use replacement::Replacement;
pub use share::share;
pub use storage::Storage;
pub use sync::sync_folder;
pub use system::System;
