//! Which of two reports that are alike is the copy.

use crate::{Report, Severity, Status};

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

/// How grave it is that `report` has what is another's: a draft may still be copied from.
pub(super) fn severity(report: &Report) -> Severity {
    match report.status {
        Status::Draft => Severity::Warning,
        Status::Released | Status::Published => Severity::Error,
    }
}
