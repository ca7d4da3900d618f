//! Which files belong to records.

use std::collections::BTreeSet;

use nianbao_model::{Municipality, SourceMap, Status};

use crate::meant_status;
use crate::names::REPORT;
use crate::whereabouts::report_folder;

/// The folders of reports that are records, or that mean to be.
pub(super) struct Records(BTreeSet<String>);

impl Records {
    pub(super) fn of(municipality: Option<&Municipality>, sources: &SourceMap) -> Self {
        let reports = municipality.into_iter().flat_map(Municipality::reports);
        let read = reports.filter(|(_, report)| report.status == Status::Published);
        let read = read.map(|(agency, report)| report_folder(&agency.id, report.year));
        // A report that cannot be read, or whose status is misspelt, may be a record all the same.
        let meant = sources.files().filter(|file| meant_status(file.text()) == Status::Published);
        let meant = meant.filter_map(|file| file.path().strip_suffix(REPORT)?.strip_suffix('/'));
        Self(read.chain(meant.map(str::to_owned)).collect())
    }

    /// Whether the file at `path` belongs to one of them.
    pub(super) fn hold(&self, path: &str) -> bool {
        path.rsplit_once('/').is_some_and(|(folder, _)| self.0.contains(folder))
    }
}
