//! Narratives as reading leaves them: without what no file can say.

use std::collections::BTreeSet;

use nianbao_model::{Block, Inline, Span};

/// Where running text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Paragraph,
    /// A heading or a cell of a table: a single line.
    Line,
}

/// Goes through a narrative in its order.
#[derive(Debug, Default)]
pub(crate) struct Settling {
    /// The footnotes that were referred to, in the order of the first reference.
    referred: Vec<usize>,
    /// The pictures that are shown.
    pub(crate) pictures: BTreeSet<String>,
}

/// What running text may hold besides texts and figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum MayHold {
    /// A link holds neither links nor footnotes.
    Neither,
    Links,
    LinksAndFootnotes,
}

/// What is known of the running text before.
struct Line {
    place: Place,
    /// Whether nothing stands on the line yet.
    open: bool,
    /// Whether a footnote stands right before.
    behind_note: bool,
    may_hold: MayHold,
}

impl Settling {
    /// How many footnotes were referred to.
    pub(crate) fn footnotes(&self) -> usize {
        self.referred.len()
    }

    pub(crate) fn blocks(&mut self, blocks: Vec<Block>) -> Vec<Block> {
        blocks.into_iter().map(|block| self.block(block)).collect()
    }

    fn block(&mut self, block: Block) -> Block {
        match block {
            Block::Heading { level, number, typed_number, content, span } => {
                // A word first, so that no number opens the heading.
                let content =
                    [text("甲")].into_iter().chain(self.running(content, Place::Line, MayHold::Links)).collect();
                Block::Heading { level, number, typed_number, content, span }
            }
            Block::Paragraph { content, span } => {
                let content = self.running(content, Place::Paragraph, MayHold::LinksAndFootnotes);
                Block::Paragraph { content: if is_blank(&content) { vec![text("甲")] } else { content }, span }
            }
            Block::List { start, items } => {
                Block::List { start, items: items.into_iter().map(|item| self.blocks(item)).collect() }
            }
            Block::Table { alignments, head, rows } => Block::Table {
                alignments,
                head: self.cells(head),
                rows: rows.into_iter().map(|row| self.cells(row)).collect(),
            },
            Block::Image { file, alt, span } => {
                self.pictures.insert(file.clone());
                let alt = alt.replace(['{', '}', '｛', '｝'], "").trim().to_owned();
                Block::Image { file, alt: if alt.is_empty() { "图".to_owned() } else { alt }, span }
            }
        }
    }

    /// What a footnote says.
    pub(crate) fn note(&mut self, content: Vec<Inline>) -> Vec<Inline> {
        let content = self.running(content, Place::Paragraph, MayHold::Links);
        if is_blank(&content) { vec![text("甲")] } else { content }
    }

    fn cells(&mut self, cells: Vec<Vec<Inline>>) -> Vec<Vec<Inline>> {
        cells.into_iter().map(|cell| self.running(cell, Place::Line, MayHold::LinksAndFootnotes)).collect()
    }

    fn running(&mut self, content: Vec<Inline>, place: Place, may_hold: MayHold) -> Vec<Inline> {
        let mut line = Line { place, open: true, behind_note: false, may_hold };
        let mut content = self.inlines(content, &mut line);
        trim_breaks(&mut content);
        content
    }

    fn inlines(&mut self, content: Vec<Inline>, line: &mut Line) -> Vec<Inline> {
        let mut settled = Vec::new();
        for inline in content {
            let behind_note = line.behind_note && line.place == Place::Line;
            match inline {
                Inline::Text { text, span } => {
                    let text = if line.place == Place::Line { text.replace(['{', '｛'], "") } else { text };
                    let text = if line.open { text.trim_start().to_owned() } else { text };
                    line.open &= text.is_empty();
                    line.behind_note &= text.is_empty();
                    settled.extend((!text.is_empty()).then_some(Inline::Text { text, span }));
                }
                Inline::Emphasis(inner) => {
                    let inner = self.inlines(inner, line);
                    settled.extend((!inner.is_empty()).then_some(Inline::Emphasis(inner)));
                }
                Inline::Strong(inner) => {
                    let inner = self.inlines(inner, line);
                    settled.extend((!inner.is_empty()).then_some(Inline::Strong(inner)));
                }
                Inline::Link { url, content } if line.may_hold != MayHold::Neither && !behind_note => {
                    let mut within = Line { may_hold: MayHold::Neither, ..*line };
                    // No line break stands at the edge of a link.
                    within.open = true;
                    let mut content = self.inlines(content, &mut within);
                    trim_breaks(&mut content);
                    if is_blank(&content) {
                        content = vec![text("甲")];
                    }
                    (line.open, line.behind_note) = (false, false);
                    settled.push(Inline::Link { url, content });
                }
                Inline::Footnote { number, span, .. } if line.may_hold == MayHold::LinksAndFootnotes => {
                    let earlier = self.referred.iter().position(|known| *known == number);
                    if earlier.is_none() {
                        self.referred.push(number);
                    }
                    let number = earlier.map_or(self.referred.len(), |at| at + 1);
                    (line.open, line.behind_note) = (false, true);
                    settled.push(Inline::Footnote { number, first: earlier.is_none(), span });
                }
                Inline::Break if line.place == Place::Paragraph && !line.open => {
                    (line.open, line.behind_note) = (true, false);
                    settled.push(Inline::Break);
                }
                Inline::Figure { .. } => {
                    (line.open, line.behind_note) = (false, false);
                    settled.push(inline);
                }
                Inline::Link { .. } | Inline::Footnote { .. } | Inline::Break => {}
            }
        }
        settled
    }
}

/// Takes off the line breaks behind the last words.
fn trim_breaks(content: &mut Vec<Inline>) {
    while let Some(last) = content.last_mut() {
        match last {
            Inline::Break => {}
            Inline::Emphasis(inner) | Inline::Strong(inner) => {
                trim_breaks(inner);
                if !inner.is_empty() {
                    return;
                }
            }
            _ => return,
        }
        content.pop();
    }
}

/// Whether nothing is printed.
fn is_blank(content: &[Inline]) -> bool {
    content.iter().all(|inline| match inline {
        Inline::Text { text, .. } => text.trim().is_empty(),
        Inline::Emphasis(inner) | Inline::Strong(inner) => is_blank(inner),
        _ => false,
    })
}

fn text(text: &str) -> Inline {
    Inline::Text { text: text.to_owned(), span: Span::NOWHERE }
}

/// Blocks whose sub-headings are counted.
pub(crate) fn numbered(mut blocks: Vec<Block>) -> Vec<Block> {
    let mut counts = [0_u32; 5];
    for block in &mut blocks {
        if let Block::Heading { level, number, .. } = block {
            let level = usize::from(*level);
            counts[level] += 1;
            counts[level + 1..].fill(0);
            *number = counts[level];
        }
    }
    blocks
}
