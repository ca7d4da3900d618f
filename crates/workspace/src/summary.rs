//! How much was found.

use std::collections::BTreeMap;

use nianbao_model::{Diagnostic, Kind, Severity};

/// The findings of a workspace, counted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Summary {
    /// How many reports were checked, those included that could not be read.
    pub reports: usize,
    /// How many findings are errors; errors cannot be accepted.
    pub errors: usize,
    /// How many are warnings.
    pub warnings: Count,
    /// How many are hints.
    pub hints: Count,
    /// How many keep their report from being published.
    pub blocking: usize,
    /// How many of these are in reports that are being written, which keep no other from being published.
    pub blocking_drafts: usize,
    /// How many each kind has, without those that are accepted.
    pub kinds: BTreeMap<Kind, usize>,
}

/// Findings of one severity.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Count {
    /// Those that their reports do not accept.
    pub open: usize,
    /// Those that their reports accept.
    pub accepted: usize,
}

/// What kind of report a finding keeps from being published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Blocks {
    /// One that is being written.
    Draft,
    /// One that would go out, or all of the city.
    Other,
}

impl Summary {
    /// Counts `findings`; `blocks` says of each what it keeps from being published, if anything.
    pub(crate) fn of<'f>(
        findings: impl IntoIterator<Item = &'f Diagnostic>,
        reports: usize,
        blocks: impl Fn(&Diagnostic) -> Option<Blocks>,
    ) -> Self {
        let mut summary = Self { reports, ..Self::default() };
        for finding in findings {
            let open = finding.accepted.is_none();
            match finding.severity() {
                Severity::Error => summary.errors += 1,
                Severity::Warning => summary.warnings.add(open),
                Severity::Hint => summary.hints.add(open),
            }
            if open {
                *summary.kinds.entry(finding.code.kind).or_default() += 1;
            }
            let blocked = blocks(finding);
            summary.blocking += usize::from(blocked.is_some());
            summary.blocking_drafts += usize::from(blocked == Some(Blocks::Draft));
        }
        summary
    }

    /// How many findings are accepted.
    pub fn accepted(&self) -> usize {
        self.warnings.accepted + self.hints.accepted
    }
}

impl Count {
    fn add(&mut self, open: bool) {
        self.open += usize::from(open);
        self.accepted += usize::from(!open);
    }
}
