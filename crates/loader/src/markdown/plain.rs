//! The bare characters of running text.

use nianbao_model::Inline;

pub(super) fn text(content: &[Inline]) -> String {
    content
        .iter()
        .map(|inline| match inline {
            Inline::Text { text, .. } => text.clone(),
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Link { content: inner, .. } => text(inner),
            Inline::Figure { .. } | Inline::Footnote { .. } | Inline::Break => String::new(),
        })
        .collect()
}
