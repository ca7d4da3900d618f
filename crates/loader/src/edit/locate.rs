//! The node at a path.

use super::layout::Held;
use super::{EditError, KeyPath, Step};
use crate::keys::{Named, Shape};
use crate::yaml::{Content, Entry, Node};
use nianbao_model::number::is_blank;

/// The node that the first `count` steps of `path` lead to, with what may stand there; nothing where it was not written.
pub(super) fn locate<'n>(
    text: &str,
    root: &'n Node,
    shape: Shape,
    path: &KeyPath,
    count: usize,
) -> Result<Option<(Held<'n>, Shape)>, EditError> {
    let (mut held, mut shape) = (Held::root(root), shape);
    for (done, step) in path.steps().iter().enumerate().take(count) {
        let next = match step {
            Step::Key(word) => {
                let place = shape.child(word).ok_or_else(|| EditError::UnknownKey(path.first(done + 1)))?;
                let value = match &held.node.content {
                    Content::Map(entries) => entry(entries, &place).map(|entry| held.value(text, entry)),
                    Content::Scalar(scalar) if held.node.is_null() || is_blank(&scalar.text) => None,
                    Content::Scalar(_) => match shape.short() {
                        Some(short) => Some(held).filter(|_| short.key() == place.key),
                        None => return Err(EditError::SingleValue(path.first(done))),
                    },
                    Content::List(_) => return Err(EditError::WrongKind(path.first(done))),
                };
                value.map(|value| (value, place.shape))
            }
            Step::Item(index) => {
                let item = shape.item().ok_or_else(|| EditError::WrongKind(path.first(done)))?;
                let node = match &held.node.content {
                    Content::List(items) => items.get(*index),
                    _ => None,
                };
                node.map(|node| (held.item(text, node), item))
            }
        };
        let Some(next) = next else { return Ok(None) };
        (held, shape) = next;
    }
    Ok(Some((held, shape)))
}

/// The entry of a key, by either name.
pub(super) fn entry<'n>(entries: &'n [Entry], key: &impl Named) -> Option<&'n Entry> {
    entries.iter().find(|entry| key.is_called(&entry.key.value))
}
