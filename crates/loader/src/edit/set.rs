//! The value at a path, with what is missing on the way.

use super::layout::{Held, Splice};
use super::locate::entry;
use super::{EditError, KeyPath, Step, Value, insert, replace};
use crate::keys::{PlacedKey, Shape};
use crate::yaml::{Content, Node};
use nianbao_model::number::is_blank;

/// The splices that let `value` stand at `path`.
pub(super) fn set(
    text: &str,
    root: &Node,
    shape: Shape,
    path: &KeyPath,
    value: &Value,
) -> Result<Vec<Splice>, EditError> {
    Setting { text, root, path }.at(Held::root(root), shape, 0, value)
}

/// A value that is being set.
pub(super) struct Setting<'n> {
    pub(super) text: &'n str,
    pub(super) root: &'n Node,
    pub(super) path: &'n KeyPath,
}

impl<'n> Setting<'n> {
    /// Goes on from `held`, which the first `done` steps lead to.
    fn at(&self, held: Held<'n>, shape: Shape, done: usize, value: &Value) -> Result<Vec<Splice>, EditError> {
        match self.path.steps().get(done) {
            None => self.here(held, shape, value),
            Some(Step::Key(word)) => {
                let place = shape.child(word).ok_or_else(|| EditError::UnknownKey(self.path.first(done + 1)))?;
                self.key(held, shape, &place, done, value)
            }
            Some(Step::Item(index)) => {
                let item = shape.item().ok_or_else(|| EditError::WrongKind(self.path.first(done)))?;
                self.item(held, item, *index, done, value)
            }
        }
    }

    /// The path ends at `held`.
    fn here(&self, held: Held<'n>, shape: Shape, value: &Value) -> Result<Vec<Splice>, EditError> {
        // A single value is that of the key which it may stand for; what stands beside that key stays.
        if let (Content::Map(entries), Value::Text(_), Some(short)) = (&held.node.content, value, shape.short())
            && !entries.is_empty()
        {
            return match entry(entries, short) {
                Some(entry) => self.replaced(held.value(self.text, entry), value),
                None => self.put_in(held, shape, short.key, value),
            };
        }
        self.replaced(held, value)
    }

    /// The next step leads to the key at `place`.
    fn key(
        &self,
        held: Held<'n>,
        shape: Shape,
        place: &PlacedKey,
        done: usize,
        value: &Value,
    ) -> Result<Vec<Splice>, EditError> {
        match &held.node.content {
            Content::Map(entries) => {
                if let Some(entry) = entry(entries, place) {
                    return self.at(held.value(self.text, entry), place.shape, done + 1, value);
                }
                let english = !entries.is_empty() && entries.iter().all(|entry| entry.key.value.is_ascii());
                let new = nested(self.path, done + 1, place.shape, english, value)?;
                self.put_in(held, shape, if english { place.name } else { place.key }, &new)
            }
            Content::Scalar(scalar) if held.node.is_null() || is_blank(&scalar.text) => {
                self.replaced(held, &nested(self.path, done, shape, false, value)?)
            }
            Content::Scalar(_) => match shape.short() {
                Some(short) if short.key == place.key => self.at(held, place.shape, done + 1, value),
                Some(short) => {
                    let new = nested(self.path, done + 1, place.shape, false, value)?;
                    Ok(insert::beside_single(self.text, held, short.key, place.key, &new))
                }
                None => Err(EditError::SingleValue(self.path.first(done))),
            },
            Content::List(_) => Err(EditError::WrongKind(self.path.first(done))),
        }
    }

    /// The next step leads to an item, which is an `item`.
    fn item(
        &self,
        held: Held<'n>,
        item: Shape,
        index: usize,
        done: usize,
        value: &Value,
    ) -> Result<Vec<Splice>, EditError> {
        let no_item = || EditError::NoItem(self.path.first(done));
        match &held.node.content {
            Content::List(items) => {
                let node = items.get(index).ok_or_else(no_item)?;
                self.at(held.item(self.text, node), item, done + 1, value)
            }
            // One word alone may stand without a list.
            Content::Scalar(_) if !held.node.is_null() && index == 0 => self.at(held, item, done + 1, value),
            _ => Err(no_item()),
        }
    }

    fn put_in(&self, held: Held<'n>, shape: Shape, key: &str, value: &Value) -> Result<Vec<Splice>, EditError> {
        insert::key(self.text, self.root, held, shape, key, value).ok_or_else(|| self.layout())
    }

    fn replaced(&self, held: Held<'n>, value: &Value) -> Result<Vec<Splice>, EditError> {
        replace::replace(self.text, self.root, held, value).ok_or_else(|| self.layout())
    }

    fn layout(&self) -> EditError {
        EditError::Layout(self.path.clone())
    }
}

/// `value` below the steps of `path` from `from` on, where nothing stands yet; `shape` is what stands before them.
pub(super) fn nested(
    path: &KeyPath,
    from: usize,
    shape: Shape,
    english: bool,
    value: &Value,
) -> Result<Value, EditError> {
    match path.steps().get(from) {
        None => Ok(value.clone()),
        Some(Step::Key(word)) => {
            let place = shape.child(word).ok_or_else(|| EditError::UnknownKey(path.first(from + 1)))?;
            let key = if english { place.name } else { place.key };
            Ok(Value::Group(vec![(key.to_owned(), nested(path, from + 1, place.shape, english, value)?)]))
        }
        Some(Step::Item(_)) => Err(EditError::NoItem(path.first(from))),
    }
}
