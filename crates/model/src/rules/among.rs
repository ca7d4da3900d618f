//! What was found among several reports is kept as long as these are the same.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use super::judged::Judged;
use super::rule::Case;
use crate::{Code, Diagnostic};

/// Findings of rules that compare reports, by the rule and by what the reports that it compares have in common.
#[derive(Debug, Default)]
pub(super) struct Among {
    before: Arc<BTreeMap<Group, Arc<Compared>>>,
    now: Mutex<BTreeMap<Group, Arc<Compared>>>,
}

type Group = (&'static str, String);

/// The reports that were compared, held so that no other can take their place in memory, and what was found.
#[derive(Debug)]
struct Compared {
    judged: Vec<Arc<Judged>>,
    found: Vec<Diagnostic>,
}

impl Compared {
    fn of(cases: &[&Case], found: Vec<Diagnostic>) -> Arc<Self> {
        Arc::new(Self { judged: cases.iter().map(|case| Arc::clone(case.judged)).collect(), found })
    }

    /// Whether these are the reports that were compared, or others that are `alike`.
    fn is_of(&self, cases: &[&Case], alike: fn(&Judged, &Judged) -> bool) -> bool {
        let same = |(known, case): (&Arc<Judged>, &&Case)| Arc::ptr_eq(known, case.judged) || alike(known, case.judged);
        self.judged.len() == cases.len() && self.judged.iter().zip(cases).all(same)
    }
}

impl Among {
    /// What the rule with this code finds among `cases` by `find`, which must look at nothing else, and at nothing in which two
    /// that are `alike` differ. `group` is what they have in common.
    pub(super) fn find<'a>(
        &self,
        code: &'static Code,
        group: String,
        cases: &[&'a Case<'a>],
        alike: fn(&Judged, &Judged) -> bool,
        find: impl FnOnce(&[&'a Case<'a>]) -> Vec<Diagnostic>,
    ) -> Vec<Diagnostic> {
        let group = (code.id, group);
        let known = self.before.get(&group).filter(|known| known.is_of(cases, alike));
        let compared = match known {
            Some(known) if known.is_of(cases, |_, _| false) => Arc::clone(known),
            Some(known) => Compared::of(cases, known.found.clone()),
            None => Compared::of(cases, find(cases)),
        };
        let found = compared.found.clone();
        self.now.lock().unwrap_or_else(PoisonError::into_inner).insert(group, compared);
        found
    }

    /// Whatever was not asked for in this round is forgotten.
    pub(super) fn end_round(&mut self) {
        let now = self.now.get_mut().unwrap_or_else(PoisonError::into_inner);
        self.before = Arc::new(std::mem::take(now));
    }
}

/// A copy shares what was found before, and goes on by itself.
impl Clone for Among {
    fn clone(&self) -> Self {
        Self { before: Arc::clone(&self.before), now: Mutex::default() }
    }
}
