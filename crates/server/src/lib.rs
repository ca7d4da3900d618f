//! The preview: the site in the browser while it is being written, and the form in which reports are filled in.
//!
//! What is on the disk is read into a [`Snapshot`](snapshot::Snapshot), from which a [`WorkerPool`](worker_pool::WorkerPool)
//! answers for as long as nothing changes; a [`WorkspaceWatcher`](watcher::WorkspaceWatcher) tells when something did.
//! The server passes requests on and tells open pages of changes. Nothing is written but by the [`form`].
//!
//! Reading and checking are `nianbao-workspace`'s, pages and PDFs `nianbao-builder`'s. This crate must not know the command
//! line nor the environment: `nianbao`, the program, hands in what it needs of them.

#![cfg_attr(not(test), warn(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod address;
mod basis;
mod cms;
mod connections;
mod earlier_pages;
mod error;
mod form;
mod help;
mod host;
mod http;
mod panel;
mod preview;
mod problem;
mod queue;
mod response;
mod router;
mod site_files;
mod snapshot;
mod status;
mod stop;
mod version;
mod watcher;
mod worker_pool;

pub use address::{AddressError, DEFAULT_PORT, listen};
pub use error::ServeError;
pub use preview::{Preview, PreviewOptions, ReadList};
pub use stop::{StopHandle, StopSignal, stop};
pub use watcher::WatchError;
