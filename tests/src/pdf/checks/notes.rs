//! Notes can be called by a name of their own.

use std::collections::BTreeSet;

use super::super::Tagged;
use super::wrong;

pub(super) fn check(tagged: &Tagged) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let notes = tagged.of_role("Note").into_iter();
    notes
        .filter_map(|note| {
            wrong(!note.id.as_ref().is_some_and(|id| seen.insert(id.clone())), "a note has no name of its own")
        })
        .collect()
}
