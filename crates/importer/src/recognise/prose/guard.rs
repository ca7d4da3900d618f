//! Lines worded as the title of a section which are none; reading the narrative back would take them for one.

use nianbao_model::numbering::heading_number;
use nianbao_model::{Block, Inline, SectionKind, Span};

use crate::recognise::section_heading::bare;

/// The blocks with such a heading put in bold before the text that follows it, and such a paragraph in quotes.
pub(super) fn guarded(blocks: Vec<Block>) -> Vec<Block> {
    let mut guarded: Vec<Block> = Vec::new();
    let mut heading: Option<Vec<Inline>> = None;
    for block in blocks {
        match block {
            Block::Heading { level, typed_number, content, .. } if names_section(&content) => {
                guarded.extend(heading.take().map(quoted));
                let number = typed_number.map(|number| heading_number(level, number)).unwrap_or_default();
                heading = Some(std::iter::once(text(&number)).chain(content).collect());
            }
            Block::Paragraph { content, span } => match heading.take() {
                Some(words) => {
                    let content = [vec![Inline::Strong(words), text("\u{3000}")], content].concat();
                    guarded.push(Block::Paragraph { content, span });
                }
                None if names_section(&content) => guarded.push(quoted(content)),
                None => guarded.push(Block::Paragraph { content, span }),
            },
            block => {
                guarded.extend(heading.take().map(quoted));
                guarded.push(block);
            }
        }
    }
    guarded.extend(heading.map(quoted));
    guarded
}

fn quoted(content: Vec<Inline>) -> Block {
    Block::Paragraph { content: [vec![text("“")], content, vec![text("”")]].concat(), span: Span::NOWHERE }
}

fn text(text: &str) -> Inline {
    Inline::Text { text: text.to_owned(), span: Span::NOWHERE }
}

/// Whether running text is the title of a section and nothing else.
fn names_section(content: &[Inline]) -> bool {
    SectionKind::from_heading(&bare(&plain(content))).is_some()
}

/// The characters of running text.
fn plain(content: &[Inline]) -> String {
    let texts = content.iter().map(|inline| match inline {
        Inline::Text { text, .. } => text.clone(),
        Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Link { content: inner, .. } => plain(inner),
        Inline::Figure { .. } | Inline::Footnote { .. } | Inline::Break => String::new(),
    });
    texts.collect()
}
