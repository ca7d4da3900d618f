//! Where in a page the report is: what each element holds of it.

use super::marks::{is_figure, is_official, is_prose, is_section};
use super::style::{is_block, is_hidden};
use super::tree::{Content, NodeId, Tree};

/// What an element holds.
#[derive(Debug, Clone, Copy, Default)]
struct Held {
    /// Pieces of a report: sentences, headings of sections, tables.
    marks: u32,
    /// Headings of sections.
    sections: u32,
    /// Tables with more than one cell, itself among them.
    tables: u32,
    /// Cells, those of tables within it among them.
    cells: u32,
    /// Cells of its own that hold a figure alone; for tables only.
    figures: u32,
}

/// Elements that a whole report may stand in.
const HOLDERS: [&str; 14] = [
    "html", "body", "div", "section", "article", "main", "form", "center", "span", "font", "table", "tbody", "tr", "td",
];

/// What the elements of a page hold.
#[derive(Debug)]
pub(super) struct Survey {
    held: Vec<Held>,
    /// The element that everything of the report stands in.
    pub(super) root: NodeId,
}

impl Survey {
    /// Looks through a page.
    pub(super) fn of(tree: &Tree) -> Self {
        let mut survey = Self { held: vec![Held::default(); tree.len()], root: 0 };
        let order: Vec<NodeId> = shown(tree);
        survey.read_blocks(tree, &order);
        for &node in order.iter().rev() {
            survey.close(tree, node);
        }
        survey.root = survey.find_root(tree);
        survey
    }

    /// How many pieces of the report stand in an element.
    pub(super) fn marks(&self, node: NodeId) -> u32 {
        self.at(node).marks
    }

    /// Whether a table only lays out a page: it holds tables, sections or everything in one cell, and no figures of its own.
    pub(super) fn is_layout(&self, node: NodeId) -> bool {
        let held = self.at(node);
        let holds = held.tables > u32::from(held.cells > 1) || held.sections > 0 || held.cells <= 1;
        holds && held.figures == 0
    }

    fn at(&self, node: NodeId) -> Held {
        self.held.get(node).copied().unwrap_or_default()
    }

    /// Judges the text of each paragraph and of each cell.
    fn read_blocks(&mut self, tree: &Tree, order: &[NodeId]) {
        let mut blocks: Vec<Option<NodeId>> = vec![None; tree.len()];
        let mut away = vec![false; tree.len()];
        let mut texts: Vec<(String, String)> = vec![Default::default(); tree.len()];
        for &node in order {
            let parent = tree.parent(node);
            let block = if is_block(tree.name(node)) {
                Some(node)
            } else {
                parent.and_then(|parent| blocks.get(parent).copied().flatten())
            };
            let leads =
                tree.name(node) == "a" && tree.attribute(node, "href").is_some_and(|href| !href.starts_with('#'));
            let leads = leads || parent.and_then(|parent| away.get(parent).copied()).unwrap_or(false);
            if let (Some(own), Some(link)) = (blocks.get_mut(node), away.get_mut(node)) {
                (*own, *link) = (block, leads);
            }
            let Some(Content::Text(text)) = tree.get(node).map(|node| &node.content) else { continue };
            if let Some((all, own)) = block.and_then(|block| texts.get_mut(block)) {
                all.push_str(text);
                if !leads {
                    own.push_str(text);
                }
            }
        }
        for (held, (all, own)) in self.held.iter_mut().zip(&texts) {
            held.marks = u32::from(is_prose(own));
            held.sections = u32::from(is_section(own));
            held.figures = u32::from(is_figure(all));
        }
    }

    /// Adds what a node holds to what it stands in. Its children have been added to it before.
    fn close(&mut self, tree: &Tree, node: NodeId) {
        let mut held = self.at(node);
        match tree.name(node) {
            "td" | "th" => held.cells += 1,
            "table" => {
                let official = held.figures > 0 || is_official(&tree.text(node));
                held.tables += u32::from(held.cells > 1);
                held.marks += u32::from(held.tables == 1 && held.cells > 1 && official);
            }
            _ => {}
        }
        if let Some(own) = self.held.get_mut(node) {
            *own = held;
        }
        let Some(outer) = tree.parent(node).and_then(|parent| self.held.get_mut(parent)) else { return };
        outer.marks += held.marks;
        outer.sections += held.sections;
        outer.tables += held.tables;
        outer.cells += held.cells;
        outer.figures += if tree.name(node) == "table" { 0 } else { held.figures };
    }

    /// Goes down from the page as long as one element holds everything.
    fn find_root(&self, tree: &Tree) -> NodeId {
        let mut root = 0;
        loop {
            let all = self.marks(root);
            let Some(&next) = tree.children(root).iter().find(|&&child| all > 1 && self.marks(child) == all) else {
                return root;
            };
            let name = tree.name(next);
            if !HOLDERS.contains(&name) || name == "table" && !self.is_layout(next) {
                return root;
            }
            root = next;
        }
    }
}

/// The nodes that a browser shows, in reading order. What stands beside the text by its kind is no part of it.
fn shown(tree: &Tree) -> Vec<NodeId> {
    const BESIDE: [&str; 12] = [
        "head", "script", "style", "noscript", "template", "nav", "footer", "aside", "select", "textarea", "svg",
        "button",
    ];
    let mut order = Vec::new();
    let mut waiting = vec![0];
    while let Some(node) = waiting.pop() {
        if BESIDE.contains(&tree.name(node)) || is_hidden(tree, node) || tree.attribute(node, "id") == Some("cite") {
            continue;
        }
        order.push(node);
        waiting.extend(tree.children(node).iter().rev());
    }
    order
}
