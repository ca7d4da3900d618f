//! A narrative as it was written: its sections in the order of the file, each with its blocks and where these stand. What edits
//! by blocks stand on; pages are made from [`Narrative`](nianbao_model::Narrative).

mod gaps;
mod rewrite;

#[cfg(test)]
mod tests;

use std::ops::Range;

use nianbao_model::{Block, FileId, Form, Forms, SectionKind};

use super::part::{Part, PartKind};
use super::{dedent, nesting, sections};
use crate::files::Memory;
use crate::markdown::reader::NarrativeReader;
use crate::open_file::OpenFile;
use crate::picture::PictureFolder;
use crate::session::Sink;

pub use rewrite::NewBlock;

/// A narrative as it was written.
#[derive(Debug, Clone, PartialEq)]
pub struct Manuscript {
    /// The text before the first section, then the sections in the order of the file.
    pub sections: Vec<ManuscriptSection>,
}

/// A section as it was written.
#[derive(Debug, Clone, PartialEq)]
pub struct ManuscriptSection {
    /// Which one it is; nothing for the text before the first one.
    pub kind: Option<SectionKind>,
    /// The lines of its heading, in bytes.
    pub heading: Range<usize>,
    /// Its blocks, by their places.
    pub blocks: Vec<ManuscriptBlock>,
}

/// A block as it was written.
#[derive(Debug, Clone, PartialEq)]
pub struct ManuscriptBlock {
    /// Its lines without the end of the last one, in bytes.
    pub range: Range<usize>,
    /// What it says; nothing for what no report holds (a line of dashes, code) and for what a footnote says.
    pub content: Option<Block>,
}

/// A heading or a block of a section.
struct WrittenPiece {
    range: Range<usize>,
    section: usize,
    block: Option<Block>,
}

impl Manuscript {
    /// The narrative that `text` is, of a report on `form`.
    pub fn read(text: &str, form: &'static Form) -> Self {
        let file = OpenFile { id: FileId(0), text: text.into() };
        let mut sections = vec![ManuscriptSection { kind: None, heading: 0..0, blocks: Vec::new() }];
        if nesting::too_deep(text).is_some() {
            let blocks = gaps::found(text, 0..text.len());
            sections[0].blocks = blocks.into_iter().map(|range| ManuscriptBlock { range, content: None }).collect();
            return Self { sections };
        }
        let mut sink = Sink::new(Forms::default());
        let dedented = dedent::dedent(text);
        let files = Memory::new();
        let pictures = PictureFolder::new(&files, "", "");
        let parts = NarrativeReader::new(&file, &mut sink, form, pictures, &dedented).document();
        let (introduction, written) = sections::divide(&file, &mut sink, form, parts);
        let mut pieces: Vec<WrittenPiece> = introduction.into_iter().filter_map(|part| piece(0, part)).collect();
        for section in written {
            let number = sections.len();
            let heading = section.heading.start..section.heading.end;
            pieces.push(WrittenPiece { range: heading.clone(), section: number, block: None });
            pieces.extend(section.parts.into_iter().filter_map(|part| piece(number, part)));
            sections.push(ManuscriptSection { kind: Some(section.kind), heading, blocks: Vec::new() });
        }
        pieces.sort_by_key(|piece| piece.range.start);
        fill(text, pieces, &mut sections);
        sections.iter_mut().for_each(number);
        Self { sections }
    }

    /// The section of a kind that was written first; the text before all of them for none.
    pub fn section(&self, kind: Option<SectionKind>) -> Option<&ManuscriptSection> {
        self.sections.iter().find(|section| section.kind == kind)
    }
}

/// What a part is in the manuscript; a comment belongs to what stands between the blocks.
fn piece(section: usize, part: Part) -> Option<WrittenPiece> {
    let range = part.span.start..part.span.end;
    match part.kind {
        PartKind::Block(block) => Some(WrittenPiece { range, section, block: Some(block) }),
        PartKind::Title(_) => Some(WrittenPiece { range, section, block: None }),
        PartKind::Comment => None,
    }
}

/// Gives each section its blocks, what stands between them included.
fn fill(text: &str, pieces: Vec<WrittenPiece>, sections: &mut [ManuscriptSection]) {
    let (mut at, mut current) = (0, 0);
    let mut pieces = pieces.into_iter().peekable();
    while let Some(WrittenPiece { range, section, block }) = pieces.next() {
        let next = pieces.peek().map_or(text.len(), |next| next.range.start);
        let range = gaps::whole_lines(text, range, at, next);
        take_gap(text, at..range.start, current, sections);
        current = section;
        at = range.end.max(at);
        let Some(section) = sections.get_mut(section) else { continue };
        match block {
            Some(block) => section.blocks.push(ManuscriptBlock { range, content: Some(block) }),
            None => section.heading = range,
        }
    }
    take_gap(text, at..text.len(), current, sections);
}

/// Gives the sub-headings of a section their numbers.
fn number(section: &mut ManuscriptSection) {
    let mut blocks: Vec<Block> = section.blocks.iter().filter_map(|block| block.content.clone()).collect();
    sections::number_headings(&mut blocks);
    let places = section.blocks.iter_mut().filter_map(|block| block.content.as_mut());
    places.zip(blocks).for_each(|(place, block)| *place = block);
}

fn take_gap(text: &str, gap: Range<usize>, section: usize, sections: &mut [ManuscriptSection]) {
    let Some(section) = sections.get_mut(section) else { return };
    let others = gaps::found(text, gap).into_iter().map(|range| ManuscriptBlock { range, content: None });
    section.blocks.extend(others);
}
