//! A key or an item taken away.

use std::ops::Range;

use super::insert_item::dash_before;
use super::layout::{Held, Holder, Splice, end, entry_end};
use super::locate::entry;
use super::locate::locate;
use super::replace::replace;
use super::{EditError, KeyPath, Step, Value, lines};
use crate::keys::{Shape, ValueKind};
use crate::yaml::{Content, Entry, Node};

/// The splices that take away what stands at `path`; none where nothing does.
pub(super) fn remove(text: &str, root: &Node, whole: Shape, path: &KeyPath) -> Result<Vec<Splice>, EditError> {
    let count = path.steps().len().saturating_sub(1);
    let Some((held, shape)) = locate(text, root, whole, path, count)? else { return Ok(Vec::new()) };
    let removed = match (path.steps().get(count), &held.node.content) {
        (Some(Step::Key(word)), content) => {
            let place = shape.child(word).ok_or_else(|| EditError::UnknownKey(path.clone()))?;
            match content {
                Content::Map(entries) => match entry(entries, &place) {
                    Some(gone) => remove_entry(text, root, held, entries, gone),
                    None => Some(Vec::new()),
                },
                // The single value that stands for the mapping is all of it.
                Content::Scalar(_)
                    if !held.node.is_null() && shape.short().is_some_and(|short| short.key == place.key) =>
                {
                    return remove(text, root, whole, &path.first(count));
                }
                _ => Some(Vec::new()),
            }
        }
        (Some(Step::Item(index)), Content::List(items)) => match items.get(*index) {
            Some(gone) => remove_item(text, root, held, items, gone),
            None => Some(Vec::new()),
        },
        // So is the only word of a list.
        (Some(Step::Item(0)), Content::Scalar(_))
            if !held.node.is_null() && matches!(shape, Shape::Value(ValueKind::Words)) =>
        {
            return remove(text, root, whole, &path.first(count));
        }
        (Some(Step::Item(_)), _) => Some(Vec::new()),
        (None, _) => None,
    };
    removed.ok_or_else(|| EditError::Layout(path.clone()))
}

fn remove_entry(text: &str, root: &Node, held: Held<'_>, entries: &[Entry], gone: &Entry) -> Option<Vec<Splice>> {
    let at = entries.iter().position(|entry| std::ptr::eq(entry, gone))?;
    if held.is_flow(text) {
        let ranges: Vec<Range<usize>> =
            entries.iter().map(|entry| entry.key.span.start..entry_end(text, entry)).collect();
        return from_brackets(text, &ranges, at).filter(|_| !held.is_bare_pair(text));
    }
    let (start, end) = (gone.key.span.start, entry_end(text, gone));
    if entries.len() == 1 && !matches!(held.holder, Holder::File) {
        return replace(text, root, held, &Value::Group(Vec::new()));
    }
    let before = text.get(lines::start(text, start)..start)?;
    if before.trim_matches(' ').is_empty() {
        return Some(vec![Splice::delete(lines::whole(text, start, end))]);
    }
    // The first key behind a dash: the next one comes in its place, unless a comment stands between.
    let next = entries.get(at + 1)?.key.span.start;
    let between = text.get(end..next)?;
    Some(vec![Splice::delete(start..if between.contains('#') { end } else { next })])
}

fn remove_item(text: &str, root: &Node, held: Held<'_>, items: &[Node], gone: &Node) -> Option<Vec<Splice>> {
    if held.is_flow(text) {
        let ranges: Vec<Range<usize>> = items.iter().map(|item| item.span.start..end(text, item)).collect();
        return from_brackets(text, &ranges, items.iter().position(|item| std::ptr::eq(item, gone))?);
    }
    if items.len() == 1 {
        return replace(text, root, held, &Value::List(Vec::new()));
    }
    dash_before(text, gone)?;
    Some(vec![Splice::delete(lines::whole(text, gone.span.start, end(text, gone)))])
}

/// Takes the part `at` out of brackets, with the comma before it or the one behind. Comments stay.
fn from_brackets(text: &str, parts: &[Range<usize>], at: usize) -> Option<Vec<Splice>> {
    let gone = parts.get(at)?.clone();
    let before = at.checked_sub(1).and_then(|before| parts.get(before)).map(|before| before.end..gone.start);
    let behind = parts.get(at + 1).map(|next| gone.end..next.start);
    let is_free = |gap: &Range<usize>| text.get(gap.clone()).is_some_and(|gap| !gap.contains('#'));
    Some(match (before, behind) {
        (Some(before), _) if is_free(&before) => vec![Splice::delete(before.start..gone.end)],
        (_, Some(behind)) if is_free(&behind) => vec![Splice::delete(gone.start..behind.end)],
        (_, Some(behind)) => vec![Splice::delete(gone.start..comma_in(text, behind)?.end)],
        (Some(before), None) => vec![Splice::delete(comma_in(text, before)?), Splice::delete(gone)],
        (None, None) => {
            let comma = comma_in(text, gone.end..text.len());
            vec![Splice::delete(gone.start..comma.map_or(gone.end, |comma| comma.end))]
        }
    })
}

/// The comma at the start of a gap between two parts.
fn comma_in(text: &str, gap: Range<usize>) -> Option<Range<usize>> {
    let written = text.get(gap.clone())?;
    let comma = gap.start + written.len() - written.trim_start().len();
    written.trim_start().starts_with(',').then_some(comma..comma + 1)
}
