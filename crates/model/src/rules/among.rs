//! What was found among several reports is kept as long as these are the same.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use super::judged::Judged;
use super::rule::Case;
use crate::{Code, Diagnostic};

/// Findings of rules that compare reports, by the rule and by what the reports that it compares have in common.
#[derive(Debug, Default)]
pub(super) struct Among {
    before: BTreeMap<Group, Compared>,
    now: Mutex<BTreeMap<Group, Compared>>,
}

type Group = (&'static str, String);

/// The reports that were compared, held so that no other can take their place in memory, and what was found.
#[derive(Debug, Clone)]
struct Compared {
    judged: Vec<Arc<Judged>>,
    found: Vec<Diagnostic>,
}

impl Among {
    /// What the rule with this code finds among `cases` by `find`, which must look at nothing else. `group` is what they have in
    /// common.
    pub(super) fn find<'a>(
        &self,
        code: &'static Code,
        group: String,
        cases: &[&'a Case<'a>],
        find: impl FnOnce(&[&'a Case<'a>]) -> Vec<Diagnostic>,
    ) -> Vec<Diagnostic> {
        let group = (code.id, group);
        let same = |known: &&Compared| {
            known.judged.len() == cases.len()
                && known.judged.iter().zip(cases).all(|(known, case)| Arc::ptr_eq(known, case.judged))
        };
        let compared = self.before.get(&group).filter(same).cloned().unwrap_or_else(|| Compared {
            judged: cases.iter().map(|case| Arc::clone(case.judged)).collect(),
            found: find(cases),
        });
        let found = compared.found.clone();
        self.now.lock().unwrap_or_else(PoisonError::into_inner).insert(group, compared);
        found
    }

    /// Whatever was not asked for in this round is forgotten.
    pub(super) fn end_round(&mut self) {
        let now = self.now.get_mut().unwrap_or_else(PoisonError::into_inner);
        self.before = std::mem::take(now);
    }
}
