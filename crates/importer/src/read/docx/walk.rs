//! The walk through the text: paragraphs and tables in order, whatever they are wrapped in.

use roxmltree::Node;

use super::dropped::{DroppedList, SHOWN};
use super::field::WordField;
use super::line::WordLine;
use super::list::Lists;
use super::pictures::Pictures;
use super::relationships::Relationships;
use super::styles::Styles;
use super::xml::{all_text, child, local, value, word};
use crate::document::{Part, Place};

/// How deep elements are followed into each other.
const DEPTH: usize = 100;

/// A walk through a document.
pub(super) struct Walk<'w, 'b> {
    pub(super) styles: &'w Styles,
    pub(super) lists: Lists,
    /// What the part that is read refers to.
    pub(super) links: Relationships,
    pub(super) pictures: Pictures<'w, 'b>,
    /// The fields that have begun.
    pub(super) fields: Vec<WordField>,
    /// A paragraph whose end was deleted, so that it goes on in the next.
    pub(super) carried: Option<WordLine>,
    /// The notes that were referred to: footnotes or endnotes, and their id.
    pub(super) notes: Vec<(&'static str, String)>,
    /// Whether the text of notes is read.
    pub(super) in_notes: bool,
    /// Why the cell that is read is not certain.
    pub(super) doubt: Option<String>,
    pub(super) dropped: DroppedList,
    pub(super) paragraphs: u32,
    pub(super) tables: u32,
}

/// Where in the document the walk is.
#[derive(Debug, Clone, Default)]
pub(super) struct Scope {
    /// How many elements are walked into each other.
    pub(super) depth: usize,
    /// How many tables stand around it.
    pub(super) tables: usize,
    /// The cell that it is in.
    pub(super) cell: Option<Place>,
}

impl<'w, 'b> Walk<'w, 'b> {
    pub(super) fn new(styles: &'w Styles, lists: Lists, links: Relationships, pictures: Pictures<'w, 'b>) -> Self {
        Self {
            styles,
            lists,
            links,
            pictures,
            fields: Vec::new(),
            carried: None,
            notes: Vec::new(),
            in_notes: false,
            doubt: None,
            dropped: DroppedList::default(),
            paragraphs: 0,
            tables: 0,
        }
    }

    /// One level deeper, or nothing where no document goes; then the element is told as left out.
    pub(super) fn deeper(&mut self, node: Node, scope: &Scope) -> Option<Scope> {
        if scope.depth < DEPTH {
            return Some(Scope { depth: scope.depth + 1, ..scope.clone() });
        }
        self.dropped.add("嵌套太深、没有读的内容", &all_text(node, SHOWN), &self.place(scope));
        None
    }

    /// Where the walk is.
    pub(super) fn place(&self, scope: &Scope) -> Place {
        scope.cell.clone().unwrap_or(Place::Paragraph(self.paragraphs))
    }

    /// Adds what an element shows to `parts`.
    pub(super) fn blocks(&mut self, node: Node, scope: &Scope, parts: &mut Vec<Part>) {
        let Some(scope) = self.deeper(node, scope) else { return };
        for child in node.children().filter(Node::is_element) {
            match word(child) {
                "p" => self.paragraph(child, &scope, parts),
                "tbl" => self.table(child, &scope, parts),
                "sdt" => {
                    if let Some(content) = self.control(child, &scope) {
                        self.blocks(content, &scope, parts);
                    }
                }
                "ins" | "moveTo" | "customXml" | "smartTag" => self.blocks(child, &scope, parts),
                "del" | "moveFrom" => self.deleted(child, &scope),
                "altChunk" => self.dropped.add("嵌在 Word 文件里的另一份文件（没有读）", "", &self.place(&scope)),
                _ if local(child) == "AlternateContent" => {
                    if let Some(choice) = choice(child) {
                        self.blocks(choice, &scope, parts);
                    }
                }
                _ => {}
            }
        }
    }

    /// What was added last, if the paragraph that should go on has no next.
    pub(super) fn finish(&mut self, scope: &Scope, parts: &mut Vec<Part>) {
        if let Some(line) = self.carried.take() {
            let place = self.place(scope);
            line.finish(place, parts);
        }
    }

    /// What a content control holds, unless it is a table of contents or waits to be filled in.
    pub(super) fn control<'a, 'i>(&mut self, node: Node<'a, 'i>, scope: &Scope) -> Option<Node<'a, 'i>> {
        let content = child(node, "sdtContent")?;
        let properties = child(node, "sdtPr");
        let waits = properties.is_some_and(|properties| super::xml::switch(properties, "showingPlcHdr") == Some(true));
        let gallery = properties.and_then(|properties| child(properties, "docPartObj"));
        let lists_contents = gallery
            .and_then(|gallery| value(gallery, "docPartGallery"))
            .is_some_and(|name| name == "Table of Contents");
        let kind = match (waits, lists_contents) {
            (true, _) => "没有填写的提示文字",
            (_, true) => "目录",
            _ => return Some(content),
        };
        self.dropped.add_text(kind, &all_text(content, SHOWN), &self.place(scope));
        None
    }

    /// What a change took away.
    pub(super) fn deleted(&mut self, node: Node, scope: &Scope) {
        let kind = if word(node) == "moveFrom" { "修订中移走的文字" } else { "修订中删去的文字" };
        self.dropped.add_text(kind, &all_text(node, SHOWN), &self.place(scope));
    }
}

/// What a program of today shows of something that older ones show in another way.
pub(super) fn choice<'a, 'i>(node: Node<'a, 'i>) -> Option<Node<'a, 'i>> {
    let of = |name: &str| node.children().find(|child| local(*child) == name);
    of("Choice").or_else(|| of("Fallback"))
}
