//! What comes of judging one report by itself.

use std::sync::OnceLock;

use super::copied::paragraph::Paragraph;
use super::subject::RuleSubject;
use crate::claims::{Claim, Reporter, Says, Verdict, judge, read};
use crate::{Diagnostic, Prose};

/// A report that was judged, with what was read of its text for that.
#[derive(Debug)]
pub(super) struct Judged {
    /// The report, and by what it was judged.
    pub(super) subject: RuleSubject,
    /// Its narrative as running text.
    pub(super) prose: Prose,
    /// What its prose claims about the tables, and what comes of it.
    pub(super) claims: Vec<(Claim, Verdict)>,
    /// What the rules on a single report find in it.
    findings: OnceLock<Vec<Diagnostic>>,
    /// Its paragraphs as they are compared with those of others, once somebody compares.
    pub(super) paragraphs: OnceLock<Vec<Paragraph>>,
}

impl Judged {
    /// A report that the rules have not seen yet.
    pub(super) fn of(subject: RuleSubject) -> Self {
        let prose = Prose::of(&subject.report.narrative, &subject.report.figures);
        let claims = claims(&subject, &prose);
        Self { subject, prose, claims, findings: OnceLock::new(), paragraphs: OnceLock::new() }
    }

    /// Takes what the rules on a single report find in it.
    pub(super) fn settle(&self, findings: Vec<Diagnostic>) {
        self.findings.get_or_init(|| findings);
    }

    /// What the rules on a single report find in it.
    pub(super) fn findings(&self) -> &[Diagnostic] {
        self.findings.get().map_or(&[], Vec::as_slice)
    }
}

fn claims(subject: &RuleSubject, prose: &Prose) -> Vec<(Claim, Verdict)> {
    let RuleSubject { report, agency, last_year, .. } = subject;
    let names: Vec<&str> = agency.names().chain(agency.short_name.as_deref()).collect();
    let claims = read(prose, Reporter { year: report.year, names: &names });
    let judged = claims.into_iter().map(|claim| {
        let verdict = judge(&claim, report, last_year.as_deref());
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
