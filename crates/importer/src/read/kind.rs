//! What kind of file some bytes are.

use super::ReadError;

/// The kinds of files with a reader each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A page, or its source.
    Html,
    /// A Word file since 2007, of WPS too.
    Docx,
    /// A PDF.
    Pdf,
    /// A workbook, old or new, of WPS too.
    Workbook,
    /// A report as this program exports it.
    Json,
    /// A table with commas or tabulators.
    Csv,
    /// Markdown.
    Markdown,
    /// Plain text.
    Text,
}

impl Kind {
    /// The kind of the file called `name` with these `bytes`.
    pub(super) fn of(name: &str, bytes: &[u8]) -> Result<Self, ReadError> {
        let _ = bytes;
        Err(ReadError::Unknown(name.to_owned()))
    }
}
