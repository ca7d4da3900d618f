//! What came to be wrong, and what is so no more.

use std::collections::BTreeMap;

use nianbao_model::{AgencyId, Diagnostic};

use super::agencies::Pairs;
use crate::Checked;

/// Findings that only one of two states has. What is accepted (说明) is none.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct FindingChanges {
    /// Those of the later state; their places are in its files.
    pub new: Vec<Diagnostic>,
    /// Those of the earlier state; their places are in its files.
    pub gone: Vec<Diagnostic>,
}

/// What makes two findings one: where it stands may have changed, and the agency's folder.
type Said<'f> = (&'static str, &'f AgencyId, Option<i16>, &'f str);

impl FindingChanges {
    pub(super) fn between(before: &Checked, after: &Checked, pairs: &Pairs) -> Self {
        let root = AgencyId::root();
        let old = open(before).map(|finding| {
            let agency = finding.agency.as_ref().map(|id| pairs.get(id).unwrap_or(id));
            ((finding.code.id, agency.unwrap_or(&root), finding.year, finding.message.as_str()), finding)
        });
        let new = open(after).map(|finding| {
            let agency = finding.agency.as_ref().unwrap_or(&root);
            ((finding.code.id, agency, finding.year, finding.message.as_str()), finding)
        });
        let (old, new): (Vec<_>, Vec<_>) = (old.collect(), new.collect());
        Self { new: without(&new, &old), gone: without(&old, &new) }
    }
}

fn open(checked: &Checked) -> impl Iterator<Item = &Diagnostic> {
    checked.findings.iter().filter(|finding| finding.accepted.is_none())
}

/// The findings of `list` that `other` has not.
fn without(list: &[(Said<'_>, &Diagnostic)], other: &[(Said<'_>, &Diagnostic)]) -> Vec<Diagnostic> {
    let mut left: BTreeMap<&Said<'_>, usize> = BTreeMap::new();
    for (said, _) in other {
        *left.entry(said).or_default() += 1;
    }
    let mut found = Vec::new();
    for (said, finding) in list {
        match left.get_mut(said).filter(|count| **count > 0) {
            Some(count) => *count -= 1,
            None => found.push((*finding).clone()),
        }
    }
    // Graver ones first, each kind in the order of the files.
    found.sort_by_key(|finding| std::cmp::Reverse(finding.severity()));
    found
}
