//! The words of a part, one after another. Only one of its files is unpacked at a time.

use minicbor::Decoder;
use minicbor::bytes::ByteVec;

use super::cbor::{array, fields, text};
use super::gzip::unpacked;
use super::layout::LayoutError;
use super::numbers::Numbers;
use super::word::Word;

/// A place in the words of a part.
#[derive(Debug)]
pub(super) struct Cursor<'p> {
    files: &'p [ByteVec],
    numbers: &'p Numbers,
    bytes: Vec<u8>,
    at: usize,
    left: usize,
}

impl<'p> Cursor<'p> {
    /// The beginning of the words in `files`.
    pub(super) fn new(files: &'p [ByteVec], numbers: &'p Numbers) -> Self {
        Self { files, numbers, bytes: Vec::new(), at: 0, left: 0 }
    }

    /// The next word; its pages come after it.
    pub(super) fn next_word(&mut self) -> Result<Option<String>, LayoutError> {
        while self.left == 0 {
            let Some((file, rest)) = self.files.split_first() else { return Ok(None) };
            self.files = rest;
            self.bytes = unpacked(file)?;
            let mut decoder = Decoder::new(&self.bytes);
            fields(&mut decoder, 1)?;
            self.left = array(&mut decoder)?;
            self.at = decoder.position();
        }
        self.left = self.left.saturating_sub(1);
        let mut decoder = self.decoder();
        fields(&mut decoder, 3)?;
        let word = text(&mut decoder)?.to_owned();
        self.at = decoder.position();
        Ok(Some(word))
    }

    /// Reads what the part says of the word that came last.
    pub(super) fn read_into(&mut self, word: &mut Word) -> Result<(), LayoutError> {
        let mut decoder = self.decoder();
        word.read(&mut decoder, self.numbers)?;
        self.at = decoder.position();
        Ok(())
    }

    fn decoder(&self) -> Decoder<'_> {
        let mut decoder = Decoder::new(&self.bytes);
        decoder.set_position(self.at);
        decoder
    }
}
