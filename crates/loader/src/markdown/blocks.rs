//! From events to blocks, which may hold blocks again: lists and footnotes.

use std::ops::Range;

use nianbao_model::{Block, Footnote, Inline};
use pulldown_cmark::{Event, Tag};

use super::headings::Unmarked;
use super::inlines::Running;
use super::part::Part;
use super::reader::{DEEPEST, NarrativeReader};
use super::{footnotes, headings, pasted, refused, syntax};

impl NarrativeReader<'_> {
    /// All parts of the narrative, in order.
    pub(super) fn document(&mut self) -> Vec<Part> {
        let mut parts = Vec::new();
        self.blocks(0, &mut parts);
        parts
    }

    /// The blocks up to the end of the element they stand in, that end included.
    fn blocks(&mut self, depth: usize, parts: &mut Vec<Part>) {
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
            Tag::Heading { .. } if self.is_underlined(&range) => {
                self.report(headings::underlined(), range);
                self.paragraphs(depth, parts);
                self.events.next();
            }
            Tag::Heading { level, .. } => self.heading(level as usize, range, depth, parts),
            Tag::List(start) => self.list(start, range, depth, parts),
            Tag::Table(alignments) => self.table(&alignments, range, parts),
            Tag::HtmlBlock => self.html(range, parts),
            Tag::FootnoteDefinition(label) => self.footnote(&label, range, depth),
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
            parts.push(Part::block(image, span));
        } else {
            for (place, finding) in syntax::lines(self.file, range.clone()) {
                self.report(finding, place);
            }
            self.paragraphs(depth, parts);
        }
        self.events.next();
    }

    /// Running text up to the next block or end: one paragraph, or several where lines open with full-width spaces or
    /// are meant as headings.
    fn paragraphs(&mut self, depth: usize, parts: &mut Vec<Part>) {
        loop {
            self.join.start_paragraph();
            let unspaced = self.unspaced();
            let title = self.unmarked(true);
            let is_one_line = unspaced.is_some() || title.is_some();
            self.ends_from = if is_one_line { Some(0) } else { self.report_title_end(depth, parts) };
            self.may_break = true;
            let mut text = self.inlines(0);
            (self.ends_from, self.may_break) = (None, false);
            text.content.pop_if(|last| matches!(last, Inline::Break));
            let another_follows = text.another_follows;
            if let Some(heading) = unspaced {
                self.report_unspaced(heading, &text);
            }
            if depth > 0 && title == Some(Unmarked::Section) {
                self.report_nested_title(&text);
            }
            self.check_pasted(&text, depth);
            match unspaced {
                Some(heading) if depth == 0 => self.unspaced_heading(heading, text, parts),
                _ if text.content.is_empty() => {}
                _ => {
                    let span = self.file.span(self.trimmed(text.range));
                    parts.push(Part::block(Block::Paragraph { content: text.content, span }, span));
                }
            }
            if !another_follows {
                return;
            }
        }
    }

    /// Says what came along with text that was pasted.
    fn check_pasted(&mut self, text: &Running, depth: usize) {
        for (place, finding) in pasted::findings(self.file, self.trimmed(text.range.clone()), depth > 0) {
            self.report(finding, place);
        }
    }

    /// A list; its start was read.
    fn list(&mut self, start: Option<u64>, range: Range<usize>, depth: usize, parts: &mut Vec<Part>) {
        let mut items = Vec::new();
        while let Some((Event::Start(Tag::Item), _)) = self.events.next() {
            let mut inner = Vec::new();
            self.blocks(depth + 1, &mut inner);
            items.push(inner.into_iter().filter_map(Part::into_block).collect());
        }
        let span = self.file.span(self.trimmed(range));
        parts.push(Part::block(Block::List { start, items }, span));
    }

    /// What a footnote says; its start was read.
    fn footnote(&mut self, label: &str, range: Range<usize>, depth: usize) {
        let mut inner = Vec::new();
        self.blocks(depth + 1, &mut inner);
        let span = self.file.span(self.trimmed(range.clone()));
        let fault = match footnotes::sole_paragraph(inner) {
            Some(mut content) => {
                self.refuse_footnotes(&mut content, "脚注");
                self.footnotes.define(label, Footnote { content, span })
            }
            None => Some(footnotes::not_a_paragraph()),
        };
        if let Some(fault) = fault {
            self.report(fault, range);
        }
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
