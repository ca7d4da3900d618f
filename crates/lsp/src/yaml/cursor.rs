//! Where in a YAML text the cursor stands.

use std::ops::Range;

use super::line::{line_end, skip_blanks};
use super::outline::{Brackets, Entry, Outline};

/// Where the cursor stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Cursor {
    /// On a key, or where one may be typed: below `parent`.
    Key {
        /// The entry that the key stands below.
        parent: Option<usize>,
        /// The key, where it is one already.
        entry: Option<usize>,
        /// What is typed of it, up to the cursor.
        word: Range<usize>,
        /// Whether it stands in brackets.
        in_brackets: bool,
    },
    /// Behind the colon of `entry`, or among the items of its list.
    Value {
        /// The entry whose value it is.
        entry: usize,
        /// What is typed of the value, up to the cursor.
        word: Range<usize>,
        /// Whether it is an item of a list.
        item: bool,
    },
}

/// Where the byte `at` of `text` stands; nothing in a comment or outside of everything.
pub(crate) fn cursor(text: &str, outline: &Outline, at: usize) -> Option<Cursor> {
    let at = text.floor_char_boundary(at.min(text.len()));
    let line = text.get(..at)?.rfind('\n').map_or(0, |end| end + 1);
    let before = text.get(line..at)?;
    if before.trim_start().starts_with('#') || before.contains(" #") {
        return None;
    }
    let brackets = outline.brackets.iter().rev().find(|brackets| holds(text, brackets, at));
    let on_key = |entry: &Entry| entry.name.is_some() && (entry.key.start..=entry.key.end).contains(&at);
    if let Some((number, entry)) = outline.entries.iter().enumerate().find(|(_, entry)| on_key(entry)) {
        let word = entry.key.start..at;
        let in_brackets = entry.indent.is_none();
        return Some(Cursor::Key { parent: entry.parent, entry: Some(number), word, in_brackets });
    }
    match brackets {
        Some(brackets) => in_brackets(text, outline, brackets, at),
        None => in_lines(text, outline, line, at),
    }
}

/// Whether a place is within brackets; behind the last letter of those that nothing closes, too.
fn holds(text: &str, brackets: &Brackets, at: usize) -> bool {
    let open = || !text.get(..brackets.range.end).is_some_and(|text| text.ends_with(['}', ']']));
    brackets.range.start < at && (at < brackets.range.end || at == brackets.range.end && open())
}

fn in_brackets(text: &str, outline: &Outline, brackets: &Brackets, at: usize) -> Option<Cursor> {
    let inner = brackets.range.start + 1;
    let before = text.get(inner..at)?;
    let start = before.rfind([',', '{', '[', '}', ']', '\n']).map_or(inner, |mark| inner + mark + 1);
    let word = skip_blanks(text, start, at)..at;
    if !brackets.keys {
        return Some(Cursor::Value { entry: brackets.owner?, word, item: true });
    }
    let is_before = |entry: &Entry| entry.key.start >= start && entry.key.end < at && entry.name.is_some();
    match outline.entries.iter().rposition(is_before) {
        Some(entry) => Some(value(text, outline, entry, at)),
        None => Some(Cursor::Key { parent: brackets.owner, entry: None, word, in_brackets: true }),
    }
}

fn in_lines(text: &str, outline: &Outline, line: usize, at: usize) -> Option<Cursor> {
    let is_before = |entry: &Entry| entry.key.start >= line && entry.key.end <= at && entry.indent.is_some();
    if let Some(number) = outline.entries.iter().rposition(is_before) {
        let entry = outline.entries.get(number)?;
        if entry.name.is_some() {
            return Some(value(text, outline, number, at));
        }
        let word = skip_blanks(text, entry.key.end, at)..at;
        return Some(Cursor::Key { parent: Some(number), entry: None, word, in_brackets: false });
    }
    let word = skip_blanks(text, line, at)..at;
    let indent = word.start - line;
    let last = outline.entries.iter().rposition(|entry| entry.key.start < line && entry.indent.is_some());
    let step = |entry: &usize| outline.entries.get(*entry).and_then(|entry| entry.parent);
    let is_above =
        |entry: &usize| outline.entries.get(*entry).and_then(|entry| entry.indent).is_some_and(|other| other < indent);
    let parent = std::iter::successors(last, step).find(is_above);
    Some(Cursor::Key { parent, entry: None, word, in_brackets: false })
}

fn value(text: &str, outline: &Outline, entry: usize, at: usize) -> Cursor {
    let start = outline.entries.get(entry).map_or(at, |entry| entry.value.start);
    let start = if start <= at && start < line_end(text, at).max(at) { start } else { at };
    let start = if text.get(start..at).is_some_and(|typed| !typed.trim().is_empty()) { start } else { at };
    Cursor::Value { entry, word: start..at, item: false }
}
