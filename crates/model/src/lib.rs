//! What an annual report on government information disclosure (政府信息公开工作年度报告) *is*.
//!
//! Types, the three official tables, derived totals and the plain value that says what is wrong
//! ([`Diagnostic`]). Figures are stored once, as typed; whatever can be derived is derived.
//!
//! This crate must not know how a report came in or how it goes out: no I/O, no clock, no random
//! number, no YAML, no Markdown parser, no HTML, no Typst. Its siblings: `nianbao-loader` makes these
//! values from a content folder, `nianbao-builder` makes files from them, `nianbao` is the program.

#![cfg_attr(not(test), warn(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

pub mod acceptance;
pub mod agency;
pub mod aggregate;
pub mod balance;
pub mod carry_over;
pub mod claims;
pub mod compare;
pub mod completeness;
pub mod deadline;
pub mod diagnostic;
pub mod duty;
pub mod entry_form;
pub mod figures;
pub mod filing;
pub mod form;
pub mod guidance;
pub mod initials;
pub mod json;
pub mod municipality;
pub mod naming;
pub mod narrative;
pub mod nearest;
pub mod number;
pub mod numbering;
pub mod overview;
pub mod place;
pub mod prose;
pub mod record;
pub mod report;
pub mod reports;
pub mod rounding;
pub mod rules;
pub mod section;
pub mod selection;
pub mod similarity;
pub mod site;
pub mod source_map;
pub mod width;

pub use agency::{Agency, AgencyId, Contact};
pub use aggregate::{Aggregation, Scope};
pub use balance::Balance;
pub use deadline::deadline;
pub use diagnostic::{Code, Diagnostic, Edit, Kind, Label, Severity};
pub use duty::Duty;
pub use figures::{Cell, Figures, Stated};
pub use filing::Filing;
pub use form::{Address, Form, Forms, Table, TableId};
pub use municipality::Municipality;
pub use naming::FormerName;
pub use narrative::{Alignment, Block, Footnote, Inline, Narrative, Section};
pub use place::{FileId, Span, Spanned};
pub use prose::{Passage, Prose};
pub use record::{PublishedPart, PublishedSum, Record};
pub use report::{Correction, Report, Signature, Status};
pub use reports::Reports;
pub use rust_decimal::Decimal;
pub use section::SectionKind;
pub use selection::Selection;
pub use site::{CONTENT_VERSION, Emblem, Picture, Printing, Site};
pub use source_map::{Position, SourceFile, SourceMap};
