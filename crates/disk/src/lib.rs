//! Files that survive a bad day: written so that a power cut leaves the old or the new, read so that nothing hangs.
//!
//! This crate must not know what is in a file, nor which files there are. All that is written goes through it, and can be made
//! to fail; what differs by system is in one room of it. [`Storage`] is the seam through which folders are published: what it
//! does, in which order, can be recorded ([`Rehearsal`]). [`Replacement`] is for single files that people wrote,
//! [`write_result`] for those that they asked for, [`read_regular`] for files of any origin.

#![cfg_attr(not(test), warn(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod change;
mod draft;
mod fault;
mod leftovers;
mod new_file;
mod patience;
mod platform;
mod portable;
mod read;
mod reason;
mod replacement;
mod result_file;
mod storage;
mod sync;
mod together;

pub use change::{create_folder, create_folders, open_lock, remove_empty_folder, remove_file, write_new};
pub use draft::Draft;
pub use leftovers::{remove_leftovers, remove_leftovers_in};
pub use new_file::NewFile;
pub use platform::{Likeness, changed, is_same, may_replace, place_and_times, place_and_writing, real_path};
pub use portable::{is_portable, is_refused};
pub use read::{ReadError, open_regular, read_regular};
pub use reason::{known as known_reason, reason};
pub use replacement::Replacement;
pub use result_file::{NotWritten, write_result};
pub use storage::{Operation, Rehearsal, Storage, System};
pub use sync::sync_folder;
pub use together::{NotPut, Together, finish};
