//! The document that a report was read from, as the page of an import shows it.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde::Serialize;

use super::import_doubt::{ImportDoubt, numbers};

/// Larger pictures are told of, not shown; in bytes.
const SHOWN: usize = 4 << 20;

/// What a piece of a document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum SourceKind {
    /// A heading or a title.
    Heading,
    /// Running text.
    Paragraph,
    /// A table.
    Grid,
    /// A picture.
    Picture,
}

/// A piece of a document.
#[derive(Debug, Clone, Serialize)]
pub struct SourcePart {
    /// Its address within the page.
    pub id: String,
    /// What it is.
    pub kind: SourceKind,
    /// Its text; of a picture, what it shows.
    pub text: String,
    /// Where it stands, as people find it again.
    pub place: String,
    /// The address within the page of what was read from it.
    pub leads: Option<String>,
    /// The cells of a table by rows.
    pub rows: Vec<Vec<SourceCell>>,
    /// A picture, as an address that holds it.
    pub picture: Option<String>,
    /// The numbers of the doubts about it.
    pub doubts: Vec<usize>,
}

/// A cell of a table of a document, or a place that none covers.
#[derive(Debug, Clone, Default, Serialize)]
pub struct SourceCell {
    /// Its address within the page; empty where there is no cell.
    pub id: String,
    /// Its text.
    pub text: String,
    /// How many rows it spans.
    pub rows: usize,
    /// How many columns it spans.
    pub columns: usize,
    /// The address within the page of what was read from it.
    pub leads: Option<String>,
    /// The numbers of the doubts about it.
    pub doubts: Vec<usize>,
}

impl SourcePart {
    /// Notes which of `doubts` are about it or one of its cells.
    pub(super) fn mark(&mut self, doubts: &[ImportDoubt]) {
        self.doubts = numbers(doubts, |doubt| doubt.source.as_ref() == Some(&self.id));
        for cell in self.rows.iter_mut().flatten().filter(|cell| !cell.id.is_empty()) {
            cell.doubts = numbers(doubts, |doubt| doubt.source.as_ref() == Some(&cell.id));
        }
    }
}

/// A photograph or a graphic as an address that holds it, if browsers show its kind and it is of a size to be shown.
pub fn import_picture(bytes: &[u8]) -> Option<String> {
    let kind = match bytes {
        [0x89, b'P', b'N', b'G', ..] => "png",
        [0xFF, 0xD8, 0xFF, ..] => "jpeg",
        [b'G', b'I', b'F', b'8', ..] => "gif",
        _ => return None,
    };
    (bytes.len() <= SHOWN).then(|| format!("data:image/{kind};base64,{}", BASE64_STANDARD.encode(bytes)))
}
