//! What a kind of mistake is.

use crate::figures::Figures;
use crate::report::Report;
use crate::tree::Agency;

/// A kind of fault.
pub(super) struct Mistake {
    pub(super) kind: &'static str,
    /// The code that a check must tell.
    pub(super) code: &'static str,
    pub(super) file: File,
    /// Whether a report can be wrong so.
    pub(super) fits: fn(&Candidate) -> bool,
    pub(super) make: Make,
}

/// Where the fault stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum File {
    Report,
    Narrative,
}

/// How it is made.
#[derive(Clone, Copy)]
pub(super) enum Make {
    /// In the figures, which the prose then quotes; beside them last year's.
    Figures(fn(&mut Figures, &Figures)),
    /// In the report.
    Report(fn(&mut Report, &Candidate)),
    /// In the report, out of last year's, which is joined to one paragraph: short ones are no copies.
    LastYear(fn(&mut Report, &mut Report)),
    /// In the report, out of another agency's of the same year.
    Elsewhere(fn(&mut Report, &Report)),
    /// In the first of the agency's reports, which is a record.
    Record(fn(&mut Report)),
}

/// A report that may become wrong: the last of its agency.
pub(super) struct Candidate<'a> {
    pub(super) agency: &'a Agency,
    pub(super) figures: &'a Figures,
    pub(super) last_year: Option<&'a Figures>,
}

impl Candidate<'_> {
    /// 本年新收.
    pub(super) fn received(&self) -> u32 {
        self.figures.requests.received.total()
    }

    /// Last year's 本年新收.
    pub(super) fn received_before(&self) -> u32 {
        self.last_year.map_or(0, |before| before.requests.received.total())
    }
}

/// Any report can be wrong so.
pub(super) fn anywhere(_: &Candidate) -> bool {
    true
}

/// One with a report of the year before can.
pub(super) fn after_another(candidate: &Candidate) -> bool {
    candidate.last_year.is_some()
}
