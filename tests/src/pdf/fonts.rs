//! The fonts of a PDF: what their codes mean, and what of them lies in the file.

use lopdf::{Document, Encoding, ObjectId};

use super::reach::{dictionary, dictionary_of, elements, entry, name};

/// A font as a reader of text sees it.
pub(super) struct Font<'a> {
    /// Its name, with the six letters that mark a part of a font.
    pub(super) name: String,
    /// Whether its outlines lie in the file.
    pub(super) embedded: bool,
    /// How many bytes a code has.
    width: usize,
    /// Which characters its codes mean, where the file says so.
    meaning: Option<Encoding<'a>>,
}

impl<'a> Font<'a> {
    /// The font that the object `id` is.
    pub(super) fn read(document: &'a Document, id: ObjectId) -> Option<Self> {
        let font = dictionary_of(document, id)?;
        let composite = name(document, font, "Subtype").as_deref() == Some("Type0");
        let descendants = elements(document, font, "DescendantFonts");
        let descendant = descendants.first().and_then(|font| document.dereference(font).ok()?.1.as_dict().ok());
        let descriptor = dictionary(document, descendant.unwrap_or(font), "FontDescriptor");
        let file = |descriptor| {
            ["FontFile", "FontFile2", "FontFile3"].iter().any(|key| entry(document, descriptor, key).is_some())
        };
        Some(Self {
            name: name(document, font, "BaseFont").unwrap_or_default(),
            embedded: descriptor.is_some_and(file),
            width: if composite { 2 } else { 1 },
            meaning: font.has(b"ToUnicode").then(|| font.get_font_encoding(document).ok()).flatten(),
        })
    }

    /// The codes in a shown string.
    pub(super) fn codes(&self, bytes: &[u8]) -> Vec<u16> {
        bytes.chunks(self.width).map(|code| code.iter().fold(0, |code, byte| code << 8 | u16::from(*byte))).collect()
    }

    /// The characters that a code means; U+FFFD where the file does not say.
    pub(super) fn text(&self, code: u16) -> String {
        let bytes = code.to_be_bytes();
        let text = self.meaning.as_ref().and_then(|meaning| meaning.bytes_to_string(&bytes[2 - self.width..]).ok());
        text.filter(|text| !text.is_empty()).unwrap_or_else(|| '\u{FFFD}'.to_string())
    }
}
