//! The blocks of a section, as they are shown and as they are written.

use nianbao_builder::html::Pages;
use nianbao_loader::ManuscriptBlock;
use nianbao_model::{Block, Inline, Report};
use serde::Serialize;

/// A block.
#[derive(Debug, Serialize)]
pub(in super::super) struct BlockState {
    id: usize,
    kind: &'static str,
    /// Its Markdown, its lines ending in `\n`.
    pub(in super::super) source: String,
    html: String,
    editable: bool,
}

impl BlockState {
    /// The state of the block `id` of a section.
    pub(super) fn new(pages: &Pages, report: &Report, text: &str, id: usize, block: &ManuscriptBlock) -> Self {
        let source = text.get(block.range.clone()).unwrap_or_default().replace("\r\n", "\n");
        let html = block.content.as_ref().and_then(|content| pages.form_block(report, content).ok());
        let editable = block.content.as_ref().is_some_and(|content| can_be_edited(content, &source));
        Self {
            id,
            kind: block.content.as_ref().map_or("other", kind),
            html: html.map(|html| html.trim().to_owned()).unwrap_or_default(),
            source,
            editable,
        }
    }
}

fn kind(block: &Block) -> &'static str {
    match block {
        Block::Paragraph { .. } => "paragraph",
        Block::Heading { .. } => "heading",
        Block::List { .. } => "list",
        Block::Table { .. } => "table",
        Block::Image { .. } => "other",
    }
}

/// Whether whoever edits what is shown loses nothing of what is written: comments, footnotes and what no report has are not
/// shown.
fn can_be_edited(block: &Block, source: &str) -> bool {
    !has_hidden(source) && is_plain(block)
}

fn has_hidden(source: &str) -> bool {
    let marks = source.char_indices().filter(|(_, mark)| matches!(mark, '<' | '`'));
    marks.into_iter().any(|(at, _)| !source.get(..at).unwrap_or("").ends_with('\\'))
}

fn is_plain(block: &Block) -> bool {
    match block {
        Block::Heading { content, .. } | Block::Paragraph { content, .. } => is_plain_text(content),
        Block::List { items, .. } => items
            .iter()
            .flatten()
            .all(|block| matches!(block, Block::Paragraph { .. } | Block::List { .. }) && is_plain(block)),
        Block::Table { head, rows, .. } => head.iter().chain(rows.iter().flatten()).all(|cell| is_plain_text(cell)),
        Block::Image { .. } => false,
    }
}

fn is_plain_text(content: &[Inline]) -> bool {
    content.iter().all(|piece| match piece {
        Inline::Text { .. } | Inline::Figure { .. } | Inline::Break => true,
        Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Link { content: inner, .. } => is_plain_text(inner),
        Inline::Footnote { .. } => false,
    })
}
