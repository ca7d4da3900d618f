//! From the model to the files that people write: site.yaml, agency.yaml, report.yaml, narrative.md, and record.yaml.
//!
//! `yaml` lays out the three YAML files in the official order, `markdown` the narrative. What is written here reads back
//! as the same values; their places are new, and emphasis may be nested in another way.
//!
//! This crate must not know how files are read, nor what is made of a report afterwards. Its siblings: `nianbao-model`
//! says what a report is, `nianbao-loader` reads what is written here, `nianbao-demo` has its municipality written.

#![cfg_attr(not(test), warn(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod markdown;
mod yaml;

pub use markdown::narrative;
pub use yaml::{Field, Style, Zeros, agency, agency_fields, record, report, report_fields, site, site_fields};
