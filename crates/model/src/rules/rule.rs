//! What a rule is and what it sees.

use std::sync::Arc;

use jiff::civil::Date;

use super::among::Among;
use super::judged::Judged;
use crate::claims::{Claim, Verdict};
use crate::completeness::Unread;
use crate::{Agency, Code, Diagnostic, Figures, Municipality, Prose, Report, Severity, Status};

/// A rule: what it is about, and how it is checked.
pub struct Rule {
    /// Its code with its explanation.
    pub code: Code,
    pub(super) check: fn(&Case) -> Vec<Diagnostic>,
}

/// A rule on all reports together, which one report alone can neither keep nor break.
pub struct CityRule {
    /// Its code with its explanation.
    pub code: Code,
    pub(super) check: fn(&City) -> Vec<Diagnostic>,
}

/// What a rule on all reports sees. Its findings say themselves whom they concern: see [`Case::about`].
pub(crate) struct City<'a> {
    /// The whole workspace.
    pub(super) municipality: &'a Municipality,
    /// What could not be read.
    pub(super) unread: &'a Unread,
    /// The day of checking, which decides what is late.
    pub(super) today: Date,
    /// The reports whose figures could be read, in the official order, each agency's by year.
    pub(super) cases: Vec<Case<'a>>,
    /// What was found among several of them before.
    pub(super) among: &'a Among,
}

/// What a rule sees of a report.
pub(crate) struct Case<'a> {
    /// The report.
    pub(super) report: &'a Report,
    /// The report's agency, without its reports and subordinates.
    pub(super) agency: &'a Agency,
    /// The agency's report of the year before, if it is here and its figures could be read.
    pub(super) last_year: Option<&'a Report>,
    /// The last reports of the agencies that became part of this one at the end of that year (并入).
    pub(super) merged: &'a [Arc<Report>],
    /// The report's narrative as running text.
    pub(super) prose: &'a Prose,
    /// What its prose claims about the tables, and what comes of it.
    pub(super) claims: &'a [(Claim, Verdict)],
    /// What all of it was taken from.
    pub(super) judged: &'a Arc<Judged>,
}

impl<'a> City<'a> {
    /// What the rule with this code finds among `cases`, looked for only where these are not what they were: [`Among::find`].
    pub(super) fn found_among(
        &self,
        code: &'static Code,
        group: String,
        cases: &[&Case<'a>],
        alike: fn(&Judged, &Judged) -> bool,
        find: impl FnOnce(&[&Case<'a>]) -> Vec<Diagnostic>,
    ) -> Vec<Diagnostic> {
        let judged: Vec<&Arc<Judged>> = cases.iter().map(|case| case.judged).collect();
        self.among.find(code, group, &judged, alike, || find(cases))
    }
}

impl<'a> Case<'a> {
    /// The case of a report that is being judged, or was.
    pub(super) fn of(judged: &'a Arc<Judged>) -> Self {
        let subject = &judged.subject;
        Self {
            report: &subject.report,
            agency: &subject.agency,
            last_year: subject.last_year.as_deref(),
            merged: &subject.merged,
            prose: &judged.prose,
            claims: &judged.claims,
            judged,
        }
    }

    /// The figures of this report or last year's that are held against each other. Where both are added up from the same agencies,
    /// only those of the office itself: whatever else does not fit is found where it was typed.
    pub(super) fn across_years<'r>(&self, report: &'r Report) -> &'r Figures {
        if self.judged.subject.same_sum { report.typed() } else { &report.figures }
    }

    /// Whether the report is public, as its words or the record of its publication say.
    pub(super) fn is_public(&self) -> bool {
        self.report.status == Status::Published || self.report.record.is_some()
    }

    /// What cannot but be a mistake: it is a warning while a report is being written, and keeps one that is to go out from going
    /// out. What was published stays as it is.
    pub(super) fn certain(&self, finding: Diagnostic) -> Diagnostic {
        match self.report.status {
            Status::Draft => finding.graded(Severity::Warning).holding_up(),
            Status::Released => finding.graded(Severity::Error),
            Status::Published => finding.graded(Severity::Warning),
        }
    }

    /// A finding that concerns this report.
    pub(super) fn about(&self, finding: Diagnostic) -> Diagnostic {
        finding.about(&self.agency.id, self.report.year)
    }
}
