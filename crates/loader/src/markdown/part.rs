//! What a narrative is read into, before it is put into sections.

use nianbao_model::{Block, Inline, Span};

/// A block or the title of a section, and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Part {
    pub(super) kind: PartKind,
    pub(super) span: Span,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) enum PartKind {
    /// A level-1 heading.
    Title(String),
    /// `<!-- … -->`: words for whoever writes, no part of the report.
    Comment,
    Block(Block),
}

impl Part {
    pub(super) fn block(block: Block, span: Span) -> Self {
        Self { kind: PartKind::Block(block), span }
    }

    /// The block, unless it is the title of a section.
    pub(super) fn into_block(self) -> Option<Block> {
        match self.kind {
            PartKind::Block(block) => Some(block),
            PartKind::Title(_) | PartKind::Comment => None,
        }
    }
}

/// The bare characters of running text.
pub(super) fn plain_text(content: &[Inline]) -> String {
    content
        .iter()
        .map(|inline| match inline {
            Inline::Text { text, .. } => text.clone(),
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Link { content: inner, .. } => plain_text(inner),
            Inline::Figure { .. } | Inline::Footnote { .. } | Inline::Break => String::new(),
        })
        .collect()
}
