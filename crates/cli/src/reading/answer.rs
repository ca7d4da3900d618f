//! What the process that reads a file says to the one that asked.

use nianbao_importer::Document;
use serde::{Deserialize, Serialize};

/// What came of reading.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Answer {
    /// What the file shows.
    Document(Document),
    /// Why it cannot be read, in words for an editor.
    Refused(String),
    /// It must be converted first, or else, in words for an editor, what to do.
    Convertible(String),
}
