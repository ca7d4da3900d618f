//! An item where there was none.

use super::insert::Neighbour;
use super::layout::{Held, Splice, end};
use super::locate::locate;
use super::{EditError, KeyPath, Step, Value, lines, render, replace, set};
use crate::keys::Shape;
use crate::yaml::{Content, Node};
use nianbao_model::number::is_blank;

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
            replace::replace(text, root, held, &Value::List(items)).ok_or_else(layout)
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
