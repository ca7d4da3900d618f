//! What the end-to-end tests share: the program, workspaces to run it in, and folders to compare.
//!
//! The tests stand in `e2e/`, the content they run on in `invalid/` (one folder a code), `rules/`
//! (one file a rule) and `sites/` (content and the site expected of it). `SNAPSHOTS=overwrite` accepts new output.

#![allow(clippy::missing_panics_doc, reason = "helpers of tests fail by panicking")]
#![allow(clippy::format_collect, reason = "plain code reads better in tests")]

pub mod corpus;
mod crawl;
mod csv;
mod database;
mod examples;
mod form;
mod golden;
mod letters;
mod lines;
pub mod made_up_form;
mod office;
mod order;
mod pdf;
mod preview;
mod program;
mod schema;
mod server;
mod tools;
mod tree;
mod workbook;
mod workspace;
mod xml;

pub use crawl::{Crawled, crawl};
pub use csv::csv;
pub use database::Database;
pub use examples::{Example, Examples, Expected};
pub use form::Form;
pub use golden::assert_golden;
pub use letters::{Letter, letters};
pub use lines::{CLOSING, Line, OPENING, lines};
pub use office::{Text, TextTable, convert, read_text};
pub use order::assert_in_order;
pub use pdf::{Element, Kid, Tagged, faults as pdf_faults, pdf_text, verapdf};
pub use preview::{Events, Preview, Reply};
pub use program::{Finished, binary, nianbao};
pub use schema::violations;
pub use server::serve;
pub use tools::{cache, fonts_conf, python, run, tool};
pub use tree::{Tree, assert_same, read as read_tree};
pub use workbook::{Cell, Sheet, part as part_of_workbook, sheets};
pub use workspace::{Workspace, repository};
