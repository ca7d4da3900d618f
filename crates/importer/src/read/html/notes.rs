//! Footnotes: marks in the text that lead to notes at the end of the page.

use std::collections::{HashMap, HashSet};

use super::style::is_block;
use super::tree::{NodeId, Tree};

/// The footnotes of a page.
#[derive(Debug, Default)]
pub(super) struct Notes {
    /// The mark's link, and which note it leads to.
    marks: HashMap<NodeId, usize>,
    /// Where the notes stand, in the order of their first marks.
    bodies: Vec<NodeId>,
    known: HashSet<NodeId>,
}

impl Notes {
    /// Finds the footnotes of a page.
    pub(super) fn of(tree: &Tree) -> Self {
        let targets = targets(tree);
        let mut notes = Self::default();
        let mut numbers: HashMap<NodeId, usize> = HashMap::new();
        for node in tree.within(0) {
            let Some(href) = tree.attribute(node, "href").filter(|_| tree.name(node) == "a") else { continue };
            if !leads_to_note(tree, node, href) {
                continue;
            }
            let target = href.rsplit_once('#').and_then(|(_, name)| targets.get(name));
            let Some(body) = target.and_then(|&target| body(tree, target)).filter(|&body| !is_within(tree, node, body))
            else {
                continue;
            };
            let number = *numbers.entry(body).or_insert_with(|| {
                notes.bodies.push(body);
                notes.known.insert(body);
                notes.bodies.len() - 1
            });
            notes.marks.insert(node, number);
        }
        notes
    }

    /// Which note a link leads to.
    pub(super) fn mark(&self, node: NodeId) -> Option<usize> {
        self.marks.get(&node).copied()
    }

    /// Where the notes stand.
    pub(super) fn bodies(&self) -> &[NodeId] {
        &self.bodies
    }

    /// Whether an element holds the notes and nothing else.
    pub(super) fn is_list(&self, tree: &Tree, node: NodeId) -> bool {
        tree.attribute(node, "role") == Some("doc-endnotes") && !self.bodies.is_empty()
    }

    /// Whether an element is a note.
    pub(super) fn is_body(&self, node: NodeId) -> bool {
        self.known.contains(&node)
    }
}

/// Elements by the names that links lead to.
fn targets(tree: &Tree) -> HashMap<&str, NodeId> {
    let mut targets = HashMap::new();
    for node in tree.within(0) {
        for name in ["id", "name"].into_iter().filter_map(|key| tree.attribute(node, key)) {
            targets.entry(name).or_insert(node);
        }
    }
    targets
}

/// Whether a link is the mark of a footnote: by what Word, Markdown and our own pages call it.
fn leads_to_note(tree: &Tree, node: NodeId, href: &str) -> bool {
    let name = href.rsplit_once('#').map_or("", |(_, name)| name);
    let word =
        ["_ftn", "_edn"].iter().any(|start| name.strip_prefix(start).is_some_and(|rest| !rest.starts_with("ref")));
    let role = tree.attribute(node, "role") == Some("doc-noteref");
    let class = tree.attribute(node, "class").is_some_and(|class| class.contains("footnote-ref"));
    word || role || class
}

/// Whether a link leads back from a note to its mark.
pub(super) fn leads_back(tree: &Tree, node: NodeId) -> bool {
    let name = tree.attribute(node, "href").and_then(|href| href.rsplit_once('#')).map_or("", |(_, name)| name);
    tree.attribute(node, "role") == Some("doc-backlink")
        || tree.attribute(node, "class").is_some_and(|class| class.contains("footnote-back"))
        || name.starts_with("_ftnref")
        || name.starts_with("_ednref")
}

/// The element that holds a whole note: the target itself or the paragraph around it; Word puts a `<div>` around that.
fn body(tree: &Tree, target: NodeId) -> Option<NodeId> {
    let mut node = target;
    while !is_block(tree.name(node)) {
        node = tree.parent(node)?;
    }
    let outer = tree.parent(node)?;
    let whole = tree.attribute(outer, "id").is_some_and(|id| id.starts_with("ftn") || id.starts_with("edn"));
    Some(if whole { outer } else { node })
        .filter(|&body| !matches!(tree.name(body), "body" | "html" | "td" | "th" | "table"))
}

fn is_within(tree: &Tree, mut node: NodeId, outer: NodeId) -> bool {
    while node != outer {
        let Some(parent) = tree.parent(node) else { return false };
        node = parent;
    }
    true
}
