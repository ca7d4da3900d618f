//! A key where there was none.

use super::layout::{Held, Splice, end, entry_end, indentation, unit};
use super::{Value, lines, render};
use crate::keys::{Named, Shape};
use crate::yaml::{Content, Entry, Node};

/// Where something new stands among entries or items.
#[derive(Clone, Copy)]
pub(super) enum Neighbour<T> {
    /// Behind this one.
    After(T),
    /// In front of this one.
    Before(T),
    /// Alone.
    None,
}

/// Puts `key` into the mapping `held` at its official place; nothing where only a person can.
pub(super) fn key(
    text: &str,
    root: &Node,
    held: Held<'_>,
    shape: Shape,
    key: &str,
    value: &Value,
) -> Option<Vec<Splice>> {
    let Content::Map(entries) = &held.node.content else { return None };
    if held.is_bare_pair(text) {
        return None;
    }
    let neighbour = neighbour(entries, shape, key);
    if held.is_flow(text) {
        let new = format!("{key}: {}", render::inline(value, true));
        return Some(vec![match neighbour {
            Neighbour::After(entry) => Splice::insert(entry_end(text, entry), format!(", {new}")),
            Neighbour::Before(entry) => Splice::insert(entry.key.span.start, format!("{new}, ")),
            Neighbour::None => Splice::insert(held.node.span.start + 1, new),
        }]);
    }
    let indent = indentation(text, entries.first()?.key.span.start)?;
    let line_start = format!("{}{indent}", lines::ending(text));
    let new = render::lines(key, value, unit(text, root));
    Some(vec![match neighbour {
        Neighbour::After(entry) => {
            let new: String = new.iter().flat_map(|line| [line_start.as_str(), line]).collect();
            Splice::insert(lines::end(text, entry_end(text, entry)), new)
        }
        Neighbour::Before(entry) => {
            let new: String = new.iter().flat_map(|line| [line, line_start.as_str()]).collect();
            Splice::insert(entry.key.span.start, new)
        }
        Neighbour::None => return None,
    }])
}

/// The entry beside which a new `key` belongs: behind the nearest one that comes before it in the official order.
fn neighbour<'n>(entries: &'n [Entry], shape: Shape, key: &str) -> Neighbour<&'n Entry> {
    let places = shape.keys();
    let order = |word: &str| places.iter().position(|place| place.is_called(word));
    let new = order(key);
    let of = |entry: &&Entry| order(&entry.key.value);
    let before = entries.iter().filter(|entry| of(entry) < new && of(entry).is_some()).max_by_key(of);
    let after = entries.iter().find(|entry| of(entry) > new);
    match (before, after) {
        (Some(entry), _) => Neighbour::After(entry),
        (None, Some(entry)) => Neighbour::Before(entry),
        (None, None) => entries.last().map_or(Neighbour::None, Neighbour::After),
    }
}

/// `{short: 22, key: value}` of the single value `22`.
pub(super) fn beside_single(text: &str, held: Held<'_>, short: &str, key: &str, value: &Value) -> Vec<Splice> {
    let Content::Scalar(scalar) = &held.node.content else { return Vec::new() };
    let (start, end) = (held.node.span.start, end(text, held.node));
    let written = text.get(start..end).unwrap_or_default();
    let kept = !scalar.plain || !written.contains([',', '[', ']', '{', '}', '\n']);
    let (front, behind) = (format!("{{{short}: "), format!(", {key}: {}}}", render::inline(value, true)));
    if kept {
        return vec![Splice::insert(start, front), Splice::insert(end, behind)];
    }
    let single = render::inline(&Value::Text(scalar.text.clone()), true);
    vec![Splice { range: start..end, text: format!("{front}{single}{behind}") }]
}
