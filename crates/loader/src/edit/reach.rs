//! How far a path leads into what is written, and so what a change there touches.

use super::layout::Splice;
use super::{KeyPath, Step};
use crate::keys::{Named, Shape};
use crate::open_file::OpenFile;
use crate::yaml::{Content, Node};

/// What setting a value touches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reach {
    /// The value that becomes another, or the key that is put in, along Chinese names.
    pub(super) path: KeyPath,
    /// What of several that stand at one place comes first: the deeper, values before keys that follow them.
    pub(super) depth: usize,
    /// The place of a key that is put in among those of its mapping.
    pub(super) order: usize,
}

impl Reach {
    /// That of setting the value at `path`.
    pub(super) fn of(root: &Node, shape: Shape, path: &KeyPath) -> Self {
        let (mut node, mut shape, mut named) = (root, shape, KeyPath::default());
        for (done, step) in path.steps().iter().enumerate() {
            let value = |path| Self { path, depth: 2 * done + 1, order: 0 };
            let Step::Key(word) = step else { return value(named) };
            let (Content::Map(entries), Some(place)) = (&node.content, shape.child(word)) else { return value(named) };
            let Some(entry) = entries.iter().find(|entry| place.is_called(&entry.key.value)) else {
                // Into empty brackets one comes after the other.
                if entries.is_empty() {
                    return value(named);
                }
                let order = shape.keys().iter().position(|known| known.key == place.key).unwrap_or_default();
                return Self { path: named.key(place.key), depth: 2 * done + 2, order };
            };
            (node, shape, named) = (&entry.value, place.shape, named.key(place.key));
        }
        Self { path: named, depth: 2 * path.steps().len() + 1, order: 0 }
    }
}

/// Whether splices leave the lines of a file as they are, but for lines that they add.
pub(super) fn keeps_lines(file: &OpenFile, splices: &[Splice]) -> bool {
    splices.iter().all(|splice| file.text.get(splice.range.clone()).is_some_and(|gone| !gone.contains('\n')))
}
