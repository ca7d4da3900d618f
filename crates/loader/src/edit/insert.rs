//! A key or an item where there was none.

use super::layout::{Held, Splice, end, entry_end, indentation, unit};
use super::locate::locate;
use super::{EditError, KeyPath, Step, Value, lines, render, set};
use crate::keys::{Named, Shape};
use crate::lower::is_blank;
use crate::yaml::{Content, Entry, Node};

/// Where something new stands among entries or items.
#[derive(Clone, Copy)]
enum Neighbour<T> {
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

/// Puts an item into the list that `path` leads to but for its last step, which says before which one.
pub(super) fn item(
    text: &str,
    root: &Node,
    shape: Shape,
    path: &KeyPath,
    value: &Value,
) -> Result<Vec<Splice>, EditError> {
    let count = path.steps().len().saturating_sub(1);
    let list = path.first(count);
    let Some(Step::Item(index)) = path.steps().get(count) else { return Err(EditError::WrongKind(path.clone())) };
    let layout = || EditError::Layout(path.clone());
    let alone = || match index {
        0 => set::set(text, root, shape, &list, &Value::List(vec![value.clone()])),
        _ => Err(EditError::NoItem(list.clone())),
    };
    let Some((held, shape)) = locate(text, root, shape, path, count)? else { return alone() };
    match &held.node.content {
        Content::List(items) => {
            let neighbour = match (items.get(*index), items.last()) {
                (Some(item), _) => Neighbour::Before(item),
                (None, _) if *index > items.len() => return Err(EditError::NoItem(list)),
                (None, Some(item)) => Neighbour::After(item),
                (None, None) => Neighbour::None,
            };
            beside(text, held, neighbour, value).map(|splice| vec![splice]).ok_or_else(layout)
        }
        Content::Scalar(scalar) if held.node.is_null() || is_blank(&scalar.text) => alone(),
        // One word alone may stand without a list.
        Content::Scalar(scalar) if shape.item().is_some() && *index <= 1 => {
            let mut items = vec![Value::Text(scalar.text.clone())];
            items.insert(*index, value.clone());
            super::replace::replace(text, root, held, &Value::List(items)).ok_or_else(layout)
        }
        Content::Scalar(_) => Err(EditError::NoItem(list)),
        Content::Map(_) => Err(EditError::WrongKind(list)),
    }
}

/// Puts an item beside another one of the list `held`.
fn beside(text: &str, held: Held<'_>, neighbour: Neighbour<&Node>, value: &Value) -> Option<Splice> {
    let flow = held.is_flow(text);
    let new = render::inline(value, flow);
    let dash = |item: &Node| Some(format!("{}{}", lines::ending(text), dash_before(text, item)?));
    Some(match neighbour {
        Neighbour::None => Splice::insert(held.node.span.start + 1, new),
        Neighbour::After(item) if flow => Splice::insert(end(text, item), format!(", {new}")),
        Neighbour::Before(item) if flow => Splice::insert(item.span.start, format!("{new}, ")),
        Neighbour::After(item) => Splice::insert(lines::end(text, end(text, item)), format!("{}{new}", dash(item)?)),
        Neighbour::Before(item) => Splice::insert(item.span.start, format!("{new}{}", dash(item)?)),
    })
}

/// What precedes an item in its line: spaces and a dash; nothing where anything else does.
pub(super) fn dash_before<'t>(text: &'t str, item: &Node) -> Option<&'t str> {
    let before = text.get(lines::start(text, item.span.start)..item.span.start)?;
    (before.trim_matches(' ') == "-" && before.ends_with(' ')).then_some(before)
}
