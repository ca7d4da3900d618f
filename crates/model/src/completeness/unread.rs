//! What could not be read.

use std::collections::BTreeSet;

use super::Want;
use crate::{Agency, AgencyId, Diagnostic, FileId, Report};

/// The files and reports that reading found fault with.
#[derive(Debug, Clone, Default)]
pub struct Unread {
    /// The files whose figures, if they have any, are not to be relied on.
    files: BTreeSet<FileId>,
    /// Those of them in which figures may be missing without a mark.
    unmarked_files: BTreeSet<FileId>,
    reports: BTreeSet<(AgencyId, i16)>,
    /// Those of the reports that something was written wrongly in, and not only left to be filled in.
    faulty: BTreeSet<(AgencyId, i16)>,
}

impl Unread {
    /// What reading found fault with so that it cannot be judged or published.
    pub fn of(found: &[Diagnostic]) -> Self {
        let mut unread = Self::default();
        for finding in found.iter().filter(|finding| finding.is_unreadable()) {
            let place = finding.place().filter(|_| !finding.is_beside_figures());
            unread.files.extend(place.map(|place| place.file));
            unread.unmarked_files.extend(place.filter(|_| !finding.is_marked()).map(|place| place.file));
            let report = finding.agency.clone().zip(finding.year);
            unread.faulty.extend(report.clone().filter(|_| !finding.is_unfinished()));
            unread.reports.extend(report);
        }
        unread
    }

    /// Whether the figures of a report are among it.
    pub fn holds(&self, agency: &Agency, report: &Report) -> bool {
        if self.files.is_empty() && self.reports.is_empty() {
            return false;
        }
        match report.file() {
            Some(file) => self.files.contains(&file),
            // Nothing could be read of it, or nothing was written.
            None => self.names(agency, report.year),
        }
    }

    /// Whether figures of a report may be missing without a mark, so that none of them can be judged. Where all that could not be
    /// read are cells that [say so](crate::Cell::is_known), the others can.
    pub fn hides(&self, agency: &Agency, report: &Report) -> bool {
        match report.file() {
            Some(file) => self.unmarked_files.contains(&file),
            None => self.holds(agency, report),
        }
    }

    /// Whether there is a report of `year` with something that could not be read.
    pub fn names(&self, agency: &Agency, year: i16) -> bool {
        self.reports.contains(&(agency.id.clone(), year))
    }

    /// Whether all that could not be read of a report of `year` is yet to be filled in.
    pub fn is_unfinished(&self, agency: &Agency, year: i16) -> bool {
        self.names(agency, year) && !self.faulty.contains(&(agency.id.clone(), year))
    }

    /// Why the figures of the report of `agency` for `year` cannot be had, of which this was `found`.
    pub fn want(&self, agency: &Agency, year: i16, found: Option<&Report>) -> Want {
        if found.is_none() && !self.names(agency, year) {
            Want::Missing
        } else if self.is_unfinished(agency, year) {
            Want::Unfinished
        } else {
            Want::Unread
        }
    }

    /// The years of all such reports.
    pub fn years(&self) -> impl Iterator<Item = i16> + '_ {
        self.reports.iter().map(|(_, year)| *year)
    }
}
