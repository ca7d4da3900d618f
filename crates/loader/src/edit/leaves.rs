//! What a file says, value by value, whatever way it is written.

use std::collections::BTreeMap;

use super::{EditError, KeyPath, Value};
use crate::keys::{self, Named, Shape};
use crate::yaml::{Content, Node};

/// Single values by their paths along Chinese names. `22` for a cell is its 数, one word for a list its only item; what is
/// empty says nothing.
pub(super) type Leaves = BTreeMap<KeyPath, String>;

/// The leaves of a node at `path`.
pub(super) fn of_node(node: &Node, shape: Option<Shape>, path: KeyPath, leaves: &mut Leaves) {
    match &node.content {
        Content::Map(entries) => {
            let places = shape.map(Shape::keys).unwrap_or_default();
            for entry in entries {
                let place = places.iter().find(|place| place.is_called(&entry.key.value));
                let key = place.map_or(entry.key.value.as_str(), |place| place.key);
                of_node(&entry.value, place.map(|place| place.shape), path.clone().key(key), leaves);
            }
        }
        Content::List(items) => {
            for (index, item) in items.iter().enumerate() {
                of_node(item, shape.and_then(Shape::item), path.clone().item(index), leaves);
            }
        }
        Content::Scalar(_) if node.is_null() => {}
        Content::Scalar(scalar) => {
            // Of a key that stands twice, the first counts.
            leaves.entry(single(shape, path)).or_insert_with(|| scalar.text.clone());
        }
    }
}

/// The leaves of a value at `path`, if it is one that may stand there.
pub(super) fn of_value(value: &Value, shape: Shape, path: KeyPath, leaves: &mut Leaves) -> Result<(), EditError> {
    match value {
        Value::Text(text) if may_be_single(shape) => {
            leaves.insert(single(Some(shape), path), text.clone());
        }
        Value::List(items) => {
            let item = shape.item().ok_or_else(|| EditError::WrongKind(path.clone()))?;
            for (index, value) in items.iter().enumerate() {
                of_value(value, item, path.clone().item(index), leaves)?;
            }
        }
        Value::Group(entries) if !shape.keys().is_empty() => {
            for (key, value) in entries {
                let place = shape.child(key).ok_or_else(|| EditError::UnknownKey(path.clone().key(key)))?;
                of_value(value, place.shape, path.clone().key(place.key), leaves)?;
            }
        }
        _ => return Err(EditError::WrongKind(path)),
    }
    Ok(())
}

/// The path of a single value that stands at `path`.
fn single(shape: Option<Shape>, path: KeyPath) -> KeyPath {
    match shape {
        Some(Shape::Value(keys::ValueKind::Words)) => path.item(0),
        Some(shape) => match shape.short() {
            Some(short) => path.key(short.key),
            None => path,
        },
        None => path,
    }
}

fn may_be_single(shape: Shape) -> bool {
    match shape {
        Shape::Value(keys::ValueKind::Group(group)) => group.short.is_some(),
        Shape::Value(keys::ValueKind::List(_) | keys::ValueKind::Agencies) | Shape::Figures(_) | Shape::Document(_) => {
            false
        }
        Shape::Value(_) => true,
        Shape::Totals(key) => key.address.is_some(),
    }
}
