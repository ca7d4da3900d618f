//! A stretch of text that the parser hands out in pieces, and how lines of it are joined.

use std::ops::Range;

/// Pieces of text and where each was written. A piece is what the file holds there, unless it is an entity.
#[derive(Debug, Default)]
pub(super) struct Run {
    text: String,
    pieces: Vec<Piece>,
}

#[derive(Debug, Clone)]
struct Piece {
    /// Where it starts in the text.
    at: usize,
    length: usize,
    source: Range<usize>,
}

impl Run {
    /// Adds a piece without its first `skipped` bytes.
    pub(super) fn push(&mut self, text: &str, source: Range<usize>, skipped: usize) {
        let Some(kept) = text.get(skipped..).filter(|kept| !kept.is_empty()) else { return };
        let source = if text.len() == source.len() { source.start + skipped..source.end } else { source };
        match self.pieces.last_mut() {
            Some(last) if last.is_exact() && last.source.end == source.start && kept.len() == source.len() => {
                last.length += kept.len();
                last.source.end = source.end;
            }
            _ => self.pieces.push(Piece { at: self.text.len(), length: kept.len(), source }),
        }
        self.text.push_str(kept);
    }

    pub(super) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// What the pieces within `range` come to, each with its place.
    pub(super) fn pieces(&self, range: &Range<usize>) -> impl Iterator<Item = (&str, Range<usize>)> {
        let first = self.pieces.partition_point(|piece| piece.at + piece.length <= range.start);
        let from = self.pieces.get(first..).unwrap_or_default().iter();
        from.take_while(|piece| piece.at < range.end).filter_map(move |piece| {
            let (start, end) = (piece.at.max(range.start), (piece.at + piece.length).min(range.end));
            let text = self.text.get(start..end).filter(|text| !text.is_empty())?;
            Some((text, piece.source_of(start..end)))
        })
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Where `range` of the text was written.
    pub(super) fn source(&self, range: &Range<usize>) -> Range<usize> {
        let mut places = self.pieces(range).map(|(_, source)| source);
        let first = places.next().unwrap_or(0..0);
        let end = places.last().map_or(first.end, |last| last.end);
        first.start..end
    }
}

impl Piece {
    fn is_exact(&self) -> bool {
        self.length == self.source.len()
    }

    fn source_of(&self, range: Range<usize>) -> Range<usize> {
        if self.is_exact() {
            let start = self.source.start + (range.start - self.at);
            start..start + range.len()
        } else {
            self.source.clone()
        }
    }
}

/// How the lines of a paragraph are joined: without a space, but for two Latin words.
#[derive(Debug, Default)]
pub(super) struct Join {
    /// The last character before.
    last: Option<char>,
    /// The end of the line before.
    line_end: Option<Range<usize>>,
    /// Whether nothing but white space stands on the line yet.
    line_start: bool,
}

impl Join {
    pub(super) fn start_paragraph(&mut self) {
        *self = Self { line_start: true, ..Self::default() };
    }

    pub(super) fn end_line(&mut self, range: Range<usize>) {
        self.line_end = Some(range);
        self.line_start = true;
    }

    /// Takes the next text: without the white space that opens a line, and after which line end a space belongs.
    pub(super) fn take(&mut self, text: &str) -> (usize, Option<Range<usize>>) {
        let body = if self.line_start { text.trim_start() } else { text };
        let Some(first) = body.chars().next() else { return (text.len(), None) };
        let words = self.last.is_some_and(|last| last.is_ascii_alphanumeric()) && first.is_ascii_alphanumeric();
        let space = self.line_end.take().filter(|_| words);
        (self.last, self.line_start) = (body.chars().next_back(), false);
        (text.len() - body.len(), space)
    }

    /// Something that is no text stands here.
    pub(super) fn interrupt(&mut self) {
        (self.last, self.line_end, self.line_start) = (None, None, false);
    }
}
