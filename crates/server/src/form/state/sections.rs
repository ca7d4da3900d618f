//! The sections of text with their blocks.

use nianbao_builder::html::{Pages, form_guidance};
use nianbao_loader::Manuscript;
use nianbao_model::{Block, Report, SectionKind};
use serde::Serialize;

use super::super::prose;
use super::blocks::BlockState;
use super::characters::of_block;

/// A section.
#[derive(Debug, Serialize)]
pub(in super::super) struct SectionState {
    pub(in super::super) id: &'static str,
    title: String,
    guidance: String,
    characters: usize,
    pub(in super::super) blocks: Vec<BlockState>,
}

/// The text before the first section and the sections that hold text, in the official order; those of tables only where
/// somebody wrote below their headings.
pub(super) fn all(pages: &Pages, report: &Report, text: &str, manuscript: &Manuscript) -> Vec<SectionState> {
    let kinds = std::iter::once(None).chain(SectionKind::ALL.map(Some));
    let shown = kinds.filter(|kind| {
        let is_text = kind.is_none_or(|kind| kind.table().is_none());
        is_text || manuscript.section(*kind).is_some_and(|section| !section.blocks.is_empty())
    });
    shown.map(|kind| section(pages, report, text, manuscript, kind)).collect()
}

fn section(
    pages: &Pages,
    report: &Report,
    text: &str,
    manuscript: &Manuscript,
    kind: Option<SectionKind>,
) -> SectionState {
    let blocks = manuscript.section(kind).map(|section| section.blocks.as_slice()).unwrap_or_default();
    let contents = || blocks.iter().filter_map(|block| block.content.as_ref());
    // Headings below which nothing stands yet are no text.
    let is_outline = contents().all(|block| matches!(block, Block::Heading { .. }));
    SectionState {
        id: prose::id(kind),
        title: prose::title(kind),
        guidance: if kind.is_some_and(|kind| kind.table().is_some()) {
            "表格由程序放进来，这里不写文字；请把下面的内容移到“总体情况”。".to_owned()
        } else {
            form_guidance(kind, report.year)
        },
        characters: if is_outline { 0 } else { contents().map(|block| of_block(report, block)).sum() },
        blocks: blocks.iter().enumerate().map(|(id, block)| BlockState::new(pages, report, text, id, block)).collect(),
    }
}
