//! How much was found.

use std::collections::BTreeMap;

use nianbao_model::{Kind, Severity};

use crate::workspace::Checked;

/// The findings of a workspace, counted.
#[derive(Debug, Clone, Default)]
pub(crate) struct Summary {
    pub(crate) reports: usize,
    pub(crate) errors: usize,
    pub(crate) warnings: Count,
    pub(crate) hints: Count,
    pub(crate) blocking: usize,
    /// What each kind has of them, without those that are accepted.
    pub(crate) kinds: BTreeMap<Kind, usize>,
}

/// Findings of one severity, those that their reports accept apart.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Count {
    pub(crate) open: usize,
    pub(crate) accepted: usize,
}

impl Summary {
    pub(crate) fn of(checked: &Checked) -> Self {
        let mut summary = Self { reports: checked.reports(), ..Self::default() };
        for finding in &checked.findings {
            let open = finding.accepted.is_none();
            match finding.severity() {
                Severity::Error => summary.errors += 1,
                Severity::Warning => summary.warnings.add(open),
                Severity::Hint => summary.hints.add(open),
            }
            if open {
                *summary.kinds.entry(finding.code.kind).or_default() += 1;
            }
            summary.blocking += usize::from(checked.blocks(finding));
        }
        summary
    }

    /// How many findings are accepted.
    pub(crate) fn accepted(&self) -> usize {
        self.warnings.accepted + self.hints.accepted
    }
}

impl Count {
    fn add(&mut self, open: bool) {
        self.open += usize::from(open);
        self.accepted += usize::from(!open);
    }
}
