//! A page from top to bottom: elements become parts.

use std::collections::BTreeSet;

use super::base::Base;
use super::chrome;
use super::divs;
use super::flow::{Block, Flow, Made};
use super::notes::{Notes, leads_back};
use super::picture;
use super::style::{self, Look, is_block};
use super::survey::Survey;
use super::table::slots;
use super::tree::{Content, NodeId, Tree};
use crate::document::{Certainty, Dropped, Grid, GridCell, Part, Picture, Place, Style};
use crate::read::raised::raised;

/// A page being read.
pub(super) struct Page<'a> {
    tree: &'a Tree,
    survey: &'a Survey,
    notes: &'a Notes,
    base: &'a Base,
    flow: Flow,
    tables: u32,
    /// Why what the cell being read shows may not be what it says.
    doubt: Option<&'static str>,
    /// Where in the parts the report begins and ends.
    pub(super) report: std::ops::Range<usize>,
    /// The pictures that the page holds itself.
    pub(super) pictures: Vec<Picture>,
    /// What was left out.
    pub(super) dropped: Vec<Dropped>,
}

/// How much is told of what was left out.
const DROPPED_TEXT: usize = 40;

impl<'a> Page<'a> {
    /// A page of which nothing has been read.
    pub(super) fn new(tree: &'a Tree, survey: &'a Survey, notes: &'a Notes, base: &'a Base) -> Self {
        Self {
            tree,
            survey,
            notes,
            base,
            flow: Flow::default(),
            tables: 0,
            doubt: None,
            report: 0..0,
            pictures: Vec::new(),
            dropped: Vec::new(),
        }
    }

    /// The parts that an element shows.
    pub(super) fn parts(&mut self, node: NodeId) -> Vec<Made> {
        self.children(node, &Look::default(), &Block::default());
        self.flow.flush();
        std::mem::take(&mut self.flow.made)
    }

    fn children(&mut self, node: NodeId, look: &Look, block: &Block) {
        let tree = self.tree;
        for &child in tree.children(node) {
            self.node(child, look, block);
        }
    }

    fn node(&mut self, node: NodeId, look: &Look, block: &Block) {
        let tree = self.tree;
        match tree.get(node).map(|node| &node.content) {
            Some(Content::Text(text)) => self.flow.text(text, look),
            Some(Content::Element(name, _)) if node == self.survey.root => {
                self.flow.flush();
                self.report.start = self.flow.made.len();
                self.element(node, name, look, block);
                self.flow.flush();
                self.report.end = self.flow.made.len();
            }
            Some(Content::Element(name, _)) => self.element(node, name, look, block),
            _ => {}
        }
    }

    fn element(&mut self, node: NodeId, name: &str, look: &Look, block: &Block) {
        if self.flow.in_cell() && self.in_cell(node, name, look, block) {
            return;
        }
        if let Some(kind) = chrome::kind(self.tree, self.survey, node) {
            self.drop(kind, node);
        } else if self.notes.is_body(node) || self.notes.is_list(self.tree, node) {
            self.flow.flush();
        } else if let Some(number) = self.notes.mark(node) {
            self.flow.footnote(number);
        } else if !leads_back(self.tree, node) {
            self.shown(node, name, look, block);
        }
    }

    /// Reads what in a cell is other than elsewhere, since a figure may be in it or beside it; says whether it has.
    fn in_cell(&mut self, node: NodeId, name: &str, look: &Look, block: &Block) -> bool {
        let is_raised = |name| matches!(name, "sup" | "sub") && !self.has_mark(node);
        if style::is_hidden(self.tree, node) {
            return false;
        }
        if style::is_struck(self.tree, node) {
            self.doubt = Some("有划去的文字");
            return false;
        }
        if name == "img" {
            self.doubt = Some("里面有图片，数可能在图片上");
            return false;
        }
        if name == "input" {
            let shows = self.tree.attribute(node, "type").is_none_or(|kind| matches!(kind, "text" | "number"));
            let value = self.tree.attribute(node, "value").filter(|_| shows).unwrap_or_default();
            self.flow.text(value, look);
            return true;
        }
        if is_raised(name) && !self.tree.text(node).trim().is_empty() {
            self.doubt = Some("有上标或下标，可能是注的编号");
            self.flow.line_break();
            self.children(node, look, block);
            self.flow.line_break();
            return true;
        }
        false
    }

    /// Whether the mark of a footnote stands in an element.
    fn has_mark(&self, node: NodeId) -> bool {
        self.tree.within(node).any(|node| self.notes.mark(node).is_some())
    }

    fn shown(&mut self, node: NodeId, name: &str, look: &Look, block: &Block) {
        if let Some(rows) = divs::rows(self.tree, self.survey, node) {
            self.divs(&rows);
            return;
        }
        let look = &style::look(self.tree, node, look, self.base);
        match name {
            "br" => self.flow.line_break(),
            "sup" if is_number(&self.tree.text(node)) && !self.has_mark(node) => {
                self.flow.text(&raised(self.tree.text(node).trim()), look);
            }
            "img" => self.picture(node),
            "table" if self.survey.is_layout(node) => self.layout(node, look, block),
            "table" => self.table(node),
            "ul" | "ol" => self.list(node, look, block),
            "dl" => self.pairs(node, look, block),
            _ if is_block(name) || is_line_of_signature(self.tree, node) => {
                self.block(node, look, &self.inner(node, name, block));
            }
            _ => self.children(node, look, block),
        }
    }

    /// What the paragraphs of an element have in common.
    fn inner(&self, node: NodeId, name: &str, outer: &Block) -> Block {
        let level = name.strip_prefix('h').and_then(|level| level.parse::<u8>().ok());
        let style = level.filter(|level| (1..=6).contains(level)).map_or_else(|| outer.style.clone(), Style::Heading);
        Block { style, centred: style::centred(self.tree, node).unwrap_or(outer.centred) }
    }

    fn block(&mut self, node: NodeId, look: &Look, block: &Block) {
        self.flow.flush();
        let outer = std::mem::replace(&mut self.flow.block, block.clone());
        self.children(node, look, block);
        self.flow.flush();
        self.flow.block = outer;
    }

    /// Items as lists have them. Where the items of items are numbered anew they stand one level deeper.
    fn list(&mut self, node: NodeId, look: &Look, block: &Block) {
        self.flow.flush();
        let tree = self.tree;
        let level = match &block.style {
            Style::Item { level, .. } => level.saturating_add(1),
            _ => 0,
        };
        let ordered = tree.name(node) == "ol";
        let mut number = tree.attribute(node, "start").and_then(|start| start.trim().parse::<u64>().ok()).unwrap_or(1);
        for &child in tree.children(node) {
            if tree.name(child) != "li" {
                self.node(child, look, block);
                continue;
            }
            number = tree.attribute(child, "value").and_then(|value| value.trim().parse().ok()).unwrap_or(number);
            let style = Style::Item { level, number: ordered.then_some(number) };
            let item = Block { style, centred: style::centred(tree, child).unwrap_or(block.centred) };
            if let Some(kind) = chrome::kind(tree, self.survey, child) {
                self.drop(kind, child);
            } else if self.notes.is_body(child) {
                continue;
            } else {
                self.block(child, &style::look(tree, child, look, self.base), &item);
            }
            number = number.saturating_add(1);
        }
        self.flow.flush();
    }

    /// Terms and what is said of them, each pair as one paragraph: `索引号：A1`.
    fn pairs(&mut self, node: NodeId, look: &Look, block: &Block) {
        self.flow.flush();
        let tree = self.tree;
        for pair in tree.within(node).skip(1).filter(|&pair| matches!(tree.name(pair), "dt" | "dd")) {
            if is_nested_pair(tree, pair, node) {
                continue;
            }
            if tree.name(pair) == "dt" {
                self.flow.flush();
                self.children(pair, look, block);
                if !tree.text(pair).trim_end().ends_with(['：', ':']) {
                    self.flow.text("：", &Look::default());
                }
            } else {
                self.children(pair, look, block);
                self.flow.flush();
            }
        }
        self.flow.flush();
    }

    /// A table that only lays out the page: what stands in it, in its order.
    fn layout(&mut self, node: NodeId, look: &Look, block: &Block) {
        let tree = self.tree;
        for &child in tree.children(node) {
            match tree.name(child) {
                "thead" | "tbody" | "tfoot" | "tr" if !style::is_hidden(tree, child) => self.layout(child, look, block),
                _ => self.node(child, look, block),
            }
        }
        self.flow.flush();
    }

    fn table(&mut self, node: NodeId) {
        self.flow.flush();
        let tree = self.tree;
        for &caption in tree.children(node).iter().filter(|&&child| tree.name(child) == "caption") {
            self.caption(caption);
        }
        self.tables += 1;
        let number = self.tables;
        let slots = slots(tree, node);
        let cells = slots.iter().map(|slot| {
            let one = |at: usize| u32::try_from(at).unwrap_or(u32::MAX).saturating_add(1);
            let place = Place::Table(number, one(slot.row), one(slot.column));
            let (parts, certainty) = self.cell(slot.node, &place);
            GridCell {
                row: slot.row,
                column: slot.column,
                rows: slot.rows,
                columns: slot.columns,
                parts,
                side: style::side(tree, slot.node),
                certainty,
                place,
            }
        });
        let cells: Vec<GridCell> = cells.collect();
        if cells.iter().any(|cell| !cell.parts.is_empty()) {
            self.flow.part(Part::Grid(Grid { cells, aligned: true, place: Place::Table(number, 1, 1) }));
        }
    }

    /// A table of elements that are none.
    fn divs(&mut self, rows: &[Vec<NodeId>]) {
        self.flow.flush();
        self.tables += 1;
        let number = self.tables;
        let one = |at: usize| u32::try_from(at).unwrap_or(u32::MAX).saturating_add(1);
        let mut cells = Vec::new();
        let mut widths = BTreeSet::new();
        for (row, nodes) in rows.iter().enumerate() {
            let mut column = 0;
            for node in nodes {
                let place = Place::Table(number, one(row), one(column));
                let (parts, certainty) = self.cell(*node, &place);
                let columns = divs::span(self.tree, *node);
                let side = style::side(self.tree, *node);
                cells.push(GridCell { row, column, rows: 1, columns, parts, side, certainty, place });
                column += columns;
            }
            widths.insert(column);
        }
        let aligned = widths.len() == 1;
        self.flow.part(Part::Grid(Grid { cells, aligned, place: Place::Table(number, 1, 1) }));
    }

    /// What a table is called, unless its heading says the same.
    fn caption(&mut self, node: NodeId) {
        let text = self.tree.text(node);
        let before = self.flow.made.last().map(|made| match &made.part {
            Part::Paragraph(paragraph) => paragraph.text(),
            _ => String::new(),
        });
        if before.is_some_and(|before| before.contains(text.trim())) {
            self.drop("表格名称", node);
        } else {
            self.node(node, &Look::default(), &Block::default());
        }
    }

    fn cell(&mut self, node: NodeId, place: &Place) -> (Vec<Part>, Certainty) {
        let doubt = self.doubt.take();
        let inner = Flow::of_cell(place.clone());
        let outer = std::mem::replace(&mut self.flow, inner);
        let look = style::look(self.tree, node, &Look::default(), self.base);
        self.children(node, &look, &Block::default());
        self.flow.flush();
        let inner = std::mem::replace(&mut self.flow, outer);
        let own = std::mem::replace(&mut self.doubt, doubt);
        let certainty = own.map_or(Certainty::Certain, |why| Certainty::Doubtful(why.to_owned()));
        (inner.made.into_iter().map(|made| made.part).collect(), certainty)
    }

    fn picture(&mut self, node: NodeId) {
        let alt = self.tree.attribute(node, "alt").unwrap_or_default().trim().to_owned();
        if !self.flow.in_cell() && picture::is_ornament(self.tree, node) {
            self.dropped.push(Dropped { kind: "图标".to_owned(), text: alt, place: Place::Unknown });
            return;
        }
        let held = picture::held(self.tree, node, self.pictures.len() + 1);
        let name = held.as_ref().map(|picture| picture.name.clone()).unwrap_or_default();
        self.pictures.extend(held);
        self.flow.part(Part::Picture { name, alt, place: Place::Unknown });
    }

    /// Leaves an element out. Scripts have no text that anybody knows.
    fn drop(&mut self, kind: &str, node: NodeId) {
        if is_block(self.tree.name(node)) {
            self.flow.flush();
        }
        let silent = matches!(kind, "" | "脚本" | "样式");
        let text = if silent { String::new() } else { brief(&self.tree.text(node)) };
        let known = silent && self.dropped.iter().any(|dropped| dropped.kind == kind);
        if !kind.is_empty() && !known && (silent || !text.is_empty()) {
            self.dropped.push(Dropped { kind: kind.to_owned(), text, place: Place::Unknown });
        }
    }
}

/// Whether a text is digits and nothing else.
fn is_number(text: &str) -> bool {
    let text = text.trim();
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether an element is agency or day at the end of our own pages.
fn is_line_of_signature(tree: &Tree, node: NodeId) -> bool {
    let class = tree.parent(node).and_then(|parent| tree.attribute(parent, "class"));
    tree.name(node) == "span" && class == Some("signature")
}

/// The beginning of a text, its spaces drawn together.
pub(super) fn brief(text: &str) -> String {
    let words = text.split_whitespace().take(DROPPED_TEXT).collect::<Vec<_>>().join(" ");
    words.chars().take(DROPPED_TEXT).collect()
}

/// Whether a term stands in a list within the list.
fn is_nested_pair(tree: &Tree, pair: NodeId, list: NodeId) -> bool {
    let mut node = pair;
    while let Some(parent) = tree.parent(node) {
        if parent == list {
            return false;
        }
        if matches!(tree.name(parent), "dl" | "dd" | "dt") {
            return true;
        }
        node = parent;
    }
    false
}
