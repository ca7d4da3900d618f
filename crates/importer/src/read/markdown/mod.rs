//! Narratives and whole reports in Markdown.

mod writer;

use pulldown_cmark::{Options, Parser};

use super::encoding::Decoded;
use crate::Document;
use writer::Writer;

pub(super) fn read(decoded: &Decoded) -> Document {
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES;
    let mut writer = Writer::new(&decoded.text);
    for (event, range) in Parser::new_ext(&decoded.text, options).into_offset_iter() {
        writer.event(event, range.start);
    }
    Document { warnings: decoded.warnings(), ..writer.into_document() }
}

#[cfg(test)]
mod tests;
