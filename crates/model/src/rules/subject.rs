//! All that the rules on one report look at. What is not in a [`RuleSubject`] they cannot see, so as long as it is the same their
//! findings are.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::aggregate::parts;
use crate::completeness::{Lack, Unread, is_unfilled, lacking};
use crate::{Agency, AgencyId, Municipality, Report};

/// A report with what it is judged by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct RuleSubject {
    /// The report.
    pub(super) report: Arc<Report>,
    /// Its agency, without reports and subordinates.
    pub(super) agency: Arc<Agency>,
    /// The agency's report of the year before, if it is here and its figures could be read.
    pub(super) last_year: Option<Arc<Report>>,
    /// The last reports of the agencies that became part of this one at the end of that year (并入).
    pub(super) merged: Vec<Arc<Report>>,
    /// Whether this report and last year's are both added up, from the same agencies.
    pub(super) same_sum: bool,
}

impl RuleSubject {
    /// Whose report it is, and of which year.
    pub(super) fn key(&self) -> (AgencyId, i16) {
        (self.agency.id.clone(), self.report.year)
    }
}

/// The reports that can be judged, in the official order, each agency's by year.
pub(super) fn subjects(municipality: &Municipality, unread: &Unread) -> Vec<RuleSubject> {
    let merged = merged(municipality);
    let of_agency = |agency| of_agency(agency, &merged, unread);
    municipality.agencies().flat_map(of_agency).collect()
}

/// The agencies that became part of others, by these and the first year without them.
type Merged<'a> = BTreeMap<(AgencyId, i16), Vec<&'a Agency>>;

fn merged(municipality: &Municipality) -> Merged<'_> {
    let mut merged = Merged::new();
    for agency in municipality.agencies() {
        let first = agency.duty.until.and_then(|until| until.checked_add(1));
        if let Some((successor, first)) = municipality.successor(agency).zip(first) {
            merged.entry((successor.id.clone(), first)).or_default().push(agency);
        }
    }
    merged
}

fn of_agency(agency: &Agency, merged: &Merged, unread: &Unread) -> Vec<RuleSubject> {
    let alone = Arc::new(agency.alone());
    let subject = |year: i16| {
        let report = whole(agency, year, unread).filter(|report| !is_unfilled(report))?;
        let last_year = whole(agency, year.checked_sub(1)?, unread);
        let same_sum = last_year.as_ref().is_some_and(|before| have_same_sum(agency, before, &report));
        let merged = merged.get(&(agency.id.clone(), year)).into_iter().flatten();
        let merged = merged.filter_map(|merged| whole(merged, year.checked_sub(1)?, unread)).collect();
        Some(RuleSubject { report, agency: Arc::clone(&alone), last_year, merged, same_sum })
    };
    agency.reports.keys().filter_map(|year| subject(*year)).collect()
}

/// The report of a year, if its figures are there to be judged: each that is not known says so, and where they are added up,
/// nothing lacks without that.
fn whole(agency: &Agency, year: i16, unread: &Unread) -> Option<Arc<Report>> {
    let report = agency.reports.shared(year)?;
    let is_hidden = |lack: Lack| {
        let part = lack.agency.reports.get(&year);
        part.is_none_or(|part| part.is_derived() || unread.hides(lack.agency, part))
    };
    let lacks = || report.is_derived() && lacking(agency, report, unread).into_iter().any(is_hidden);
    (!unread.hides(agency, report) && !lacks()).then(|| Arc::clone(report))
}

fn have_same_sum(agency: &Agency, before: &Report, now: &Report) -> bool {
    before.is_added_up() && now.is_added_up() && counted(agency, before) == counted(agency, now)
}

/// The agencies that a report which is added up counts.
fn counted<'r>(agency: &'r Agency, report: &'r Report) -> Vec<&'r AgencyId> {
    match (report.published_sum(), &report.aggregation) {
        (Some(sum), _) => sum.parts.iter().map(|part| &part.agency).collect(),
        (None, Some(sum)) => parts(agency, sum, report.year).iter().map(|part| &part.agency.id).collect(),
        (None, None) => Vec::new(),
    }
}
