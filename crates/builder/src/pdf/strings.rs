//! Texts that a PDF keeps beside its pages: headings in its outline, descriptions of pictures.

use nianbao_model::{Agency, Block, Diagnostic, Inline, Report, Span};

use super::codes::TOO_LONG;

/// PDF/A takes no string of more than 32,767 bytes, which are half as many characters, or a quarter.
const LONGEST: usize = 5_000;

/// The headings and descriptions of pictures that a PDF cannot keep.
pub(crate) fn too_long_strings(agency: &Agency, report: &Report) -> Vec<Diagnostic> {
    let narrative = &report.narrative;
    let blocks = narrative.sections.iter().flat_map(|section| &section.blocks).chain(&narrative.introduction);
    let mut findings = Vec::new();
    blocks.for_each(|block| judge(block, &mut findings));
    findings.into_iter().map(|finding: Diagnostic| finding.about(&agency.id, report.year)).collect()
}

fn judge(block: &Block, findings: &mut Vec<Diagnostic>) {
    match block {
        Block::Heading { content, span, .. } => findings.extend(told("标题", length(content), *span)),
        Block::Image { alt, span, .. } => findings.extend(told("图片的文字说明", alt.chars().count(), *span)),
        Block::List { items, .. } => items.iter().flatten().for_each(|block| judge(block, findings)),
        Block::Paragraph { .. } | Block::Table { .. } => {}
    }
}

fn told(what: &str, length: usize, span: Span) -> Option<Diagnostic> {
    let message = format!("{what}太长：{length} 个字，最多 {LONGEST} 个");
    (length > LONGEST).then(|| Diagnostic::new(&TOO_LONG, message).at(span, "").help("写短一些，其余的写成普通段落。"))
}

/// How many characters running text comes to, each figure for one.
fn length(content: &[Inline]) -> usize {
    let of = |inline: &Inline| match inline {
        Inline::Text { text, .. } => text.chars().count(),
        Inline::Emphasis(content) | Inline::Strong(content) | Inline::Link { content, .. } => length(content),
        Inline::Figure { .. } | Inline::Footnote { .. } | Inline::Break => 1,
    };
    content.iter().map(of).sum()
}
