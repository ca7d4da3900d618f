//! The text of a drawing.

use super::element::{Child, Element};

/// The whole file.
pub(super) fn written(drawing: &Element) -> String {
    let mut text = String::new();
    let mut names = vec![("xmlns", "http://www.w3.org/2000/svg")];
    if has_xlink(drawing) {
        names.push(("xmlns:xlink", "http://www.w3.org/1999/xlink"));
    }
    element(drawing, &names, &mut text);
    text.push('\n');
    text
}

fn has_xlink(drawing: &Element) -> bool {
    drawing.attribute("xlink:href").is_some() || drawing.elements().any(has_xlink)
}

fn element(one: &Element, names: &[(&str, &str)], text: &mut String) {
    text.push('<');
    text.push_str(one.name);
    let own = one.attributes.iter().map(|(name, value)| (*name, value.as_str()));
    for (name, value) in names.iter().copied().chain(own) {
        text.push(' ');
        text.push_str(name);
        text.push_str("=\"");
        escape(value, true, text);
        text.push('"');
    }
    if one.children.is_empty() {
        text.push_str("/>");
        return;
    }
    text.push('>');
    for child in &one.children {
        match child {
            Child::Element(child) => element(child, &[], text),
            Child::Text(words) => escape(words, false, text),
        }
    }
    text.push_str("</");
    text.push_str(one.name);
    text.push('>');
}

fn escape(value: &str, in_quotes: bool, text: &mut String) {
    for c in value.chars() {
        match c {
            '&' => text.push_str("&amp;"),
            '<' => text.push_str("&lt;"),
            '>' => text.push_str("&gt;"),
            '"' if in_quotes => text.push_str("&quot;"),
            // Line ends of a value are spaces, unless they are written as numbers.
            '\n' if in_quotes => text.push_str("&#10;"),
            '\t' if in_quotes => text.push_str("&#9;"),
            '\r' => text.push_str("&#13;"),
            c => text.push(c),
        }
    }
}
