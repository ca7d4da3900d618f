//! Many changes of one file at once. What they make of it is, byte for byte, what they make of it one after the other; but it is
//! read once for all that do not touch each other, not once for each.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use nianbao_model::{Edit, FileId};

use super::layout::Splice;
use super::reach::{Reach, keeps_lines};
use super::{Action, Change, EditError, KeyPath, Value, apply, check, edits, set, tree};
use crate::keys::{Document, Shape};
use crate::open_file::OpenFile;
use crate::yaml::Node;

/// The text with all `changes`, one after the other.
///
/// # Errors
/// As [`edits`] has them, for the first change that cannot be made.
pub fn edited(text: &str, document: Document, changes: &[Change]) -> Result<String, EditError> {
    let mut text = text.to_owned();
    let mut left: Vec<&Change> = changes.iter().collect();
    while left.len() > 1 {
        let file = OpenFile { id: FileId(0), text: text.as_str().into() };
        let root = tree(&file)?;
        let mut round = Round::new(&file, &root, document);
        let later = round.take(&left)?;
        if round.taken.len() < 2 {
            break;
        }
        let Some(edits) = round.edits() else { break };
        if check::check(&file, &root, document.shape(), &round.taken, &edits).is_err() {
            break;
        }
        text = apply(&text, &edits);
        left = later;
    }
    for change in left {
        text = apply(&text, &edits(FileId(0), &text, document, change)?);
    }
    Ok(text)
}

/// Changes that are made on one reading of a file.
struct Round<'a, 'c> {
    file: &'a OpenFile,
    root: &'a Node,
    shape: Shape,
    taken: Vec<&'c Change>,
    splices: Vec<(Reach, Splice)>,
    /// What is touched, by those taken and by those that wait for them.
    touched: BTreeSet<KeyPath>,
}

impl<'a, 'c> Round<'a, 'c> {
    fn new(file: &'a OpenFile, root: &'a Node, document: Document) -> Self {
        let shape = document.shape();
        Self { file, root, shape, taken: Vec::new(), splices: Vec::new(), touched: BTreeSet::new() }
    }

    /// Takes what can be made at once, in any order; returns the others, in theirs.
    fn take(&mut self, changes: &[&'c Change]) -> Result<Vec<&'c Change>, EditError> {
        let mut later = Vec::new();
        for (at, change) in changes.iter().enumerate() {
            let reach = Reach::of(self.root, self.shape, &change.path);
            let waits = self.touches(&reach.path);
            match &change.action {
                Action::Set(value) if !waits => {
                    let splices = self.splices_of(change, value)?;
                    if !keeps_lines(self.file, &splices) {
                        later.extend_from_slice(changes.get(at..).unwrap_or_default());
                        break;
                    }
                    self.taken.push(change);
                    self.splices.extend(splices.into_iter().map(|splice| (reach.clone(), splice)));
                }
                Action::Set(_) => later.push(*change),
                // What goes may take lines with it, and whatever comes after sees the file without them.
                Action::Insert(_) | Action::Remove => {
                    later.extend_from_slice(changes.get(at..).unwrap_or_default());
                    break;
                }
            }
            self.touched.insert(reach.path);
        }
        Ok(later)
    }

    fn splices_of(&self, change: &Change, value: &Value) -> Result<Vec<Splice>, EditError> {
        set::set(&self.file.text, self.root, self.shape, &change.path, value)
    }

    /// Whether something was touched at `path`, above or below it.
    fn touches(&self, path: &KeyPath) -> bool {
        let above = (0..path.steps().len()).any(|count| self.touched.contains(&path.first(count)));
        above || self.touched.range(path..).next().is_some_and(|other| path.leads_to(other))
    }

    /// The edits, those at one place in their order joined to one; nothing where they lie on each other.
    fn edits(&mut self) -> Option<Vec<Edit>> {
        let mut splices = std::mem::take(&mut self.splices);
        splices
            .sort_by_key(|(reach, splice)| (splice.range.start, splice.range.end, Reverse(reach.depth), reach.order));
        let mut joined: Vec<Splice> = Vec::new();
        for (_, splice) in splices {
            match joined.last_mut() {
                Some(last) if last.range.end > splice.range.start => return None,
                Some(last) if last.range.end == splice.range.start => {
                    last.range.end = splice.range.end;
                    last.text.push_str(&splice.text);
                }
                _ => joined.push(splice),
            }
        }
        Some(joined.into_iter().filter_map(|splice| splice.edit(self.file)).collect())
    }
}
