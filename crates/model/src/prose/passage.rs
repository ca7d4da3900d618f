//! A paragraph, heading, list item or cell of the narrative as plain text.

use std::ops::Range;
use std::sync::Arc;

use crate::{SectionKind, Span};

/// What a passage is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// A sub-heading, without its number.
    Heading,
    /// A paragraph.
    Paragraph,
    /// A paragraph of a list.
    Item,
    /// A cell of a table that the editor wrote into the narrative.
    Cell,
}

/// A stretch of text that is printed in one piece.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// The section it stands in; none for the introduction.
    pub section: Option<SectionKind>,
    /// The beginnings of the sub-headings it stands below, the highest first; passages below the same ones share them.
    pub headings: Arc<[String]>,
    /// The kind of block that it is the text of.
    pub role: Role,
    /// Its text, markup left out, quoted figures filled in.
    pub text: String,
    pieces: Vec<Piece>,
}

/// A stretch of the text that was written in one piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Piece {
    start: usize,
    end: usize,
    written: Span,
}

/// What ends a sentence.
const STOPS: [char; 5] = ['。', '！', '？', '；', '\n'];

impl Passage {
    pub(super) fn new(section: Option<SectionKind>, headings: Arc<[String]>, role: Role) -> Self {
        Self { section, headings, role, text: String::new(), pieces: Vec::new() }
    }

    pub(super) fn push(&mut self, text: &str, written: Span) {
        let start = self.text.len();
        self.text.push_str(text);
        self.pieces.push(Piece { start, end: self.text.len(), written });
    }

    /// Gives back the memory that was taken for more text than came.
    pub(super) fn shrink_to_fit(&mut self) {
        self.text.shrink_to_fit();
        self.pieces.shrink_to_fit();
    }

    /// Where the bytes `range` of the text were written.
    pub fn span(&self, range: &Range<usize>) -> Option<Span> {
        let first = self.pieces.partition_point(|piece| piece.end <= range.start);
        let first = self.pieces.get(first).or(self.pieces.last())?;
        let last = self.pieces.partition_point(|piece| piece.start < range.end).checked_sub(1);
        let last = last.and_then(|last| self.pieces.get(last)).unwrap_or(first);
        let start = first.place(range.start).unwrap_or(first.written.start);
        let end = last.place(range.end).unwrap_or(last.written.end);
        Some(Span::new(first.written.file, start, end.max(start)))
    }

    /// Its sentences, each with the mark that ends it, as byte ranges of the text. Clauses joined by `；`
    /// are sentences here.
    pub fn sentences(&self) -> Vec<Range<usize>> {
        let mut sentences = Vec::new();
        let mut start = 0;
        for (at, mark) in self.text.char_indices().filter(|(_, mark)| STOPS.contains(mark)) {
            sentences.push(start..at + mark.len_utf8());
            start = at + mark.len_utf8();
        }
        sentences.push(start..self.text.len());
        sentences.retain(|range| !self.text[range.clone()].trim().is_empty());
        sentences
    }
}

impl Piece {
    /// Where a place of the text was written, where the piece stands there letter by letter: an escape
    /// or a quoted figure is longer than what it prints, and is pointed at as a whole.
    fn place(&self, at: usize) -> Option<usize> {
        let verbatim = self.end - self.start == self.written.end - self.written.start;
        verbatim.then(|| self.written.start + at.clamp(self.start, self.end) - self.start)
    }
}
