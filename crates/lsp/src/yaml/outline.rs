//! The keys of a text, each below the one that it belongs to.

use std::ops::Range;

/// A key with its value, or an item of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Entry {
    /// The entry that it stands below.
    pub(crate) parent: Option<usize>,
    /// The key as meant; nothing for an item of a list.
    pub(crate) name: Option<String>,
    /// Where the key stands, or the dash or bracket of an item.
    pub(crate) key: Range<usize>,
    /// Where what stands behind it begins and ends, white space left out; empty where nothing does.
    pub(crate) value: Range<usize>,
    /// How far its line is indented up to the key; nothing within brackets.
    pub(crate) indent: Option<usize>,
}

/// A stretch in brackets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Brackets {
    /// From the bracket that opens to behind the one that closes, or to where it gives up.
    pub(crate) range: Range<usize>,
    /// The entry that it is the value of.
    pub(crate) owner: Option<usize>,
    /// Whether keys stand in it.
    pub(crate) keys: bool,
}

/// All entries of a text, in the order written.
#[derive(Debug, Default)]
pub(crate) struct Outline {
    pub(crate) entries: Vec<Entry>,
    pub(crate) brackets: Vec<Brackets>,
}

impl Outline {
    /// Takes an entry in; its number.
    pub(super) fn add(&mut self, entry: Entry) -> usize {
        self.entries.push(entry);
        self.entries.len() - 1
    }

    /// The entries on the way to `entry`, the highest first, itself last.
    pub(crate) fn chain(&self, entry: Option<usize>) -> Vec<&Entry> {
        let step = |at: &usize| self.entries.get(*at).and_then(|entry| entry.parent);
        let mut chain: Vec<&Entry> = std::iter::successors(entry, step).filter_map(|at| self.entries.get(at)).collect();
        chain.reverse();
        chain
    }

    /// The entries directly below `parent`.
    pub(crate) fn below(&self, parent: Option<usize>) -> impl Iterator<Item = (usize, &Entry)> {
        self.entries.iter().enumerate().filter(move |(_, entry)| entry.parent == parent)
    }

    /// The last entry on the way along `steps`, each of which is a key with its other name, as far as it is there.
    pub(crate) fn find(&self, steps: &[[&str; 2]]) -> Option<&Entry> {
        let mut found = None;
        for step in steps {
            let is_meant = |entry: &Entry| entry.name.as_deref().is_some_and(|name| step.contains(&name));
            let Some((at, _)) = self.below(found).find(|(_, entry)| is_meant(entry)) else { break };
            found = Some(at);
        }
        found.and_then(|at| self.entries.get(at))
    }

    /// A value ends where the last one below it does.
    pub(super) fn widen(&mut self) {
        for at in (0..self.entries.len()).rev() {
            let Some(entry) = self.entries.get(at) else { continue };
            let (start, end) = (entry.key.start, entry.value.end.max(entry.key.end));
            if let Some(above) = entry.parent.and_then(|parent| self.entries.get_mut(parent)) {
                if above.value.is_empty() {
                    above.value = start..end;
                }
                above.value = above.value.start.min(start)..above.value.end.max(end);
            }
        }
    }
}
