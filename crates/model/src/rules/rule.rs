//! What a rule is and what it sees.

use jiff::civil::Date;

use crate::aggregate::parts;
use crate::claims::{Claim, Reporter, Says, Verdict, judge, read};
use crate::completeness::Unread;
use crate::{Agency, AgencyId, Code, Diagnostic, Figures, Municipality, Prose, Report};

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
}

/// What a rule sees of a report.
pub(crate) struct Case<'a> {
    /// The report.
    pub(super) report: &'a Report,
    /// The report's agency.
    pub(super) agency: &'a Agency,
    /// The agency's report of the year before, if it is here and its figures could be read.
    pub(super) last_year: Option<&'a Report>,
    /// The last reports of the agencies that became part of this one at the end of that year (并入).
    pub(super) merged: Vec<(&'a Agency, &'a Report)>,
    /// The report's narrative as running text.
    pub(super) prose: Prose,
    /// What its prose claims about the tables, and what comes of it.
    pub(super) claims: Vec<(Claim, Verdict)>,
}

impl<'a> Case<'a> {
    /// The case of `report`.
    pub(super) fn new(report: &'a Report, agency: &'a Agency, last_year: Option<&'a Report>) -> Self {
        let prose = Prose::of(&report.narrative, &report.figures);
        let claims = claims(report, agency, last_year, &prose);
        Self { report, agency, last_year, merged: Vec::new(), prose, claims }
    }

    /// The figures of this report or last year's that are held against each other. Where both are added up from the same agencies,
    /// only those of the office itself: whatever else does not fit is found where it was typed.
    pub(super) fn across_years<'r>(&self, report: &'r Report) -> &'r Figures {
        let alike = self.report.is_added_up()
            && self
                .last_year
                .is_some_and(|before| before.is_added_up() && self.counted(before) == self.counted(self.report));
        if alike { report.typed() } else { &report.figures }
    }

    /// The agencies that a report which is added up counts.
    fn counted<'r>(&'r self, report: &'r Report) -> Vec<&'r AgencyId> {
        match (report.published_sum(), &report.aggregation) {
            (Some(sum), _) => sum.parts.iter().map(|part| &part.agency).collect(),
            (None, Some(sum)) => parts(self.agency, sum, report.year).iter().map(|part| &part.agency.id).collect(),
            (None, None) => Vec::new(),
        }
    }

    /// A finding that concerns this report.
    pub(super) fn about(&self, finding: Diagnostic) -> Diagnostic {
        finding.about(&self.agency.id, self.report.year)
    }
}

fn claims(report: &Report, agency: &Agency, last_year: Option<&Report>, prose: &Prose) -> Vec<(Claim, Verdict)> {
    let names: Vec<&str> = agency.names().chain(agency.short_name.as_deref()).collect();
    let claims = read(prose, Reporter { year: report.year, names: &names });
    let judged = claims.into_iter().map(|claim| {
        let verdict = judge(&claim, report, last_year);
        (claim, verdict)
    });
    without_repetitions(judged.collect())
}

/// 收到 15 件，均已办结: where 15 is wrong already, that they were concluded says nothing more. Claims come in the order
/// written.
fn without_repetitions(judged: Vec<(Claim, Verdict)>) -> Vec<(Claim, Verdict)> {
    let blamed = |finished: &Claim| {
        let place = |claim: &Claim| (claim.passage, claim.figure.start);
        let quote = finished.quote.start..finished.quote.end;
        let first = judged.partition_point(|(claim, _)| place(claim) < (finished.passage, quote.start));
        let within = judged.get(first..).unwrap_or_default().iter();
        let mut within = within.take_while(|(claim, _)| place(claim) < (finished.passage, quote.end));
        within.any(|(claim, verdict)| claim != finished && matches!(verdict, Verdict::Wrong(_) | Verdict::Doubtful(_)))
    };
    let told: Vec<bool> =
        judged.iter().map(|(claim, _)| !(matches!(claim.says, Says::Finished { .. }) && blamed(claim))).collect();
    judged.into_iter().zip(told).filter_map(|(claim, told)| told.then_some(claim)).collect()
}
