//! Which figures of the tables a narrative quotes.

use std::collections::BTreeSet;

use super::{BlockView, InlineView};

/// The addresses of all figures that some blocks quote.
pub(super) fn quoted(blocks: &[BlockView]) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    collect(blocks, &mut found);
    found
}

/// The addresses of all figures that running text quotes.
pub(super) fn quoted_inline(content: &[InlineView]) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    collect_inlines(content, &mut found);
    found
}

fn collect(blocks: &[BlockView], found: &mut BTreeSet<String>) {
    for block in blocks {
        match block {
            BlockView::Heading { content, .. } | BlockView::Paragraph { content } => collect_inlines(content, found),
            BlockView::List { items, .. } => items.iter().for_each(|item| collect(item, found)),
            BlockView::Table { head, rows, .. } => {
                head.iter().chain(rows.iter().flatten()).for_each(|cell| collect_inlines(cell, found));
            }
            BlockView::Image { .. } => {}
        }
    }
}

fn collect_inlines(content: &[InlineView], found: &mut BTreeSet<String>) {
    for piece in content {
        match piece {
            InlineView::Figure { anchor, .. } => found.extend(Some(anchor.clone())),
            InlineView::Emphasis { content } | InlineView::Strong { content } | InlineView::Link { content, .. } => {
                collect_inlines(content, found);
            }
            InlineView::Text { .. } | InlineView::Footnote { .. } | InlineView::Break => {}
        }
    }
}
