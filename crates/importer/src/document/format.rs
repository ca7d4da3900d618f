//! The kinds of files that can be read.

use serde::{Deserialize, Serialize};

/// What kind of file a document came in, by its content rather than its name.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Format {
    /// Plain text, as copied from a page or a PDF.
    #[default]
    Text,
    /// A narrative or a whole report in Markdown.
    Markdown,
    /// A page as saved from a browser, or its source.
    Html,
    /// A Word file.
    Docx,
    /// A PDF with text.
    Pdf,
    /// A workbook of Excel or WPS.
    Workbook,
    /// Tables with commas or tabulators.
    Csv,
    /// A report as this program exports it for others.
    Json,
}
