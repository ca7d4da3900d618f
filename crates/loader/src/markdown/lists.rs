//! Lists.

use std::ops::Range;

use nianbao_model::Block;
use pulldown_cmark::{Event, Tag};

use super::blocks::Reader;
use super::{Part, PartKind};

impl Reader<'_> {
    pub(super) fn list(&mut self, start: Option<u64>, range: Range<usize>, depth: usize, parts: &mut Vec<Part>) {
        let mut items = Vec::new();
        while let Some((Event::Start(Tag::Item), _)) = self.events.next() {
            let mut inner = Vec::new();
            self.blocks(depth + 1, &mut inner);
            items.push(inner.into_iter().filter_map(block).collect());
        }
        let span = self.file.span(self.trimmed(range));
        parts.push(Part { kind: PartKind::Block(Block::List { start, items }), span });
    }
}

fn block(part: Part) -> Option<Block> {
    match part.kind {
        PartKind::Block(block) => Some(block),
        PartKind::Title(_) => None,
    }
}
