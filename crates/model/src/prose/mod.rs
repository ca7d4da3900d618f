//! The narrative as running text: passages that a rule can search, every stretch of which knows where
//! it was written.

mod passage;

#[cfg(test)]
mod tests;

pub use passage::{Passage, Role};

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
        let mut walk = Walk { figures, narrative, section: None, headings: Vec::new(), passages: Vec::new() };
        walk.blocks(&narrative.introduction, Role::Paragraph);
        for section in &narrative.sections {
            walk.section = Some(section.kind);
            walk.headings.clear();
            walk.blocks(&section.blocks, Role::Paragraph);
        }
        Self { passages: walk.passages }
    }

    /// The passages of one section; of the introduction (编制说明) for `None`.
    pub fn section(&self, section: Option<SectionKind>) -> impl Iterator<Item = &Passage> {
        self.passages.iter().filter(move |passage| passage.section == section)
    }
}

struct Walk<'a> {
    figures: &'a Figures,
    narrative: &'a Narrative,
    section: Option<SectionKind>,
    /// The sub-headings above, with their levels.
    headings: Vec<(u8, String)>,
    passages: Vec<Passage>,
}

impl Walk<'_> {
    fn blocks(&mut self, blocks: &[Block], role: Role) {
        for block in blocks {
            match block {
                Block::Heading { level, content, .. } => self.heading(*level, content),
                Block::Paragraph { content, .. } => self.passage(content, role),
                Block::List { items, .. } => items.iter().for_each(|item| self.blocks(item, Role::Item)),
                Block::Table { head, rows } => {
                    let cells = head.iter().chain(rows.iter().flatten());
                    cells.for_each(|cell| self.passage(cell, Role::Cell));
                }
                Block::Image { .. } => {}
            }
        }
    }

    fn heading(&mut self, level: u8, content: &[Inline]) {
        self.headings.retain(|(above, _)| *above < level);
        self.passage(content, Role::Heading);
        let text = self.passages.last().filter(|passage| passage.role == Role::Heading);
        self.headings.push((level, text.map(|passage| passage.text.clone()).unwrap_or_default()));
    }

    fn passage(&mut self, content: &[Inline], role: Role) {
        let headings = self.headings.iter().map(|(_, text)| text.clone()).collect();
        let mut passage = Passage::new(self.section, headings, role);
        self.inlines(content, &mut passage);
        if !passage.text.trim().is_empty() {
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
                    passage.push(&self.figures.sum(address).normalize().to_string(), *span);
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
