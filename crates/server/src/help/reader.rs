//! The manual's Markdown, read into what its template shows. Unlike a narrative it holds what people type.

use std::collections::BTreeMap;

use nianbao_builder::html::{HelpBlock, HelpInline};
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag};

use super::links::{picture, resolved, slug};
use super::parts::HelpPart;

/// A part that was read.
pub(super) struct HelpText {
    /// Its heading of the first level.
    pub(super) title: String,
    /// All else.
    pub(super) blocks: Vec<HelpBlock>,
}

/// Reads a part.
pub(super) fn read(part: &HelpPart) -> HelpText {
    let parser = Parser::new_ext(part.text, Options::ENABLE_TABLES);
    let mut reader = HelpReader { part, events: parser, title: String::new(), ids: BTreeMap::new() };
    let blocks = reader.blocks();
    HelpText { title: reader.title, blocks }
}

/// The words of a line.
pub(super) fn plain(content: &[HelpInline]) -> String {
    let words = |piece: &HelpInline| match piece {
        HelpInline::Text { text } | HelpInline::Code { text } => text.clone(),
        HelpInline::Strong { content } | HelpInline::Link { content, .. } => plain(content),
        HelpInline::Picture { alt, .. } => alt.clone(),
    };
    content.iter().map(words).collect()
}

struct HelpReader<'a> {
    part: &'a HelpPart,
    events: Parser<'a>,
    title: String,
    /// How often each address of a heading was taken.
    ids: BTreeMap<String, usize>,
}

impl<'a> HelpReader<'a> {
    /// The blocks up to the end of what they stand in.
    fn blocks(&mut self) -> Vec<HelpBlock> {
        let mut found = Vec::new();
        // Items of tight lists hold words that are no paragraphs.
        let mut loose = Vec::new();
        while let Some(event) = self.events.next() {
            match event {
                Event::Start(tag) if is_block(&tag) => {
                    found.extend(paragraph(&mut loose));
                    found.extend(self.block(&tag));
                }
                Event::End(_) => break,
                event => loose.extend(self.piece(event)),
            }
        }
        found.extend(paragraph(&mut loose));
        found
    }

    fn block(&mut self, tag: &Tag<'a>) -> Option<HelpBlock> {
        match tag {
            Tag::Heading { level: HeadingLevel::H1, .. } => {
                self.title = plain(&self.line());
                None
            }
            Tag::Heading { level, .. } => Some(self.heading(*level as u8)),
            Tag::BlockQuote(_) => Some(HelpBlock::Quote { blocks: self.blocks() }),
            Tag::List(start) => Some(HelpBlock::List { ordered: start.is_some(), items: self.items() }),
            Tag::Table(_) => Some(self.table()),
            Tag::CodeBlock(_) => Some(HelpBlock::Code { text: plain(&self.line()).trim_end().to_owned() }),
            _ => Some(HelpBlock::Paragraph { content: self.line() }),
        }
    }

    fn heading(&mut self, level: u8) -> HelpBlock {
        let content = self.line();
        let name = slug(&plain(&content));
        let taken = self.ids.entry(name.clone()).or_default();
        let id = if *taken == 0 { name } else { format!("{name}-{taken}") };
        *taken += 1;
        HelpBlock::Heading { level, id, content }
    }

    /// Each item's blocks.
    fn items(&mut self) -> Vec<Vec<HelpBlock>> {
        let mut items = Vec::new();
        while let Some(Event::Start(_)) = self.events.next() {
            items.push(self.blocks());
        }
        items
    }

    fn table(&mut self) -> HelpBlock {
        let mut rows = Vec::new();
        while let Some(Event::Start(_)) = self.events.next() {
            rows.push(self.cells());
        }
        let head: Vec<Vec<HelpInline>> = if rows.is_empty() { Vec::new() } else { rows.remove(0) };
        let head = if head.iter().all(|cell| plain(cell).is_empty()) { Vec::new() } else { head };
        HelpBlock::Table { head, rows }
    }

    fn cells(&mut self) -> Vec<Vec<HelpInline>> {
        let mut cells = Vec::new();
        while let Some(Event::Start(_)) = self.events.next() {
            cells.push(self.line());
        }
        cells
    }

    /// The words up to the end of what they stand in.
    fn line(&mut self) -> Vec<HelpInline> {
        let mut found = Vec::new();
        while let Some(event) = self.events.next() {
            match event {
                Event::End(_) => break,
                event => found.extend(self.piece(event)),
            }
        }
        found
    }

    fn piece(&mut self, event: Event<'a>) -> Vec<HelpInline> {
        match event {
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => {
                vec![HelpInline::Text { text: text.into_string() }]
            }
            Event::Code(text) => vec![HelpInline::Code { text: text.into_string() }],
            Event::Start(Tag::Link { dest_url, .. }) => {
                let content = self.line();
                match resolved(self.part, &dest_url) {
                    Some(href) => vec![HelpInline::Link { href, content }],
                    None => content,
                }
            }
            Event::Start(Tag::Image { dest_url, .. }) => {
                vec![HelpInline::Picture { alt: plain(&self.line()), src: picture(&dest_url) }]
            }
            Event::Start(_) => vec![HelpInline::Strong { content: self.line() }],
            _ => Vec::new(),
        }
    }
}

/// What stood loose, as a paragraph.
fn paragraph(loose: &mut Vec<HelpInline>) -> Option<HelpBlock> {
    let content = std::mem::take(loose);
    (!content.is_empty()).then_some(HelpBlock::Paragraph { content })
}

fn is_block(tag: &Tag) -> bool {
    !matches!(
        tag,
        Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Link { .. }
            | Tag::Image { .. }
            | Tag::Superscript
            | Tag::Subscript
    )
}
