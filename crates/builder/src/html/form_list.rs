//! All reports that can be filled in, by agency and year.

use serde::Serialize;

/// The list of all forms.
#[derive(Debug, Clone, Serialize)]
pub struct FormList {
    /// Which state of the workspace it shows; empty where it is not loaded again by itself.
    pub version: String,
    /// The page's title.
    pub title: String,
    /// What a request that writes has to show.
    pub token: String,
    /// The year that reports are due for.
    pub due: i16,
    /// Whether there are neither reports nor agencies but the first one.
    pub is_new: bool,
    /// What agencies have as 类别.
    pub categories: Vec<String>,
    /// The years, the newest first.
    pub years: Vec<i16>,
    /// The agencies, in the official order.
    pub rows: Vec<FormListRow>,
}

/// An agency's reports.
#[derive(Debug, Clone, Serialize)]
pub struct FormListRow {
    /// The name of the agency.
    pub agency: String,
    /// What else it is found by: its short name, former names, folder, and how these are typed for short.
    pub words: String,
    /// Its address.
    pub address: String,
    /// Its folder; empty for the first one.
    pub folder: String,
    /// How many agencies it is below.
    pub depth: usize,
    /// Its report of each year.
    pub reports: Vec<FormListReport>,
}

/// A report in the list.
#[derive(Debug, Clone, Serialize)]
pub struct FormListReport {
    /// The reporting year.
    pub year: i16,
    /// Its form; nothing where there is no report.
    pub href: Option<String>,
    /// Whether it is not there and is made where reports are made for all.
    pub missing: bool,
    /// Whether it is not there and may be made for this agency alone: whether it makes one is for somebody to decide.
    pub offered: bool,
    /// How far it is, `起草`.
    pub state: String,
    /// How many errors it has.
    pub errors: usize,
    /// How many warnings it has that it does not accept.
    pub warnings: usize,
}
