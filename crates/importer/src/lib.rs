//! From a published document to a report: `read` turns a file into a [`Document`], whatever its format;
//! [`recognise`] finds the report in it by meaning and says what it was unsure of.
//!
//! Both are rules alone: no model of language, no network. A figure is never guessed; what cannot be read for certain is
//! left out and named. This crate must not know how content is read nor what is made of a report. Its siblings:
//! `nianbao-model` says what a report is, `nianbao-writer` writes the files of the one that was recognised.

#![cfg_attr(not(test), warn(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod blame;
pub mod document;
pub mod imported;
pub mod matching;
pub mod read;
pub mod recognise;

pub use blame::blame;
pub use document::Document;
pub use imported::{Blame, Doubt, Imported, Origins, Subject};
pub use read::{ReadError, read};
pub use recognise::{recognise, reports};
