//! Styles (样式).

use std::collections::BTreeMap;

use roxmltree::Node;

use super::look::RunLook;
use super::package::Package;
use super::relationships::Relationships;
use super::xml::{self, child, value, word};
use crate::read::ReadError;

/// How many styles are followed from one to the one that it is based on.
const CHAIN: usize = 32;

/// What a style is for, by the name that every edition of Word knows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Role {
    /// Anything.
    #[default]
    Other,
    /// The title.
    Title,
    /// A heading of a level from 1.
    Heading(u8),
    /// What a picture shows.
    Caption,
    /// A line of the table of contents.
    Contents,
    /// The mark of a footnote.
    NoteMark,
}

/// A style with all that it is based on.
#[derive(Debug, Clone, Default)]
pub(super) struct NamedStyle {
    /// What it is for.
    pub(super) role: Role,
    /// What it says.
    pub(super) look: RunLook,
}

/// The styles of a document, by id.
#[derive(Debug, Clone, Default)]
pub(super) struct Styles {
    styles: BTreeMap<String, NamedStyle>,
    /// The id of the one that paragraphs have which name none.
    usual: Option<String>,
}

impl Styles {
    /// The style called so, or that of paragraphs which name none.
    pub(super) fn paragraph(&self, id: Option<&str>) -> NamedStyle {
        let named = id.and_then(|id| self.styles.get(id));
        let usual = || self.usual.as_ref().and_then(|id| self.styles.get(id));
        named.or_else(usual).cloned().unwrap_or_default()
    }

    /// The style of characters called so.
    pub(super) fn characters(&self, id: Option<&str>) -> NamedStyle {
        id.and_then(|id| self.styles.get(id)).cloned().unwrap_or_default()
    }
}

/// A style as it is written.
struct Written<'a> {
    based_on: Option<&'a str>,
    style: NamedStyle,
}

/// The styles of the document.
pub(super) fn read(package: &mut Package, links: &Relationships) -> Result<Styles, ReadError> {
    let Some(path) = links.targets("styles").next().map(str::to_owned) else { return Ok(Styles::default()) };
    let Some(text) = package.text(&path)? else { return Ok(Styles::default()) };
    let tree = xml::parse(&text)?;
    let nodes = || tree.root_element().children().filter(|node| word(*node) == "style");
    let written: BTreeMap<&str, Written> =
        nodes().filter_map(|node| Some((node.attribute("styleId")?, of(node)))).collect();
    let is_usual = |node: &Node| {
        node.attribute("type") == Some("paragraph") && matches!(node.attribute("default"), Some("1" | "true" | "on"))
    };
    Ok(Styles {
        styles: written.keys().map(|id| ((*id).to_owned(), whole(&written, id))).collect(),
        usual: nodes().find(is_usual).and_then(|node| node.attribute("styleId")).map(str::to_owned),
    })
}

fn of<'a>(node: Node<'a, '_>) -> Written<'a> {
    let role = value(node, "name").map_or(Role::Other, role);
    let paragraph = child(node, "pPr").map(RunLook::of_paragraph).unwrap_or_default();
    let mut look = child(node, "rPr").map(RunLook::of_run).unwrap_or_default().or(&paragraph);
    match value(node, "name").map(str::to_ascii_lowercase).as_deref() {
        Some("strong") => look.bold = look.bold.or(Some(true)),
        Some("emphasis") => look.italic = look.italic.or(Some(true)),
        _ => {}
    }
    Written { based_on: value(node, "basedOn"), style: NamedStyle { role, look } }
}

/// A style with what it takes over. One that is based on itself says what was met until then.
fn whole(written: &BTreeMap<&str, Written>, id: &str) -> NamedStyle {
    let mut style = NamedStyle::default();
    let mut next = Some(id);
    for _ in 0..CHAIN {
        let Some(found) = next.and_then(|id| written.get(id)) else { break };
        style.look = style.look.or(&found.style.look);
        if style.role == Role::Other {
            style.role = found.style.role;
        }
        next = found.based_on;
    }
    style
}

fn role(name: &str) -> Role {
    let name: String = name.chars().filter(|character| !character.is_whitespace()).collect::<String>().to_lowercase();
    let level = |prefix: &str| {
        let level = name.strip_prefix(prefix)?.parse().ok()?;
        (1..=9).contains(&level).then_some(level)
    };
    match name.as_str() {
        "title" | "标题" => Role::Title,
        "caption" | "题注" => Role::Caption,
        "footnotereference" | "endnotereference" | "脚注引用" | "尾注引用" => Role::NoteMark,
        _ if level("toc").or(level("目录")).or(level("contents")).is_some() => Role::Contents,
        _ => level("heading").or(level("标题")).map_or(Role::Other, Role::Heading),
    }
}
