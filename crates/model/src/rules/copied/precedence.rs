//! Which of two reports that are alike is the copy.

use crate::{Diagnostic, Report, Severity, Status};

/// The place of a report among those that may be the origin of others: what was published comes first, then what
/// is older. So a draft that began as a copy never puts the record in the wrong that it was copied from.
pub(super) type Precedence = (u8, i16, usize);

/// The precedence of `report`, the `place`th in the official order.
pub(super) fn precedence(report: &Report, place: usize) -> Precedence {
    let state = match report.status {
        Status::Published => 0,
        Status::Released => 1,
        Status::Draft => 2,
    };
    (state, report.year, place)
}

/// What is found where `report` has what is another's: a draft may have it until it is to go out.
pub(super) fn graded(finding: Diagnostic, report: &Report) -> Diagnostic {
    match report.status {
        Status::Draft => finding.graded(Severity::Warning).holding_up(),
        Status::Released | Status::Published => finding.graded(Severity::Error),
    }
}
