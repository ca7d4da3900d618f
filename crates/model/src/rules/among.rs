//! What was found among several reports is kept as long as these are the same.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use super::judged::Judged;
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
    fn of(judged: &[&Arc<Judged>], found: Vec<Diagnostic>) -> Arc<Self> {
        Arc::new(Self { judged: judged.iter().map(|one| Arc::clone(one)).collect(), found })
    }

    /// Whether these are the reports that were compared, or others that are `alike`.
    fn is_of(&self, judged: &[&Arc<Judged>], alike: fn(&Judged, &Judged) -> bool) -> bool {
        let same = |(known, now): (&Arc<Judged>, &&Arc<Judged>)| Arc::ptr_eq(known, now) || alike(known, now);
        self.judged.len() == judged.len() && self.judged.iter().zip(judged).all(same)
    }
}

impl Among {
    /// What the rule with this code finds among these reports by `find`, which must look at nothing else, and at nothing in which two
    /// that are `alike` differ. `group` is what they have in common.
    pub(super) fn find(
        &self,
        code: &'static Code,
        group: String,
        judged: &[&Arc<Judged>],
        alike: fn(&Judged, &Judged) -> bool,
        find: impl FnOnce() -> Vec<Diagnostic>,
    ) -> Vec<Diagnostic> {
        let group = (code.id, group);
        let known = self.before.get(&group).filter(|known| known.is_of(judged, alike));
        let compared = match known {
            Some(known) if known.is_of(judged, |_, _| false) => Arc::clone(known),
            Some(known) => Compared::of(judged, known.found.clone()),
            None => Compared::of(judged, find()),
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
