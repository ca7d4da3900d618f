//! Where in a file each value stands, and what was written there.

use std::ops::Range;

use super::layout::entry_end;
use super::{EditError, KeyPath, tree};
use crate::keys::{Document, Named, Shape};
use crate::open_file::OpenFile;
use crate::yaml::{Content, Node};
use nianbao_model::FileId;

/// A value as it was written, with its key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrittenValue {
    /// Where it stands, along Chinese names.
    pub path: KeyPath,
    /// The word, if it is a single one; nothing for a mapping and a list.
    pub text: Option<String>,
    /// From its key to its end, in bytes.
    pub range: Range<usize>,
}

/// Every value of a file, each before those within it.
///
/// # Errors
/// If the file cannot be read.
pub fn written(text: &str, document: Document) -> Result<Vec<WrittenValue>, EditError> {
    let file = OpenFile { id: FileId(0), text: text.into() };
    let root = tree(&file)?;
    let mut found = Vec::new();
    collect(text, &root, Some(document.shape()), &KeyPath::default(), &mut found);
    Ok(found)
}

fn collect(text: &str, node: &Node, shape: Option<Shape>, path: &KeyPath, found: &mut Vec<WrittenValue>) {
    match &node.content {
        Content::Map(entries) => {
            let places = shape.map(Shape::keys).unwrap_or_default();
            for entry in entries {
                let place = places.iter().find(|place| place.is_called(&entry.key.value));
                let path = path.clone().key(place.map_or(entry.key.value.as_str(), |place| place.key));
                let range = entry.key.span.start..entry_end(text, entry);
                found.push(WrittenValue { text: single(&entry.value), path: path.clone(), range });
                collect(text, &entry.value, place.map(|place| place.shape), &path, found);
            }
        }
        Content::List(items) => {
            for (index, item) in items.iter().enumerate() {
                let path = path.clone().item(index);
                let range = item.span.start..super::layout::end(text, item);
                found.push(WrittenValue { text: single(item), path: path.clone(), range });
                collect(text, item, shape.and_then(Shape::item), &path, found);
            }
        }
        Content::Scalar(_) => {}
    }
}

/// The word of a node that is one; nothing was written where that is empty.
fn single(node: &Node) -> Option<String> {
    match &node.content {
        Content::Scalar(_) if node.is_null() => Some(String::new()),
        Content::Scalar(scalar) => Some(scalar.text.clone()),
        Content::Map(_) | Content::List(_) => None,
    }
}
