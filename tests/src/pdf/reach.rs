//! Shorthands to reach into a PDF, through references.

use lopdf::{Dictionary, Document, Object, ObjectId};

/// The entry `key` of a dictionary.
pub(super) fn entry<'a>(document: &'a Document, dictionary: &'a Dictionary, key: &str) -> Option<&'a Object> {
    dictionary.get_deref(key.as_bytes(), document).ok()
}

/// An entry that is a dictionary.
pub(super) fn dictionary<'a>(document: &'a Document, of: &'a Dictionary, key: &str) -> Option<&'a Dictionary> {
    entry(document, of, key)?.as_dict().ok()
}

/// The elements of an entry that is an array, or its only element where it stands without one.
pub(super) fn elements<'a>(document: &'a Document, of: &'a Dictionary, key: &str) -> Vec<&'a Object> {
    match entry(document, of, key) {
        Some(Object::Array(elements)) => elements.iter().collect(),
        // The reference itself, not what it leads to.
        Some(_) => of.get(key.as_bytes()).into_iter().collect(),
        None => Vec::new(),
    }
}

/// An entry that is a text.
pub(super) fn text(document: &Document, of: &Dictionary, key: &str) -> Option<String> {
    lopdf::decode_text_string(entry(document, of, key)?).ok()
}

/// An entry that is a name.
pub(super) fn name(document: &Document, of: &Dictionary, key: &str) -> Option<String> {
    Some(String::from_utf8_lossy(entry(document, of, key)?.as_name().ok()?).into_owned())
}

/// An entry that is a whole number.
pub(super) fn number(document: &Document, of: &Dictionary, key: &str) -> Option<i64> {
    entry(document, of, key)?.as_i64().ok()
}

/// The dictionary of an object, or that of a stream.
pub(super) fn dictionary_of(document: &Document, id: ObjectId) -> Option<&Dictionary> {
    match document.get_object(id).ok()? {
        Object::Dictionary(dictionary) => Some(dictionary),
        Object::Stream(stream) => Some(&stream.dict),
        _ => None,
    }
}

/// The text of the stream at `key`.
pub(super) fn stream(document: &Document, of: &Dictionary, key: &str) -> Option<Vec<u8>> {
    entry(document, of, key)?.as_stream().ok()?.get_plain_content().ok()
}
