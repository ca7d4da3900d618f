//! What a page says of itself beside its text.

use super::tree::{NodeId, Tree};

/// The `<meta>` labels of a page, its `title` and its address (`canonical`), as written.
pub(super) fn read(tree: &Tree) -> Vec<(String, String)> {
    let mut labels = Vec::new();
    for node in tree.within(0) {
        let label = match tree.name(node) {
            "meta" => meta(tree, node),
            "link" if tree.attribute(node, "rel") == Some("canonical") => {
                tree.attribute(node, "href").map(|href| ("canonical".to_owned(), href.to_owned()))
            }
            "title" if tree.parent(node).is_some_and(|parent| tree.name(parent) == "head") => {
                Some(("title".to_owned(), tree.text(node)))
            }
            _ => None,
        };
        labels.extend(label.map(|(key, value)| (key, value.trim().to_owned())).filter(|(_, value)| !value.is_empty()));
    }
    labels
}

fn meta(tree: &Tree, node: NodeId) -> Option<(String, String)> {
    let key = tree.attribute(node, "name").or_else(|| tree.attribute(node, "property"))?;
    Some((key.to_owned(), tree.attribute(node, "content")?.to_owned()))
}
