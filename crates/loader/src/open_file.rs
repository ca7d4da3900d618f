//! A file that is being read.

use std::sync::Arc;

use nianbao_model::{FileId, Span};

/// A file that was opened: its number in the source map, and its text.
#[derive(Debug, Clone)]
pub(crate) struct OpenFile {
    pub(crate) id: FileId,
    pub(crate) text: Arc<str>,
}

impl OpenFile {
    pub(crate) fn span(&self, range: std::ops::Range<usize>) -> Span {
        Span::new(self.id, range.start, range.end)
    }

    /// How its lines end.
    pub(crate) fn line_end(&self) -> &'static str {
        if self.text.contains("\r\n") { "\r\n" } else { "\n" }
    }

    /// The first line, for findings on the file as a whole.
    pub(crate) fn start(&self) -> Span {
        let line = self.text.lines().next().unwrap_or("");
        self.span(0..line.len())
    }
}
