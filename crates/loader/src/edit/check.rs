//! Whether a file says after an edit what it said before, but for the change.

use nianbao_model::Edit;

use super::leaves::{self, Leaves};
use super::{Action, Change, EditError, KeyPath, Step, Value, apply, tree};
use crate::keys::Shape;
use crate::session::OpenFile;
use crate::yaml::Node;

/// Reads the edited text and compares it with what is expected.
pub(super) fn check(
    file: &OpenFile,
    root: &Node,
    shape: Shape,
    change: &Change,
    edits: &[Edit],
) -> Result<(), EditError> {
    let expected = expected(&leaves_of(root, shape), shape, change)?;
    let new = OpenFile { id: file.id, text: apply(&file.text, edits).into() };
    let layout = || EditError::Layout(change.path.clone());
    let root = tree(&new).map_err(|_| layout())?;
    if leaves_of(&root, shape) == expected { Ok(()) } else { Err(layout()) }
}

fn leaves_of(root: &Node, shape: Shape) -> Leaves {
    let mut leaves = Leaves::new();
    leaves::of_node(root, Some(shape), KeyPath::default(), &mut leaves);
    leaves
}

fn expected(old: &Leaves, shape: Shape, change: &Change) -> Result<Leaves, EditError> {
    let (path, shape) = named(shape, &change.path)?;
    let mut new = Leaves::new();
    match &change.action {
        Action::Set(value) => {
            leaves::of_value(value, shape, path.clone(), &mut new)?;
            let single = matches!(value, Value::Text(_)) && shape.short().is_some();
            let changed = new.keys().next().cloned().filter(|_| single).unwrap_or(path);
            // A word for nothing may have stood where the value has its place now.
            let others = old.iter().filter(|(leaf, _)| !changed.leads_to(leaf) && !leaf.leads_to(&changed));
            new.extend(others.map(|(leaf, text)| (leaf.clone(), text.clone())));
        }
        Action::Insert(value) => {
            let list = path.first(path.steps().len().saturating_sub(1));
            let others = old.iter().filter(|(leaf, _)| **leaf != list);
            new.extend(others.map(|(leaf, text)| (shifted(leaf, &path, true), text.clone())));
            leaves::of_value(value, shape, path, &mut new)?;
        }
        Action::Remove => {
            let others = old.iter().filter(|(leaf, _)| !path.leads_to(leaf));
            new.extend(others.map(|(leaf, text)| (shifted(leaf, &path, false), text.clone())));
        }
    }
    Ok(new)
}

/// The path with Chinese names, and what may stand there.
fn named(mut shape: Shape, path: &KeyPath) -> Result<(KeyPath, Shape), EditError> {
    let mut named = KeyPath::default();
    for (done, step) in path.steps().iter().enumerate() {
        match step {
            Step::Key(word) => {
                let place = shape.child(word).ok_or_else(|| EditError::UnknownKey(path.first(done + 1)))?;
                (named, shape) = (named.key(place.key), place.shape);
            }
            Step::Item(index) => {
                let item = shape.item().ok_or_else(|| EditError::WrongKind(path.first(done)))?;
                (named, shape) = (named.item(*index), item);
            }
        }
    }
    Ok((named, shape))
}

/// Where a leaf stands after an item came or went at `path`.
fn shifted(leaf: &KeyPath, path: &KeyPath, came: bool) -> KeyPath {
    let last = path.steps().len().saturating_sub(1);
    let (Some(Step::Item(index)), true) = (path.steps().get(last), path.first(last).leads_to(leaf)) else {
        return leaf.clone();
    };
    let moved = |(at, step): (usize, &Step)| match step {
        Step::Item(item) if at == last && came && item >= index => Step::Item(item + 1),
        Step::Item(item) if at == last && !came && item > index => Step::Item(item - 1),
        step => step.clone(),
    };
    leaf.steps().iter().enumerate().map(moved).collect()
}
