//! From events to blocks.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use nianbao_model::report::Image;
use nianbao_model::{Block, Diagnostic, Form, Inline};
use pulldown_cmark::{Event, Tag, TagEnd};

use super::dedent::Dedented;
use super::events::Events;
use super::footnotes::Footnotes;
use super::inlines::Join;
use super::{Part, PartKind, refused};
use crate::picture::PictureFolder;
use crate::session::{OpenFile, Sink};

/// No list or quote of a report is nested more deeply.
pub(super) const DEEPEST: usize = 16;

/// Reads the blocks of one narrative.
pub(super) struct Reader<'r> {
    pub(super) file: &'r OpenFile,
    pub(super) sink: &'r mut Sink,
    pub(super) form: &'static Form,
    pub(super) pictures: PictureFolder<'r>,
    pub(super) events: Events<'r>,
    pub(super) join: Join,
    /// Whether what is read ends with its line.
    pub(super) one_line: bool,
    pub(super) images: BTreeMap<String, Image>,
    pub(super) mentioned: BTreeSet<String>,
    pub(super) footnotes: Footnotes,
}

impl<'r> Reader<'r> {
    pub(super) fn new(
        file: &'r OpenFile,
        sink: &'r mut Sink,
        form: &'static Form,
        pictures: PictureFolder<'r>,
        dedented: &'r Dedented,
    ) -> Self {
        let (images, mentioned) = (BTreeMap::new(), BTreeSet::new());
        let (events, join) = (Events::new(dedented), Join::default());
        let footnotes = Footnotes::default();
        Self { file, sink, form, pictures, events, join, one_line: false, images, mentioned, footnotes }
    }

    /// All parts, in order.
    pub(super) fn document(&mut self) -> Vec<Part> {
        let mut parts = Vec::new();
        self.blocks(0, &mut parts);
        parts
    }

    /// The pictures that were read and the files that were named.
    pub(super) fn pictures(self) -> (BTreeMap<String, Image>, BTreeSet<String>) {
        (self.images, self.mentioned)
    }

    /// The blocks up to the end of the element they stand in, that end included.
    pub(super) fn blocks(&mut self, depth: usize, parts: &mut Vec<Part>) {
        while let Some(event) = self.events.peek() {
            match event {
                Event::End(_) => {
                    self.events.next();
                    return;
                }
                Event::Start(tag) if is_block(tag) => self.element(depth, parts),
                Event::Rule => {
                    let range = self.events.next().map_or(0..0, |(_, range)| range);
                    self.report(refused::rule(), range);
                }
                // The items of a tight list hold text without a paragraph around it.
                _ => self.paragraphs(depth, parts),
            }
        }
    }

    /// An element that is a block.
    fn element(&mut self, depth: usize, parts: &mut Vec<Part>) {
        let Some((Event::Start(tag), range)) = self.events.next() else { return };
        if depth >= DEEPEST {
            self.report(refused::too_deep(), range);
            self.events.skip_element();
            return;
        }
        match tag {
            Tag::Paragraph => self.paragraph(&range, depth, parts),
            Tag::Heading { level, .. } => self.heading(level as usize, range, depth, parts),
            Tag::List(start) => self.list(start, range, depth, parts),
            Tag::Table(_) => self.table(range, parts),
            Tag::FootnoteDefinition(label) => self.footnote_definition(&label, range, depth),
            Tag::BlockQuote(_) => {
                self.report(refused::block(&tag), range);
                self.blocks(depth + 1, parts);
            }
            _ => {
                self.report(refused::block(&tag), range);
                self.events.skip_element();
            }
        }
    }

    fn paragraph(&mut self, range: &Range<usize>, depth: usize, parts: &mut Vec<Part>) {
        if let Some(image) = self.sole_image() {
            let span = self.file.span(self.trimmed(range.clone()));
            parts.push(Part { kind: PartKind::Block(image), span });
        } else {
            self.check_lines(range);
            self.paragraphs(depth, parts);
        }
        self.events.next();
    }

    /// Running text up to the next block or end: one paragraph, or several where lines open with full-width spaces or
    /// are meant as headings.
    pub(super) fn paragraphs(&mut self, depth: usize, parts: &mut Vec<Part>) {
        loop {
            self.join.start_paragraph();
            let unspaced = self.unspaced();
            self.one_line = unspaced.is_some();
            let text = self.inlines(0);
            self.one_line = false;
            let another_follows = text.another_follows;
            if let Some(heading) = unspaced {
                self.report_unspaced(heading, &text);
            }
            match unspaced {
                Some(heading) if depth == 0 => self.unspaced_heading(heading, text, parts),
                _ if text.content.is_empty() => {}
                _ => {
                    let span = self.file.span(self.trimmed(text.range));
                    let block = Block::Paragraph { content: text.content, span };
                    parts.push(Part { kind: PartKind::Block(block), span });
                }
            }
            if !another_follows {
                return;
            }
        }
    }

    /// Reports a finding on `range`, which is given only one line to point at.
    pub(super) fn report(&mut self, finding: Diagnostic, range: Range<usize>) {
        let range = self.trimmed(range);
        let line = self.file.text.get(range.clone()).and_then(|text| text.lines().next()).unwrap_or("");
        let span = self.file.span(range.start..range.start + line.trim_end().len());
        self.sink.report(finding.at(span, ""));
    }

    /// A range without the white space and line ends behind it.
    pub(super) fn trimmed(&self, range: Range<usize>) -> Range<usize> {
        let text = self.file.text.get(range.clone()).unwrap_or("");
        range.start..range.start + text.trim_end().len()
    }

    /// The inlines of an element up to its end, that end included.
    pub(super) fn element_inlines(&mut self) -> Vec<Inline> {
        self.join.start_paragraph();
        let content = self.inlines(1).content;
        while !matches!(self.events.peek(), None | Some(Event::End(TagEnd::TableCell))) {
            self.events.next();
        }
        self.events.next();
        content
    }
}

/// Whether an element is a block; the others are parts of running text.
fn is_block(tag: &Tag<'_>) -> bool {
    !matches!(
        tag,
        Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript
            | Tag::Link { .. }
            | Tag::Image { .. }
    )
}
