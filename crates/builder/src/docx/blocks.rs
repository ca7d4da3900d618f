//! The blocks of a narrative: headings, paragraphs, lists, tables and pictures.

use super::document::Document;
use super::{list, simple_table};
use crate::view::BlockView;

/// Where a block stands: within how many lists, and as part of which item.
#[derive(Clone, Copy, Default)]
struct Nesting {
    depth: u32,
    item: Option<Item>,
}

/// An item of a list.
#[derive(Clone, Copy)]
struct Item {
    list: usize,
    numbered: bool,
    level: u32,
    /// Whether it begins the item, and so carries the mark.
    first: bool,
}

impl Document {
    /// Adds the blocks of a narrative.
    pub(super) fn blocks(&mut self, blocks: &[BlockView]) {
        self.blocks_at(blocks, Nesting::default());
    }

    fn blocks_at(&mut self, blocks: &[BlockView], mut nesting: Nesting) {
        for block in blocks {
            self.block(block, nesting);
            if let Some(item) = &mut nesting.item {
                item.first = false;
            }
        }
    }

    fn block(&mut self, block: &BlockView, nesting: Nesting) {
        match block {
            BlockView::Heading { level, number, content, .. } if nesting.item.is_none() => {
                self.in_paragraph(&format!("Heading{level}"), |document| {
                    document.run(number, None);
                    document.inlines(content, None);
                });
            }
            BlockView::Heading { number, content, .. } => self.in_item(nesting, |document| {
                document.run(number, None);
                document.inlines(content, None);
            }),
            BlockView::Paragraph { content } => self.in_item(nesting, |document| document.inlines(content, None)),
            BlockView::List { start, items } => self.list(*start, items, nesting.depth),
            BlockView::Table { alignments, head, rows } => simple_table::add(self, alignments, head, rows),
            BlockView::Image { file, alt } => self.picture(file, alt),
        }
    }

    fn list(&mut self, start: Option<u64>, items: &[Vec<BlockView>], depth: u32) {
        let list = self.lists.add(depth, start);
        for blocks in items {
            let item = Item { list, numbered: start.is_some(), level: depth, first: true };
            self.blocks_at(blocks, Nesting { depth: depth + 1, item: Some(item) });
        }
    }

    /// A paragraph of running text, or one of an item.
    fn in_item(&mut self, nesting: Nesting, inner: impl FnOnce(&mut Self)) {
        let Some(item) = nesting.item else { return self.in_paragraph("BodyText", inner) };
        self.with_settings(
            |xml| {
                xml.value("w:pStyle", "ListParagraph");
                if item.first {
                    xml.element("w:numPr", &[], |xml| {
                        xml.value("w:ilvl", item.level);
                        xml.value("w:numId", item.list);
                    });
                } else {
                    xml.empty("w:ind", &[("w:left", &list::indent(item.numbered, item.level))]);
                }
            },
            inner,
        );
    }
}
