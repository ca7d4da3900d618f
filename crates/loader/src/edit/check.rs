//! Whether a file says after an edit what it said before, but for the change.

use nianbao_model::Edit;

use super::leaves::{self, Leaves};
use super::{Action, Change, EditError, KeyPath, Step, Value, apply, tree};
use crate::keys::Shape;
use crate::open_file::OpenFile;
use crate::yaml::Node;

/// Whether the text that `edits` make of a file says what it said before, but for `changes`.
pub(super) fn check(
    file: &OpenFile,
    root: &Node,
    shape: Shape,
    changes: &[&Change],
    edits: &[Edit],
) -> Result<(), EditError> {
    let mut expected = leaves_of(root, shape);
    for change in changes {
        expect(&mut expected, shape, change)?;
    }
    let new = OpenFile { id: file.id, text: apply(&file.text, edits).into() };
    let layout = || EditError::Layout(changes.first().map(|change| change.path.clone()).unwrap_or_default());
    let root = tree(&new).map_err(|_| layout())?;
    if leaves_of(&root, shape) == expected { Ok(()) } else { Err(layout()) }
}

/// What a file says, value by value.
pub(super) fn leaves_of(root: &Node, shape: Shape) -> Leaves {
    let mut leaves = Leaves::new();
    leaves::of_node(root, Some(shape), KeyPath::default(), &mut leaves);
    leaves
}

/// Changes the leaves as the file is to be changed.
fn expect(leaves: &mut Leaves, shape: Shape, change: &Change) -> Result<(), EditError> {
    let (path, shape) = named(shape, &change.path)?;
    match &change.action {
        Action::Set(value) => {
            let mut new = Leaves::new();
            leaves::of_value(value, shape, path.clone(), &mut new)?;
            let single = matches!(value, Value::Text(_)) && shape.short().is_some();
            let changed = new.keys().next().cloned().filter(|_| single).unwrap_or(path);
            take_out(leaves, &changed);
            leaves.extend(new);
        }
        Action::Insert(value) => {
            let list = path.first(path.steps().len().saturating_sub(1));
            let others = std::mem::take(leaves).into_iter().filter(|(leaf, _)| *leaf != list);
            leaves.extend(others.map(|(leaf, text)| (shifted(&leaf, &path, true), text)));
            leaves::of_value(value, shape, path, leaves)?;
        }
        Action::Remove => {
            let others = std::mem::take(leaves).into_iter().filter(|(leaf, _)| !path.leads_to(leaf));
            leaves.extend(others.map(|(leaf, text)| (shifted(&leaf, &path, false), text)));
        }
    }
    Ok(())
}

/// Takes out what stands at a path and below it, and a word for nothing that may stand where it goes on.
fn take_out(leaves: &mut Leaves, path: &KeyPath) {
    let below: Vec<KeyPath> =
        leaves.range(path..).map(|(leaf, _)| leaf).take_while(|leaf| path.leads_to(leaf)).cloned().collect();
    let above = (0..path.steps().len()).map(|count| path.first(count));
    for gone in below.into_iter().chain(above) {
        leaves.remove(&gone);
    }
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
