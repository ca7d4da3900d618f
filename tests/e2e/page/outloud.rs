//! What a screen reader is told, in its order, as a text that can be read.

use std::collections::BTreeMap;

use serde_json::Value;
use snapbox::{assert_data_eq, file};

use super::Site;
use crate::browser::Browser;

/// What stands for nothing by itself, or is said by what is above it.
const SILENT: [&str; 6] = ["generic", "none", "InlineTextBox", "LineBreak", "paragraph", "RootWebArea"];

struct Reader<'a> {
    nodes: BTreeMap<&'a str, &'a Value>,
    said: String,
}

fn text<'a>(node: &'a Value, field: &str) -> &'a str {
    node[field]["value"].as_str().unwrap_or_default()
}

impl<'a> Reader<'a> {
    fn children(&self, node: &'a Value) -> Vec<&'a Value> {
        let ids = node["childIds"].as_array().map(Vec::as_slice).unwrap_or_default();
        ids.iter().filter_map(|id| self.nodes.get(id.as_str()?)).copied().collect()
    }

    /// All that is said within a node, without what it is.
    fn words(&self, node: &'a Value) -> String {
        match text(node, "role") {
            "StaticText" | "ListMarker" => text(node, "name").to_owned(),
            "image" => format!("图：{}", text(node, "name")),
            _ => self.children(node).into_iter().map(|child| self.words(child)).collect(),
        }
    }

    /// A cell of a table, in brackets if it is a heading.
    fn cell(&self, node: &'a Value) -> String {
        let words = self.words(node);
        if text(node, "role").ends_with("header") { format!("[{words}]") } else { words }
    }

    fn line(&mut self, depth: usize, line: &str) {
        self.said.extend(["  ".repeat(depth).as_str(), line, "\n"]);
    }

    fn say(&mut self, node: &'a Value, depth: usize) {
        let (role, name) = (text(node, "role"), text(node, "name"));
        if role == "row" {
            let cells: Vec<String> = self.children(node).into_iter().map(|cell| self.cell(cell)).collect();
            return self.line(depth, &format!("row {}", cells.join(" | ")));
        }
        if node["ignored"] == true || SILENT.contains(&role) {
            return self.children(node).into_iter().for_each(|child| self.say(child, depth));
        }
        if role == "StaticText" || role == "ListMarker" {
            return self.line(depth, &format!("“{}”", name.trim()));
        }
        let mut line = if name.is_empty() { role.to_owned() } else { format!("{role} “{name}”") };
        for property in node["properties"].as_array().into_iter().flatten() {
            let name = property["name"].as_str().unwrap_or_default();
            if ["level", "pressed", "expanded"].contains(&name) {
                line = format!("{line} {name}={}", property["value"]["value"]);
            }
        }
        self.line(depth, &line);
        let children = self.children(node);
        let is_said = self.words(node).trim() == name.trim();
        for child in children {
            if !(is_said && ["StaticText", "link"].contains(&text(child, "role")))
                || text(child, "role") == "link" && role != "link"
            {
                self.say(child, depth + 1);
            }
        }
    }
}

/// Tables stay tables where they are laid out anew for a phone.
#[test]
fn a_report_is_read_in_its_order() {
    let site = Site::of("tests/sites/everything");
    let browser = Browser::start();
    let page = browser.open(&site.file("government/2024/index.html"), 390);
    let tree = page.accessibility_tree();
    let nodes = tree["nodes"].as_array().unwrap();
    let known = nodes.iter().filter_map(|node| Some((node["nodeId"].as_str()?, node))).collect();
    let mut reader = Reader { nodes: known, said: String::new() };
    reader.say(&nodes[0], 0);
    assert_data_eq!(reader.said, file!["../snapshots/outloud.txt"].raw());
}
