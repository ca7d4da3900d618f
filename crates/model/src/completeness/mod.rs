//! Which reports there must be, and which of them are missing.
//!
//! A report is owed for the years that the workspace has any report of, as long as the agency's [`Duty`](crate::Duty)
//! covers them, and if one of these holds:
//!
//! - a sum counts on it;
//! - agency.yaml says since when the agency makes reports (自);
//! - the agency has a report of an earlier year;
//! - it is the newest year, and the agency has nobody below it: a folder that only holds others need not report.

mod lacking;
mod unfilled;
mod unread;
mod want;

use std::collections::BTreeSet;

use crate::aggregate::parts;
use crate::{Agency, AgencyId, Municipality, Spanned};

pub use lacking::{Lack, counted_drafts, lacking};
pub(crate) use unfilled::is_unfilled;
pub use unfilled::{looked_up, unfilled};
pub use unread::Unread;
pub use want::Want;

/// Which reports a municipality must have.
#[derive(Debug, Clone)]
pub struct Owed {
    /// The years that there are reports of.
    years: BTreeSet<i16>,
    /// The reports that sums count on.
    counted: BTreeSet<(AgencyId, i16)>,
}

impl Owed {
    /// What `municipality` owes; reports that could not be read count as reports.
    pub fn of(municipality: &Municipality, unread: &Unread) -> Self {
        let mut owed = Self { years: unread.years().collect(), counted: BTreeSet::new() };
        for (agency, report) in municipality.reports() {
            owed.years.insert(report.year);
            let parts = report.aggregation.iter().flat_map(|aggregation| parts(agency, aggregation, report.year));
            owed.counted.extend(parts.map(|part| (part.agency.id.clone(), report.year)));
        }
        owed
    }

    /// The years that there are reports of, earlier ones first.
    pub fn years(&self) -> impl DoubleEndedIterator<Item = i16> + '_ {
        self.years.iter().copied()
    }

    /// Asks for the reports of `year` although there is none yet.
    pub fn ask_for(&mut self, year: i16) {
        self.years.insert(year);
    }

    /// Whether `agency` owes a report for `year`.
    pub fn demands(&self, agency: &Agency, year: i16) -> bool {
        let newest = self.years.last() == Some(&year);
        agency.duty.covers(year)
            && self.years.contains(&year)
            && (self.is_counted(agency, year)
                || agency.duty.since.is_some()
                || agency.reports.keys().any(|earlier| *earlier < year)
                || newest && agency.children.is_empty())
    }

    fn is_counted(&self, agency: &Agency, year: i16) -> bool {
        self.counted.contains(&(agency.id.clone(), year))
    }
}

/// The subordinates that an agency's list (下级名单) names and that have no folder.
pub fn without_folder(agency: &Agency) -> impl Iterator<Item = &Spanned<String>> {
    let known = |name: &str| {
        let id = agency.id.child(name);
        agency.children.iter().any(|child| child.is_called(name) || child.id == id)
    };
    agency.duty.subordinates.iter().filter(move |name| !known(&name.value))
}
