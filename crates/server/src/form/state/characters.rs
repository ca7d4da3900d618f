//! How long a text is, in characters as people count them: without blanks, look-ups as their figures.

use nianbao_model::{Block, Inline, Report};

/// How many characters a block has.
pub(super) fn of_block(report: &Report, block: &Block) -> usize {
    match block {
        Block::Heading { content, .. } | Block::Paragraph { content, .. } => of_inlines(report, content),
        Block::List { items, .. } => items.iter().flatten().map(|block| of_block(report, block)).sum(),
        Block::Table { head, rows, .. } => {
            head.iter().chain(rows.iter().flatten()).map(|cell| of_inlines(report, cell)).sum()
        }
        Block::Image { .. } => 0,
    }
}

fn of_inlines(report: &Report, content: &[Inline]) -> usize {
    let of = |piece: &Inline| match piece {
        Inline::Text { text, .. } => text.chars().filter(|mark| !mark.is_whitespace()).count(),
        Inline::Figure { address, .. } => report.figure(address).normalize().to_string().chars().count(),
        Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Link { content: inner, .. } => {
            of_inlines(report, inner)
        }
        Inline::Footnote { .. } | Inline::Break => 0,
    };
    content.iter().map(of).sum()
}
