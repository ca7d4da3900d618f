//! What is asked of publishing, and what it does to a report.

use std::collections::BTreeSet;

use jiff::civil::Date;
use nianbao_model::{Form, Record, Status};

use crate::ReportKey;

/// What is to be published.
#[derive(Debug)]
pub struct Wanted {
    /// The reports.
    pub reports: BTreeSet<ReportKey>,
    /// The day that somebody said; otherwise each report's own, or today.
    pub day: Option<Date>,
    /// Today.
    pub today: Date,
}

/// What publishing a report changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The report.
    pub report: ReportKey,
    /// Its title.
    pub title: String,
    /// How far it was.
    pub was: Status,
    /// The day of publication.
    pub day: Date,
    /// How many agencies' figures are kept with its sum, if it is one.
    pub kept: Option<usize>,
}

/// Writes a record on a form as text, for the report in a folder.
pub type Write = fn(&Record, &'static Form, &str) -> String;
