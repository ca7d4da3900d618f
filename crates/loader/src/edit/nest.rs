//! Entries put below a key, or out of it: their lines move, with all comments and whatever else stands in them.

use std::ops::Range;

use nianbao_model::FileId;

use super::leaves::Leaves;
use super::{Change, EditError, KeyPath, Step, check, edited, layout, lines, tree};
use crate::keys::{Document, Named, PlacedKey};
use crate::open_file::OpenFile;
use crate::yaml::{Content, Entry, Node};

/// The text with the entries of `keys` below the new key `under`, which stands where the first of them stood.
///
/// # Errors
/// As [`edits`](super::edits) has them; [`EditError::Layout`] where `under` is there, or where they do not stand in lines of their own.
pub fn nested(text: &str, document: Document, keys: &[&str], under: &str) -> Result<String, EditError> {
    let file = OpenFile { id: FileId(0), text: text.into() };
    let root = tree(&file)?;
    let refused = || EditError::Layout(KeyPath::of([under]));
    let place = document.shape().child(under).ok_or_else(|| EditError::UnknownKey(KeyPath::of([under])))?;
    let entries = entries(text, &root).ok_or_else(refused)?;
    if entries.iter().any(|entry| place.is_called(&entry.key.value)) {
        return Err(refused());
    }
    let places: Vec<PlacedKey> = keys.iter().filter_map(|key| document.shape().child(key)).collect();
    let moves = |entry: &Entry| places.iter().any(|place| place.is_called(&entry.key.value));
    let ranges = blocks(text, entries, moves).ok_or_else(refused)?;
    let Some(first) = ranges.first() else { return Ok(text.to_owned()) };
    let (ending, unit) = (lines::ending(text), " ".repeat(layout::unit(text, &root)));
    let english = entries.iter().all(|entry| entry.key.value.is_ascii());
    let mut moved = format!("{}:{ending}", if english { place.name } else { place.key });
    for range in &ranges {
        for line in text.get(range.clone()).unwrap_or_default().split_inclusive('\n') {
            let is_blank = line.trim().is_empty();
            moved.extend([if is_blank { "" } else { unit.as_str() }, line]);
        }
        if !moved.ends_with('\n') {
            moved.push_str(ending);
        }
    }
    let mut new = text.get(..first.start).unwrap_or_default().to_owned() + &moved;
    let gaps = ranges.iter().zip(ranges.iter().skip(1).map(|next| next.start).chain([text.len()]));
    new.extend(gaps.map(|(range, next)| text.get(range.end..next).unwrap_or_default()));
    let is_moved = |path: &KeyPath| matches!(path.steps().first(), Some(Step::Key(key)) if places.iter().any(|place| place.is_called(key)));
    let below = |path: KeyPath| {
        let steps = is_moved(&path).then(|| Step::Key(place.key.to_owned())).into_iter();
        steps.chain(path.steps().iter().cloned()).collect()
    };
    let expected: Leaves =
        check::leaves_of(&root, document.shape()).into_iter().map(|(path, text)| (below(path), text)).collect();
    says(&new, document, &expected).then_some(new).ok_or_else(refused)
}

/// The text with what stood below `under` in its place.
///
/// # Errors
/// As [`nested`] has them.
pub fn unnested(text: &str, document: Document, under: &str) -> Result<String, EditError> {
    let file = OpenFile { id: FileId(0), text: text.into() };
    let root = tree(&file)?;
    let path = KeyPath::of([under]);
    let refused = || EditError::Layout(path.clone());
    let place = document.shape().child(under).ok_or_else(|| EditError::UnknownKey(path.clone()))?;
    let entries = entries(text, &root).ok_or_else(refused)?;
    let Some(outer) = entries.iter().find(|entry| place.is_called(&entry.key.value)) else {
        return Ok(text.to_owned());
    };
    let inner = match &outer.value.content {
        Content::Map(inner) if !inner.is_empty() && !layout::is_flow(text, &outer.value) => inner,
        Content::Map(inner) if !inner.is_empty() => return Err(refused()),
        _ => return edited(text, document, &[Change::remove(path)]),
    };
    let first = inner.first().ok_or_else(refused)?;
    let column = |at: usize| at - lines::start(text, at);
    let depth = column(first.key.span.start).saturating_sub(column(outer.key.span.start));
    let start = lines::start(text, outer.key.span.start);
    let body = lines::next(text, outer.key.span.start);
    let end = lines::next(text, layout::entry_end(text, outer));
    let mut new = text.get(..start).unwrap_or_default().to_owned();
    let head = text.get(layout::colon_end(text, outer).ok_or_else(refused)?..body).unwrap_or_default();
    if !head.trim().is_empty() {
        new.push_str(head.trim_start());
    }
    for line in text.get(body..end).ok_or_else(refused)?.split_inclusive('\n') {
        let blank = line.len() - line.trim_start_matches(' ').len();
        new.push_str(line.get(blank.min(depth)..).unwrap_or_default());
    }
    new.push_str(text.get(end..).unwrap_or_default());
    let mut expected = Leaves::new();
    for (leaf, text) in check::leaves_of(&root, document.shape()) {
        let is_below = leaf.steps().first() == Some(&Step::Key(place.key.to_owned()));
        let leaf = if is_below { leaf.steps().iter().skip(1).cloned().collect() } else { leaf };
        if expected.insert(leaf, text).is_some() {
            return Err(refused());
        }
    }
    says(&new, document, &expected).then_some(new).ok_or_else(refused)
}

/// The entries of a file that stand in lines.
fn entries<'n>(text: &str, root: &'n Node) -> Option<&'n [Entry]> {
    match &root.content {
        Content::Map(entries) if !layout::is_flow(text, root) => Some(entries),
        Content::Scalar(_) if root.is_null() => Some(&[]),
        _ => None,
    }
}

/// The lines of the entries that move, those that follow each other together; nothing where anything else stands in them.
fn blocks(text: &str, entries: &[Entry], moves: impl Fn(&Entry) -> bool) -> Option<Vec<Range<usize>>> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    let mut follows = false;
    for entry in entries {
        let is_moved = moves(entry);
        if is_moved {
            let at = entry.key.span.start;
            let range = lines::start(text, at)..lines::next(text, layout::entry_end(text, entry));
            if !text.get(range.start..at)?.trim_matches(' ').is_empty() {
                return None;
            }
            match ranges.last_mut().filter(|_| follows) {
                Some(last) => last.end = range.end,
                None => ranges.push(range),
            }
        }
        follows = is_moved;
    }
    Some(ranges)
}

/// Whether a text says just what is `expected`.
fn says(text: &str, document: Document, expected: &Leaves) -> bool {
    let file = OpenFile { id: FileId(0), text: text.into() };
    tree(&file).is_ok_and(|root| check::leaves_of(&root, document.shape()) == *expected)
}
