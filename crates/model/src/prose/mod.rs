//! The narrative as running text: passages that a rule can search, every stretch of which knows where
//! it was written.

mod passage;

#[cfg(test)]
mod tests;

use std::sync::Arc;

pub use passage::{Passage, Role};

use crate::figures::UNVERIFIED;
use crate::{Block, Figures, Inline, Narrative, SectionKind};

/// What narrative.md says, passage by passage, in the order written. The headings of the six sections
/// themselves are not among them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Prose {
    /// The passages.
    pub passages: Vec<Passage>,
}

impl Prose {
    /// The text of `narrative`, with the figures that it quotes taken from `figures`.
    pub fn of(narrative: &Narrative, figures: &Figures) -> Self {
        let mut walk = Walk {
            figures,
            narrative,
            section: None,
            above: Vec::new(),
            headings: Arc::default(),
            passages: Vec::new(),
        };
        walk.blocks(&narrative.introduction, Role::Paragraph);
        for section in &narrative.sections {
            walk.section = Some(section.kind);
            walk.stand_below(Vec::new());
            walk.blocks(&section.blocks, Role::Paragraph);
        }
        walk.passages.shrink_to_fit();
        Self { passages: walk.passages }
    }

    /// The passages of one section; of the introduction (编制说明) for `None`.
    pub fn section(&self, section: Option<SectionKind>) -> impl Iterator<Item = &Passage> {
        self.passages.iter().filter(move |passage| passage.section == section)
    }
}

/// As much of a sub-heading is kept for what stands below it, in characters.
const HEADING: usize = 100;

struct Walk<'a> {
    figures: &'a Figures,
    narrative: &'a Narrative,
    section: Option<SectionKind>,
    /// The sub-headings above, with their levels.
    above: Vec<(u8, String)>,
    /// The same for the passages below them.
    headings: Arc<[String]>,
    passages: Vec<Passage>,
}

impl Walk<'_> {
    fn blocks(&mut self, blocks: &[Block], role: Role) {
        for block in blocks {
            match block {
                Block::Heading { level, content, .. } => self.heading(*level, content),
                Block::Paragraph { content, .. } => self.passage(content, role),
                Block::List { items, .. } => items.iter().for_each(|item| self.blocks(item, Role::Item)),
                Block::Table { head, rows, .. } => {
                    let cells = head.iter().chain(rows.iter().flatten());
                    cells.for_each(|cell| self.passage(cell, Role::Cell));
                }
                Block::Image { .. } => {}
            }
        }
    }

    fn heading(&mut self, level: u8, content: &[Inline]) {
        let mut above = std::mem::take(&mut self.above);
        above.retain(|(above, _)| *above < level);
        self.stand_below(above);
        self.passage(content, Role::Heading);
        let text = self.passages.last().filter(|passage| passage.role == Role::Heading);
        let text = text.map(|passage| passage.text.chars().take(HEADING).collect()).unwrap_or_default();
        let mut above = std::mem::take(&mut self.above);
        above.push((level, text));
        self.stand_below(above);
    }

    /// From here on passages stand below these sub-headings.
    fn stand_below(&mut self, above: Vec<(u8, String)>) {
        self.headings = above.iter().map(|(_, text)| text.clone()).collect();
        self.above = above;
    }

    fn passage(&mut self, content: &[Inline], role: Role) {
        let mut passage = Passage::new(self.section, self.headings.clone(), role);
        self.inlines(content, &mut passage);
        if !passage.text.trim().is_empty() {
            passage.shrink_to_fit();
            self.passages.push(passage);
        }
        for footnote in footnotes(content) {
            if let Some(footnote) = footnote.checked_sub(1).and_then(|at| self.narrative.footnotes.get(at)) {
                self.passage(&footnote.content, Role::Paragraph);
            }
        }
    }

    fn inlines(&self, content: &[Inline], passage: &mut Passage) {
        for inline in content {
            match inline {
                Inline::Text { text, span } => passage.push(text, *span),
                Inline::Figure { address, span } => {
                    let known = self.figures.knows(address).then(|| self.figures.sum(address).normalize().to_string());
                    passage.push(known.as_deref().unwrap_or(UNVERIFIED), *span);
                }
                Inline::Emphasis(content) | Inline::Strong(content) | Inline::Link { content, .. } => {
                    self.inlines(content, passage);
                }
                Inline::Footnote { .. } => {}
                Inline::Break => passage.text.push('\n'),
            }
        }
    }
}

/// The numbers of the footnotes that running text is the first to refer to.
fn footnotes(content: &[Inline]) -> Vec<usize> {
    let mut numbers = Vec::new();
    for inline in content {
        match inline {
            Inline::Footnote { number, first: true, .. } => numbers.push(*number),
            Inline::Emphasis(content) | Inline::Strong(content) | Inline::Link { content, .. } => {
                numbers.extend(footnotes(content));
            }
            _ => {}
        }
    }
    numbers
}
