//! Pages that show the source of a page, as saved from “查看网页源代码”.

use super::tree::Tree;

/// The source that a page shows, nothing where it shows anything else.
pub(super) fn shown(tree: &Tree) -> Option<String> {
    let lines: Vec<String> = tree
        .within(0)
        .filter(|&node| {
            tree.name(node) == "td" && tree.attribute(node, "class").is_some_and(|class| class.contains("line-content"))
        })
        .map(|node| tree.text(node))
        .collect();
    if !lines.is_empty() {
        let source = lines.iter().map(|line| line.trim_end_matches(['\r', '\n'])).collect::<Vec<_>>().join("\n");
        return begins(&source).then_some(source);
    }
    let body = tree.within(0).find(|&node| tree.name(node) == "body")?;
    let source = tree.text(body);
    begins(&source).then_some(source)
}

fn begins(source: &str) -> bool {
    let head: String =
        source.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}').chars().take(40).collect();
    let head = head.to_ascii_lowercase();
    ["<!doctype html", "<html", "<?xml", "<!--", "<head", "<meta"].iter().any(|start| head.starts_with(start))
}
