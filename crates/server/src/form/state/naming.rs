//! What an agency is called, and on which of its reports.

use nianbao_model::{Agency, Status};
use serde::Serialize;

/// The names of an agency.
#[derive(Debug, Serialize)]
pub(super) struct NamingState {
    /// The one that it has now.
    name: String,
    /// Its reports, the earliest first.
    reports: Vec<NamedReport>,
}

/// The name on a report.
#[derive(Debug, Serialize)]
struct NamedReport {
    year: i16,
    name: String,
    /// Whether the report keeps it whatever happens.
    kept: bool,
}

impl NamingState {
    /// Those of `agency`.
    pub(super) fn new(agency: &Agency) -> Self {
        let reports = agency.reports.values().map(|report| NamedReport {
            year: report.year,
            name: agency.name_on(report).value.clone(),
            kept: report.status == Status::Published && report.record.is_some(),
        });
        Self { name: agency.name.value.clone(), reports: reports.collect() }
    }
}
