//! Blocks that are only shown, since whoever edits what is shown would lose what is not: comments, pictures, what no report has.

use nianbao_model::{Block, Inline};

use super::notes;

/// Why a block is only shown, in words for whoever would edit it; nothing where it may be edited.
pub(super) fn why(block: Option<&Block>, source: &str) -> &'static str {
    match block {
        None if notes::is_note(source) => "这条脚注里有加粗、链接或者引用的数，在这里改会丢；要改，请政务公开办改。",
        None => "这几行印不出来：删去，或者在前面、后面加一段，重新打一遍。",
        Some(Block::Image { .. }) => "图片可以移动、删去，可以改文字说明；换一张，就删去它，再放一张。",
        Some(_) if has_hidden(source) => {
            "这一段里夹着不公开的提示或者特殊的记号，在这里改会丢：要改，在后面加一段，把文字打在里面，再删去这一段。"
        }
        Some(block) if !is_plain(block, source) => {
            "这一块里有图片或者套着表格，在这里改会丢：要改，在后面加一段重新写，再删去这一块。"
        }
        Some(_) => "",
    }
}

fn has_hidden(source: &str) -> bool {
    let marks = source.char_indices().filter(|(_, mark)| matches!(mark, '<' | '`'));
    marks.into_iter().any(|(at, _)| !source.get(..at).unwrap_or("").ends_with('\\'))
}

fn is_plain(block: &Block, source: &str) -> bool {
    // The page finds the marks of footnotes in the source, one for each.
    is_plain_block(block) && notes_in(block) == notes::marks(source)
}

fn is_plain_block(block: &Block) -> bool {
    match block {
        Block::Heading { .. } | Block::Paragraph { .. } | Block::Table { .. } => true,
        Block::List { items, .. } => items
            .iter()
            .flatten()
            .all(|block| matches!(block, Block::Paragraph { .. } | Block::List { .. }) && is_plain_block(block)),
        Block::Image { .. } => false,
    }
}

fn notes_in(block: &Block) -> usize {
    match block {
        Block::Heading { content, .. } | Block::Paragraph { content, .. } => notes_within(content),
        Block::List { items, .. } => items.iter().flatten().map(notes_in).sum(),
        Block::Table { head, rows, .. } => {
            head.iter().chain(rows.iter().flatten()).map(|cell| notes_within(cell)).sum()
        }
        Block::Image { .. } => 0,
    }
}

fn notes_within(content: &[Inline]) -> usize {
    let of = |piece: &Inline| match piece {
        Inline::Footnote { .. } => 1,
        Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Link { content: inner, .. } => notes_within(inner),
        Inline::Text { .. } | Inline::Figure { .. } | Inline::Break => 0,
    };
    content.iter().map(of).sum()
}
