//! Where a narrative shows a picture.

use nianbao_model::{Block, Report, Span};

/// Where the narrative of `report` first shows the picture called `name`.
pub(super) fn image_place(report: &Report, name: &str) -> Option<Span> {
    let sections = report.narrative.sections.iter().map(|section| &section.blocks);
    sections.chain([&report.narrative.introduction]).find_map(|blocks| within(blocks, name))
}

fn within(blocks: &[Block], name: &str) -> Option<Span> {
    blocks.iter().find_map(|block| match block {
        Block::Image { file, span, .. } => (file == name).then_some(*span),
        Block::List { items, .. } => items.iter().find_map(|item| within(item, name)),
        Block::Heading { .. } | Block::Paragraph { .. } | Block::Table { .. } => None,
    })
}
