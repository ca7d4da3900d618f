//! The blocks of a section, as they are shown and as they are written.

use nianbao_builder::html::Pages;
use nianbao_loader::ManuscriptBlock;
use nianbao_model::{Block, Report};
use serde::Serialize;

use super::{fixed, notes};

/// A block.
#[derive(Debug, Serialize)]
pub(in super::super) struct BlockState {
    id: usize,
    kind: &'static str,
    /// Its Markdown, its lines ending in `\n`.
    pub(in super::super) source: String,
    html: String,
    editable: bool,
    /// Why not, and what can be done, where it is only shown.
    why: &'static str,
}

impl BlockState {
    /// The state of the block `id` of a section.
    pub(super) fn new(pages: &Pages, report: &Report, text: &str, id: usize, block: &ManuscriptBlock) -> Self {
        let source = text.get(block.range.clone()).unwrap_or_default().replace("\r\n", "\n");
        let html = block.content.as_ref().and_then(|content| pages.form_block(report, content).ok());
        let is_note = block.content.is_none() && notes::is_plain(&source);
        let other = if is_note { "note" } else { "other" };
        let why = if is_note { "" } else { fixed::why(block.content.as_ref(), &source) };
        Self {
            id,
            kind: block.content.as_ref().map_or(other, kind),
            html: html.map(|html| html.trim().to_owned()).unwrap_or_default(),
            source,
            editable: why.is_empty(),
            why,
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
