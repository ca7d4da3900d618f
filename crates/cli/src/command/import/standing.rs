//! What stands already where a report is to go.

use nianbao_loader::{Disk, Files, ReadError, record_file, report_file};
use nianbao_model::Status;
use nianbao_workspace::Checked;
use nianbao_workspace::new::is_untouched;

use super::draft::Draft;

/// What stands already where a report is to go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Standing {
    /// Nothing of it, but for files that are the same: those that are missing, by their number.
    New(Vec<usize>),
    /// The very same.
    Same,
    /// A report that was made for the new year, in which nobody entered anything.
    Untouched,
    /// Another report, or one that was worked on since.
    Taken,
    /// A report that was published, which is never altered.
    Record,
}

impl Standing {
    /// What stands in the place of `draft`.
    pub(super) fn of(draft: &Draft, disk: &Disk, before: &Checked) -> Self {
        if is_record(draft, disk, before) {
            return Self::Record;
        }
        if is_untouched_report(draft, disk, before) {
            return Self::Untouched;
        }
        let mut missing = Vec::new();
        for (at, (path, bytes)) in draft.made.iter().enumerate() {
            match disk.read(path, bytes.len() as u64) {
                Ok(there) if there == *bytes => {}
                Err(error) if is_missing(&error) => missing.push(at),
                _ => return Self::Taken,
            }
        }
        let report = report_file(&draft.agency, draft.year);
        let lacks_report = missing.iter().filter_map(|at| draft.made.get(*at)).any(|(path, _)| *path == report);
        match (missing.is_empty(), lacks_report) {
            (true, _) => Self::Same,
            (false, true) => Self::New(missing),
            // report.yaml is written last: one that stands without the others was altered since.
            (false, false) => Self::Taken,
        }
    }
}

fn is_untouched_report(draft: &Draft, disk: &Disk, before: &Checked) -> bool {
    let municipality = before.municipality.as_ref();
    let agency = municipality.and_then(|municipality| municipality.agency(&draft.agency));
    let found = municipality.zip(agency);
    found.is_some_and(|(municipality, agency)| is_untouched(disk, before, municipality, agency, draft.year))
}

fn is_record(draft: &Draft, disk: &Disk, before: &Checked) -> bool {
    let agency = before.municipality.as_ref().and_then(|municipality| municipality.agency(&draft.agency));
    let report = agency.and_then(|agency| agency.reports.get(&draft.year));
    let kept = disk.read(&record_file(&draft.agency, draft.year), u64::MAX - 1);
    report.is_some_and(|report| report.status == Status::Published) || !kept.is_err_and(|error| is_missing(&error))
}

fn is_missing(error: &ReadError) -> bool {
    matches!(error, ReadError::Io(error) if error.kind() == std::io::ErrorKind::NotFound)
}
