//! The parser counts characters, places count bytes.

use std::ops::Range;

use saphyr_parser::Marker;

use crate::open_file::OpenFile;

/// The first byte of every character of a text, and its length.
pub(super) struct Offsets(Vec<usize>);

impl Offsets {
    pub(super) fn new(text: &str) -> Self {
        Self(text.char_indices().map(|(at, _)| at).chain([text.len()]).collect())
    }

    pub(super) fn byte(&self, marker: Marker) -> usize {
        let last = self.0.last().copied().unwrap_or(0);
        self.0.get(marker.index()).copied().unwrap_or(last)
    }

    /// The bytes of a stretch, without the white space and comments that the parser counts to it.
    pub(super) fn range(&self, file: &OpenFile, span: saphyr_parser::Span) -> Range<usize> {
        let (start, end) = (self.byte(span.start), self.byte(span.end));
        let written = file.text.get(start..end.max(start)).unwrap_or("");
        start..start + written.trim_end().len()
    }
}
