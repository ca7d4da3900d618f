//! What a sum lacks.

use super::{Unread, Want};
use crate::aggregate::parts;
use crate::{Agency, Report, Status};

/// A report that a sum counts on in vain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lack<'a> {
    /// The agency whose report is lacking.
    pub agency: &'a Agency,
    /// Why its figures cannot be had.
    pub want: Want,
}

/// What a report that is added up lacks, also in the sums that it counts. Nothing where it is not added up, or was once and
/// for all.
pub fn lacking<'a>(agency: &'a Agency, report: &'a Report, unread: &Unread) -> Vec<Lack<'a>> {
    if report.published_sum().is_some() {
        return Vec::new();
    }
    let parts = report.aggregation.iter().flat_map(|aggregation| parts(agency, aggregation, report.year));
    parts
        .flat_map(|part| match part.report {
            Some(found) if !unread.holds(part.agency, found) && found.is_derived() => {
                lacking(part.agency, found, unread)
            }
            Some(found) if !unread.holds(part.agency, found) => Vec::new(),
            found => vec![Lack { agency: part.agency, want: unread.want(part.agency, report.year, found) }],
        })
        .collect()
}

/// The agencies whose reports a sum counts although they are being written, also in the sums that it counts.
pub fn counted_drafts<'a>(agency: &'a Agency, report: &'a Report) -> Vec<&'a Agency> {
    let parts = report.aggregation.iter().flat_map(|aggregation| parts(agency, aggregation, report.year));
    let found = parts.filter_map(|part| Some((part.agency, part.report?)));
    found
        .flat_map(|(agency, found)| {
            let itself = (found.status == Status::Draft).then_some(agency);
            let below = if found.is_derived() { counted_drafts(agency, found) } else { Vec::new() };
            itself.into_iter().chain(below)
        })
        .collect()
}
