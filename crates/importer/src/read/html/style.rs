//! What elements are by their names and inline styles.

use super::base::Base;
use super::tree::{NodeId, Tree};
use crate::document::Side;

/// Where characters lead.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Leads {
    /// Nowhere, or to another place of the page.
    #[default]
    Within,
    /// To another page.
    Away,
    /// To a file beside the page.
    ToFile,
}

/// How the characters of an element look.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Look {
    /// Bold.
    pub(super) bold: bool,
    /// Italic.
    pub(super) italic: bool,
    /// The address that they lead to.
    pub(super) link: Option<String>,
    /// Where they lead, absolute address or not.
    pub(super) leads: Leads,
    /// Whether line breaks of the source are shown.
    pub(super) lined: bool,
}

/// Elements that begin and end a paragraph.
const BLOCKS: [&str; 39] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "html",
    "legend",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "ul",
    "table",
];

/// Whether an element begins and ends a paragraph.
pub(super) fn is_block(name: &str) -> bool {
    BLOCKS.contains(&name) || matches!(name, "tbody" | "thead" | "tfoot" | "tr" | "td" | "th")
}

/// The value of a property in an element's inline style, in small letters.
pub(super) fn property(tree: &Tree, node: NodeId, name: &str) -> Option<String> {
    let style = tree.attribute(node, "style")?.to_ascii_lowercase();
    let declarations = style.split(';').filter_map(|declaration| declaration.split_once(':'));
    let named = declarations.rev().find(|(key, _)| key.trim() == name);
    named.map(|(_, value)| value.replace("!important", "").trim().to_owned())
}

/// Whether a browser does not show an element.
pub(super) fn is_hidden(tree: &Tree, node: NodeId) -> bool {
    tree.attribute(node, "hidden").is_some()
        || property(tree, node, "display").is_some_and(|value| value == "none")
        || property(tree, node, "visibility").is_some_and(|value| value == "hidden")
        || property(tree, node, "mso-hide").is_some_and(|value| value == "all")
        || property(tree, node, "font-size").is_some_and(|value| matches!(value.as_str(), "0" | "0px" | "0pt" | "0em"))
}

/// Whether an element is struck through: what was there before an edit.
pub(super) fn is_struck(tree: &Tree, node: NodeId) -> bool {
    matches!(tree.name(node), "del" | "s" | "strike")
        || property(tree, node, "text-decoration").is_some_and(|value| value.contains("line-through"))
}

/// How the characters of an element look in one where they look like `outer`.
pub(super) fn look(tree: &Tree, node: NodeId, outer: &Look, base: &Base) -> Look {
    let mut look = outer.clone();
    match tree.name(node) {
        "b" | "strong" => look.bold = true,
        "i" | "em" => look.italic = true,
        "pre" | "textarea" => look.lined = true,
        "a" => {
            let href = tree.attribute(node, "href").unwrap_or_default().trim();
            look.link = base.resolve(href);
            look.leads = match href {
                _ if href.is_empty() || href.starts_with('#') => Leads::Within,
                _ if !href.contains("://") && is_file(href) => Leads::ToFile,
                _ => Leads::Away,
            };
        }
        _ => {}
    }
    if tree.attribute(node, "style").is_some() {
        if let Some(weight) = property(tree, node, "font-weight") {
            look.bold = weight.starts_with("bold") || weight.parse().is_ok_and(|weight: u32| weight >= 600);
        }
        if let Some(style) = property(tree, node, "font-style") {
            look.italic = style == "italic" || style == "oblique";
        }
        if let Some(space) = property(tree, node, "white-space") {
            look.lined = matches!(space.as_str(), "pre" | "pre-wrap" | "pre-line");
        }
    }
    look
}

/// Whether the paragraphs of an element stand in the middle, nothing where it says nothing of it.
pub(super) fn centred(tree: &Tree, node: NodeId) -> Option<bool> {
    if tree.name(node) == "center" {
        return Some(true);
    }
    let align =
        property(tree, node, "text-align").or_else(|| Some(tree.attribute(node, "align")?.trim().to_ascii_lowercase()));
    align.filter(|_| tree.name(node) != "table").map(|align| align.contains("center"))
}

/// On which side the text of a cell stands, as far as it says so itself, its row or the first paragraph within it; what
/// stands in the middle is what tables are shown like anyway.
pub(super) fn side(tree: &Tree, cell: NodeId) -> Side {
    let first = tree.children(cell).iter().copied().find(|&child| is_block(tree.name(child)));
    let said = |node: NodeId| {
        let align = property(tree, node, "text-align").or_else(|| tree.attribute(node, "align").map(str::to_owned));
        align.map(|align| match align.trim().to_ascii_lowercase().as_str() {
            "left" | "start" => Side::Left,
            "right" | "end" => Side::Right,
            _ => Side::Unset,
        })
    };
    let by_class = || match tree.attribute(cell, "class").map(|class| class.split_whitespace().last()) {
        Some(Some("left")) => Side::Left,
        Some(Some("right")) => Side::Right,
        _ => Side::Unset,
    };
    first.into_iter().chain([cell]).chain(tree.parent(cell)).find_map(said).unwrap_or_else(by_class)
}

/// Whether an address or a name ends as those of documents do.
pub(super) fn is_file(name: &str) -> bool {
    const ENDINGS: [&str; 13] =
        ["doc", "docx", "wps", "pdf", "ofd", "xls", "xlsx", "et", "csv", "json", "zip", "rar", "txt"];
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
    ENDINGS.contains(&ending.as_str())
}
