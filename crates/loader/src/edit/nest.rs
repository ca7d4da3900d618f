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
    let is_one = |word: &str| places.iter().any(|place| place.is_called(word));
    let ranges = blocks(text, entries, |entry| is_one(&entry.key.value)).ok_or_else(refused)?;
    if ranges.is_empty() {
        return Ok(text.to_owned());
    }
    let is_english = entries.iter().all(|entry| entry.key.value.is_ascii());
    let ending = lines::ending(text);
    let head = format!("{}:{ending}", if is_english { place.name } else { place.key });
    let new = gathered(text, &ranges, &(head + &indented(text, &ranges, &" ".repeat(layout::unit(text, &root)))));
    let beneath = |leaf: KeyPath| {
        let is_below = matches!(leaf.steps().first(), Some(Step::Key(key)) if is_one(key));
        let above = is_below.then(|| Step::Key(place.key.to_owned()));
        above.into_iter().chain(leaf.steps().iter().cloned()).collect::<KeyPath>()
    };
    let said = check::leaves_of(&root, document.shape()).into_iter();
    let expected: Leaves = said.map(|(leaf, text)| (beneath(leaf), text)).collect();
    says(&new, document, &expected).then_some(new).ok_or_else(refused)
}

/// The lines of `ranges`, each further in by `unit`.
fn indented(text: &str, ranges: &[Range<usize>], unit: &str) -> String {
    let mut made = String::new();
    for range in ranges {
        for line in text.get(range.clone()).unwrap_or_default().split_inclusive('\n') {
            made.push_str(if line.trim().is_empty() { "" } else { unit });
            made.push_str(line);
        }
        if !made.ends_with('\n') {
            made.push_str(lines::ending(text));
        }
    }
    made
}

/// The text with `instead` in the place of the first of `ranges`, and without the others.
fn gathered(text: &str, ranges: &[Range<usize>], instead: &str) -> String {
    let start = ranges.first().map_or(text.len(), |first| first.start);
    let mut made = text.get(..start).unwrap_or_default().to_owned() + instead;
    let next = ranges.iter().skip(1).map(|next| next.start).chain([text.len()]);
    made.extend(ranges.iter().zip(next).map(|(range, next)| text.get(range.end..next).unwrap_or_default()));
    made
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
    let new = raised(text, outer, inner).ok_or_else(refused)?;
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

/// The text with the lines of `inner` in the place of `outer`, which they stand below. What is said behind its key stays.
fn raised(text: &str, outer: &Entry, inner: &[Entry]) -> Option<String> {
    let column = |at: usize| at - lines::start(text, at);
    let at = outer.key.span.start;
    let depth = column(inner.first()?.key.span.start).saturating_sub(column(at));
    let (body, end) = (lines::next(text, at), lines::next(text, layout::entry_end(text, outer)));
    let mut made = text.get(..lines::start(text, at))?.to_owned();
    let head = text.get(layout::colon_end(text, outer)?..body)?;
    made.push_str(if head.trim().is_empty() { "" } else { head.trim_start() });
    for line in text.get(body..end)?.split_inclusive('\n') {
        let blank = line.len() - line.trim_start_matches(' ').len();
        made.push_str(line.get(blank.min(depth)..)?);
    }
    made.push_str(text.get(end..)?);
    Some(made)
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
fn blocks(text: &str, entries: &[Entry], is_wanted: impl Fn(&Entry) -> bool) -> Option<Vec<Range<usize>>> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    let mut follows = false;
    for entry in entries {
        let is_taken = is_wanted(entry);
        if is_taken {
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
        follows = is_taken;
    }
    Some(ranges)
}

/// Whether a text says just what is `expected`.
fn says(text: &str, document: Document, expected: &Leaves) -> bool {
    let file = OpenFile { id: FileId(0), text: text.into() };
    tree(&file).is_ok_and(|root| check::leaves_of(&root, document.shape()) == *expected)
}
