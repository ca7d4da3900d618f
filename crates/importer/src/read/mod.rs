//! From a file to a [`Document`]. What kind of file it is tells its content, not its name.
//!
//! A reader may be sent anything: it is bounded in depth and number of pieces, opens nothing but the bytes that it is given,
//! and is run in a process of its own by whoever reads files that came from elsewhere.

mod csv;
mod docx;
mod encoding;
mod error;
mod html;
mod json;
mod kind;
mod markdown;
mod pdf;
mod raised;
mod text;
mod workbook;

pub use error::ReadError;
pub use kind::MAX_BYTES;

use crate::Document;
use encoding::decode;
use kind::Kind;

/// What the file called `name` with these `bytes` shows. The name only decides between kinds of text that look alike.
///
/// # Errors
/// If it is none of the kinds that can be read, is damaged, or is larger than the limits.
pub fn read(name: &str, bytes: &[u8]) -> Result<Document, ReadError> {
    match Kind::of(name, bytes)? {
        Kind::Html => html::read(bytes),
        Kind::Docx => docx::read(bytes),
        Kind::Pdf => pdf::read(bytes),
        Kind::Workbook => workbook::read(bytes),
        Kind::Json => json::read(bytes),
        Kind::Csv => decode(bytes).and_then(|decoded| csv::read(&decoded)),
        Kind::Markdown => decode(bytes).map(|decoded| markdown::read(&decoded)),
        Kind::Text => decode(bytes).map(|decoded| text::read(&decoded)),
    }
}
