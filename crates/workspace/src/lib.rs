//! A workspace that was found, read and checked: what the program, the preview and help in an editor stand on.
//!
//! Reading is `nianbao-loader`'s, the rules are `nianbao-model`'s; here they are put together, and what people type (a
//! year, the name of an agency) is told from what there is. This crate must not know how findings are shown nor how
//! files are made: `nianbao-builder`, `nianbao-server` and `nianbao` stand above it and hand their codes in.

#![cfg_attr(not(test), warn(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

pub mod changes;

mod agency;
mod checked;
mod checker;
mod codes;
mod filter;
mod find;
mod mend;
mod migrate;
pub mod new;
mod publication;
pub mod publish;
mod report;
mod summary;
mod unsaved;

#[cfg(test)]
mod tests;

pub use agency::{AgencyError, find_agency, nearest_agency};
pub use checked::{Checked, NoContent, check};
pub use checker::Checker;
pub use codes::codes;
pub use filter::{Filter, FilterError};
pub use find::{FindError, find};
pub use mend::{Mended, mend};
pub use migrate::{MigrateError, Migration, migrate};
pub use publication::{Intent, Publication, ReportKey};
pub use report::{ReportError, complete_report, find_report, year_or_latest};
pub use summary::{Count, Summary};
