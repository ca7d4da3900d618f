//! What a report says, piece by piece, with the font that each piece is set in.

use std::borrow::Cow;
use std::collections::BTreeMap;

use nianbao_model::report::Image;
use nianbao_model::{Agency, AgencyId, Block, Inline, Municipality, Report, Span};

use super::Role;
use crate::view::date_text;

/// In numbered lists so deep, numbers stand in circles.
const CIRCLED: usize = 2;

/// Characters that are set in one font.
pub(super) struct Passage<'a> {
    pub(super) role: Role,
    pub(super) text: Cow<'a, str>,
    /// Where they were written.
    pub(super) span: Option<Span>,
}

/// Everything that people wrote in a report and that is printed. The official labels are ours.
pub(super) fn passages<'a>(agency: &'a Agency, report: &'a Report) -> Vec<Passage<'a>> {
    let mut all = Passages { images: Some(&report.images), all: Vec::new() };
    let title = report.title.as_ref().unwrap_or(&agency.name);
    all.push(Role::Title, agency.title(report), Some(title.span));
    // In the table of contents of a bundle.
    all.push(Role::Body, agency.title(report), Some(title.span));
    all.blocks(&report.narrative.introduction, 0);
    for section in &report.narrative.sections {
        all.blocks(&section.blocks, 0);
    }
    for footnote in &report.narrative.footnotes {
        all.inlines(Role::Body, &footnote.content);
    }
    for (_, remark, span) in report.figures.remarks() {
        // Within the table or below it.
        all.push(Role::Song, remark, span);
        all.push(Role::Body, remark, span);
    }
    for note in report.notes.values() {
        all.push(Role::Body, &note.value, Some(note.span));
    }
    if let Some(name) =
        report.signature.as_ref().map(|signature| signature.agency.as_ref().unwrap_or(agency.name_on(report)))
    {
        all.push(Role::Body, &name.value, Some(name.span));
    }
    for correction in &report.corrections {
        all.push(Role::Body, date_text(correction.date.value), Some(correction.date.span));
        all.push(Role::Body, &correction.text.value, Some(correction.text.span));
    }
    all.all
}

/// What tables of contents print besides the titles of reports, with the agency that each piece is about.
pub(super) fn contents_passages(municipality: &Municipality) -> Vec<(Passage<'_>, Option<&AgencyId>)> {
    let root = &municipality.root;
    let mut all = Passages { images: None, all: Vec::new() };
    all.push(Role::Title, &root.name.value, Some(root.name.span));
    let sponsor = municipality.sponsor();
    all.push(Role::Heading2, &sponsor.value, Some(sponsor.span));
    let mut passages: Vec<_> = all.all.into_iter().map(|passage| (passage, None)).collect();
    for agency in &root.children {
        let mut all = Passages { images: None, all: Vec::new() };
        all.push(Role::Heading1, &agency.name.value, Some(agency.name.span));
        if let Some(category) = &agency.category {
            all.push(Role::Heading1, category, Some(agency.name.span));
        }
        passages.extend(all.all.into_iter().map(|passage| (passage, Some(&agency.id))));
    }
    passages
}

/// How many characters people wrote in a report that are printed.
pub(crate) fn length(agency: &Agency, report: &Report) -> usize {
    passages(agency, report).iter().map(|passage| passage.text.chars().count()).sum()
}

struct Passages<'a> {
    images: Option<&'a BTreeMap<String, Image>>,
    all: Vec<Passage<'a>>,
}

impl<'a> Passages<'a> {
    fn push(&mut self, role: Role, text: impl Into<Cow<'a, str>>, span: Option<Span>) {
        self.all.push(Passage { role, text: text.into(), span });
    }

    /// Blocks that stand within so many lists.
    fn blocks(&mut self, blocks: &'a [Block], depth: usize) {
        for block in blocks {
            self.block(block, depth);
        }
    }

    fn block(&mut self, block: &'a Block, depth: usize) {
        match block {
            Block::Heading { level, content, .. } => {
                let role = if *level == 2 { Role::Heading2 } else { Role::Body };
                self.inlines(role, content);
            }
            Block::Paragraph { content, .. } => self.inlines(Role::Body, content),
            Block::List { start, items } => {
                for (number, item) in (start.unwrap_or_default()..).zip(items) {
                    if start.is_some() && depth >= CIRCLED {
                        self.all.extend(circled(number).map(|mark| Passage {
                            role: Role::Body,
                            text: mark.to_string().into(),
                            span: item.first().and_then(block_span),
                        }));
                    }
                    self.blocks(item, depth + 1);
                }
            }
            Block::Table { head, rows, .. } => {
                for cell in head {
                    self.inlines(Role::Heading1, cell);
                }
                for cell in rows.iter().flatten() {
                    self.inlines(Role::Song, cell);
                }
            }
            Block::Image { file, alt, span, .. } => {
                self.push(Role::Song, alt, Some(*span));
                self.drawing(file, *span);
            }
        }
    }

    /// The words within a drawing.
    fn drawing(&mut self, file: &str, span: Span) {
        let Some(image) = self.images.and_then(|images| images.get(file)) else { return };
        let mut words = nianbao_picture::words(&image.bytes);
        // They do not stand in the narrative, even if they are as long as what does.
        if span.end.checked_sub(span.start) == Some(words.len()) {
            words.push(' ');
        }
        self.push(Role::Body, words, Some(span));
    }

    fn inlines(&mut self, role: Role, content: &'a [Inline]) {
        for inline in content {
            match inline {
                Inline::Text { text, span } => self.push(role, text, Some(*span)),
                Inline::Emphasis(content) => self.inlines(Role::Heading2, content),
                Inline::Strong(content) => self.inlines(Role::Heading1, content),
                // The address is printed behind the text.
                Inline::Link { url, content } => {
                    self.inlines(role, content);
                    self.push(role, url, first_span(content));
                }
                Inline::Figure { .. } | Inline::Footnote { .. } | Inline::Break => {}
            }
        }
    }
}

/// The number in a circle that stands before an item.
fn circled(number: u64) -> Option<char> {
    let number = u32::try_from(number).ok()?;
    char::from_u32(match number {
        1..=20 => 0x2460 + number - 1,
        21..=35 => 0x3251 + number - 21,
        36..=50 => 0x32B1 + number - 36,
        _ => return None,
    })
}

/// Where a block stands, as far as that is known.
fn block_span(block: &Block) -> Option<Span> {
    match block {
        Block::Heading { span, .. } | Block::Paragraph { span, .. } | Block::Image { span, .. } => Some(*span),
        Block::List { items, .. } => items.iter().flatten().find_map(block_span),
        Block::Table { head, .. } => head.iter().find_map(|cell| first_span(cell)),
    }
}

/// Where the first piece of running text that has a place stands.
fn first_span(content: &[Inline]) -> Option<Span> {
    content.iter().find_map(|inline| match inline {
        Inline::Text { span, .. } | Inline::Figure { span, .. } | Inline::Footnote { span, .. } => Some(*span),
        Inline::Emphasis(content) | Inline::Strong(content) | Inline::Link { content, .. } => first_span(content),
        Inline::Break => None,
    })
}
