//! The narrative's blocks with look-ups resolved and headings numbered.

use nianbao_model::numbering::heading_number;
use nianbao_model::{Address, Alignment, Block, Form, Inline, Report};
use serde::Serialize;

use super::anchor;
use super::table::figure;

/// A block of text. In JSON the field `type` names the variant.
#[derive(Debug, Clone, Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
pub enum BlockView {
    /// A sub-heading.
    Heading {
        /// Its level, 2 to 4.
        level: u8,
        /// Its printed number, `（一）`.
        number: String,
        /// Its text.
        content: Vec<InlineView>,
        /// Its address within the page, `section-1-2`; nothing where it is not printed as part of a report.
        anchor: String,
    },
    /// A paragraph.
    Paragraph {
        /// Its text.
        content: Vec<InlineView>,
    },
    /// A list.
    List {
        /// The first number of a numbered list, nothing for bullets.
        start: Option<u64>,
        /// The items.
        items: Vec<Vec<BlockView>>,
    },
    /// A simple table.
    Table {
        /// How each column is aligned: `left`, `center`, `right`, nothing where it is unset.
        alignments: Vec<&'static str>,
        /// The head row.
        head: Vec<Vec<InlineView>>,
        /// The body rows.
        rows: Vec<Vec<Vec<InlineView>>>,
    },
    /// A picture; `file` is its name beside the page.
    Image {
        /// Its file name.
        file: String,
        /// What it shows, for those who cannot see it.
        alt: String,
    },
}

/// A piece of running text. In JSON the field `type` names the variant.
#[derive(Debug, Clone, Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
pub enum InlineView {
    /// Plain characters.
    Text {
        /// The characters.
        text: String,
    },
    /// A figure quoted from the tables.
    Figure {
        /// The figure as printed.
        text: String,
        /// The address within the page of what shows it in the tables.
        anchor: String,
    },
    /// Emphasis.
    Emphasis {
        /// What is emphasised.
        content: Vec<InlineView>,
    },
    /// Strong emphasis.
    Strong {
        /// What is emphasised.
        content: Vec<InlineView>,
    },
    /// A link.
    Link {
        /// Where it leads, as the narrative has it.
        url: String,
        /// Its text.
        content: Vec<InlineView>,
    },
    /// A reference to a footnote.
    Footnote {
        /// The footnote's number, from 1.
        number: usize,
        /// Whether it is the first to this footnote.
        first: bool,
    },
    /// A line break.
    Break,
}

/// What shows a figure that is quoted: an address within the page, or whatever else the reader of the view goes by.
type Shown = fn(&Form, &Address) -> String;

pub(super) fn blocks(report: &Report, blocks: &[Block]) -> Vec<BlockView> {
    blocks.iter().map(|block| self::block(report, block, anchor::of_figure)).collect()
}

pub(super) fn inlines(report: &Report, content: &[Inline]) -> Vec<InlineView> {
    inlines_with(report, content, anchor::of_figure)
}

/// A block in which each figure that is quoted names its key path, in the place of what shows it on the page.
pub(crate) fn block_with_paths(report: &Report, block: &Block) -> BlockView {
    self::block(report, block, Form::path)
}

fn block(report: &Report, block: &Block, shown: Shown) -> BlockView {
    match block {
        Block::Heading { level, number, content, .. } => BlockView::Heading {
            level: *level,
            number: heading_number(*level, *number),
            content: inlines_with(report, content, shown),
            anchor: String::new(),
        },
        Block::Paragraph { content, .. } => BlockView::Paragraph { content: inlines_with(report, content, shown) },
        Block::List { start, items } => {
            let item = |item: &Vec<Block>| item.iter().map(|block| self::block(report, block, shown)).collect();
            BlockView::List { start: *start, items: items.iter().map(item).collect() }
        }
        Block::Table { alignments, head, rows } => BlockView::Table {
            alignments: padded(alignments, head.len()),
            head: row(report, head, shown),
            rows: rows.iter().map(|cells| row(report, cells, shown)).collect(),
        },
        Block::Image { file, alt, .. } => BlockView::Image { file: file.clone(), alt: alt.clone() },
    }
}

/// The names of the alignments of so many columns.
fn padded(alignments: &[Alignment], columns: usize) -> Vec<&'static str> {
    let names = alignments.iter().map(|alignment| alignment.name());
    names.chain(std::iter::repeat("")).take(columns).collect()
}

fn row(report: &Report, cells: &[Vec<Inline>], shown: Shown) -> Vec<Vec<InlineView>> {
    cells.iter().map(|cell| inlines_with(report, cell, shown)).collect()
}

fn inlines_with(report: &Report, content: &[Inline], shown: Shown) -> Vec<InlineView> {
    content.iter().map(|inline| self::inline(report, inline, shown)).collect()
}

fn inline(report: &Report, inline: &Inline, shown: Shown) -> InlineView {
    let within = |content: &[Inline]| inlines_with(report, content, shown);
    match inline {
        Inline::Text { text, .. } => InlineView::Text { text: text.clone() },
        Inline::Figure { address, .. } => {
            InlineView::Figure { text: figure(report, address), anchor: shown(report.form, address) }
        }
        Inline::Emphasis(content) => InlineView::Emphasis { content: within(content) },
        Inline::Strong(content) => InlineView::Strong { content: within(content) },
        Inline::Link { url, content } => InlineView::Link { url: url.clone(), content: within(content) },
        Inline::Footnote { number, first, .. } => InlineView::Footnote { number: *number, first: *first },
        Inline::Break => InlineView::Break,
    }
}

/// The characters of running text, with `line_break` for its line breaks.
pub(crate) fn plain_text(content: &[InlineView], line_break: &str) -> String {
    let piece = |piece: &InlineView| match piece {
        InlineView::Text { text } | InlineView::Figure { text, .. } => text.clone(),
        InlineView::Emphasis { content } | InlineView::Strong { content } | InlineView::Link { content, .. } => {
            plain_text(content, line_break)
        }
        InlineView::Footnote { .. } => String::new(),
        InlineView::Break => line_break.to_owned(),
    };
    content.iter().map(piece).collect()
}
