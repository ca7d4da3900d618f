//! What of a text that is there already has no place in the workbook.

use nianbao_model::{Block, Inline, Narrative, Report};

/// What of the text of `report` does not stand in its form, as people call it.
pub(super) fn left_out(report: &Report) -> Vec<&'static str> {
    let Narrative { introduction, sections, footnotes } = &report.narrative;
    let blocks = || sections.iter().map(|section| &section.blocks).chain([introduction]).flatten();
    let kinds = [
        ("图片", blocks().any(|block| any(block, &|block| matches!(block, Block::Image { .. }), &|_| false))),
        ("脚注", !footnotes.is_empty()),
        ("链接", blocks().any(|block| any(block, &|_| false, &|piece| matches!(piece, Inline::Link { .. })))),
    ];
    kinds.into_iter().filter(|(_, there)| *there).map(|(kind, _)| kind).collect()
}

/// Whether a block, or anything in it, is wanted.
fn any(block: &Block, wanted: &dyn Fn(&Block) -> bool, wanted_piece: &dyn Fn(&Inline) -> bool) -> bool {
    let within = |content: &[Inline]| content.iter().any(wanted_piece);
    wanted(block)
        || match block {
            Block::Heading { content, .. } | Block::Paragraph { content, .. } => within(content),
            Block::List { items, .. } => items.iter().flatten().any(|block| any(block, wanted, wanted_piece)),
            Block::Table { head, rows, .. } => head.iter().chain(rows.iter().flatten()).any(|cell| within(cell)),
            Block::Image { .. } => false,
        }
}
