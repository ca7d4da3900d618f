//! A new value in place of another.

use std::ops::Range;

use super::layout::{Held, Holder, Splice, colon_end, end};
use super::{Value, layout, lines, quote, render};
use crate::yaml::{Content, Entry, Node};

/// Lets `held` be `value`; nothing where only a person can. `root` is the whole file.
pub(super) fn replace(text: &str, root: &Node, held: Held<'_>, value: &Value) -> Option<Vec<Splice>> {
    match held.holder {
        Holder::File => whole_file(text, root, held.node, value),
        Holder::Key(_) if held.node.is_absent() => absent(text, root, held, value).map(|splice| vec![splice]),
        Holder::List if held.node.is_absent() => None,
        Holder::Key(entry) if let Some(header) = block_scalar(text, entry) => {
            let new = Splice { range: header, text: render::inline(value, false) };
            Some(vec![new, Splice::delete(lines::whole(text, held.node.span.start, end(text, held.node)))])
        }
        Holder::Key(_) if is_block(text, held) => {
            let behind = absent(text, root, Held { within_flow: false, ..held }, value)?;
            let whole = lines::whole(text, held.node.span.start, end(text, held.node));
            Some(vec![behind, Splice::delete(whole)])
        }
        Holder::Key(_) | Holder::List => {
            let range = held.node.span.start..end(text, held.node);
            let new = match value {
                Value::Text(new) => quote::value(new, held.within_flow, text.get(range.clone())?),
                _ => render::inline(value, held.within_flow),
            };
            Some(vec![Splice { range, text: new }])
        }
    }
}

/// The mark that begins a text in lines of its own, `|` or `>-`.
fn block_scalar(text: &str, entry: &Entry) -> Option<Range<usize>> {
    let colon = colon_end(text, entry)?;
    let between = text.get(colon..entry.value.span.start)?;
    let start = between.len() - between.trim_start_matches(' ').len();
    let header = between.get(start..)?.split([' ', '\r', '\n']).next()?;
    header.starts_with(['|', '>']).then_some(colon + start..colon + start + header.len())
}

/// Whether a node is a mapping or a list in lines of its own.
fn is_block(text: &str, held: Held<'_>) -> bool {
    !matches!(held.node.content, Content::Scalar(_)) && !held.is_flow(text)
}

/// Puts a value behind or below a key that has none in its line.
fn absent(text: &str, root: &Node, held: Held<'_>, value: &Value) -> Option<Splice> {
    let Holder::Key(entry) = held.holder else { return None };
    let Some(colon) = colon_end(text, entry) else {
        let new = render::inline(value, true);
        return held.within_flow.then(|| Splice::insert(entry.key.span.end, format!(": {new}")));
    };
    if held.within_flow || render::is_inline(value) {
        return Some(Splice::insert(colon, format!(" {}", render::inline(value, held.within_flow))));
    }
    let unit = layout::unit(text, root);
    let indent = layout::indentation(text, entry.key.span.start)? + &" ".repeat(unit);
    let ending = lines::ending(text);
    let below: String = render::below(value, unit).iter().flat_map(|line| [ending, &indent, line.as_str()]).collect();
    Some(Splice::insert(lines::end(text, colon), below))
}

/// The content of a file that has none.
fn whole_file(text: &str, root: &Node, node: &Node, value: &Value) -> Option<Vec<Splice>> {
    if !node.is_absent() {
        return None;
    }
    let ending = lines::ending(text);
    let before = if text.is_empty() || text.ends_with('\n') { "" } else { ending };
    let content: String =
        render::below(value, layout::unit(text, root)).iter().flat_map(|line| [line.as_str(), ending]).collect();
    Some(vec![Splice::insert(text.len(), format!("{before}{content}"))])
}
