//! A word of the whole index, put together from what parts say of it.

use minicbor::Decoder;

use super::cbor::{array, fields, put_array, put_text, text};
use super::layout::LayoutError;
use super::numbers::Numbers;
use super::postings::Postings;

/// What is known of a word.
#[derive(Debug, Default)]
pub(super) struct Word {
    pages: Postings,
    variants: Vec<Variant>,
}

/// The word with other marks on its letters (café).
#[derive(Debug)]
struct Variant {
    form: String,
    pages: Postings,
    /// Its first page, and which of the forms it is that first stand there: pagefind has them as they come.
    first: (usize, usize),
}

impl Word {
    /// Takes in what a part says of the word, from where `decoder` is.
    pub(super) fn read(&mut self, decoder: &mut Decoder, numbers: &Numbers) -> Result<(), LayoutError> {
        self.pages.read(decoder, numbers)?;
        for at in 0..array(decoder)? {
            fields(decoder, 2)?;
            let form = text(decoder)?;
            let mut pages = Postings::default();
            let known = self.variants.iter().position(|variant| variant.form == form);
            pages.read(decoder, numbers)?;
            let first = (pages.first().unwrap_or_default(), at);
            match known.and_then(|known| self.variants.get_mut(known)) {
                Some(variant) => {
                    variant.first = variant.first.min(first);
                    variant.pages.append(&pages);
                }
                None => self.variants.push(Variant { form: form.to_owned(), pages, first }),
            }
        }
        Ok(())
    }

    /// Adds what is written of `word` in the whole index to `out`, and says how much it is, as pagefind counts it.
    pub(super) fn write(&mut self, word: &str, out: &mut Vec<u8>) -> usize {
        self.variants.sort_unstable_by_key(|variant| variant.first);
        put_array(out, 3);
        put_text(out, word);
        self.pages.write(out);
        put_array(out, self.variants.len());
        for variant in &mut self.variants {
            put_array(out, 2);
            put_text(out, &variant.form);
            variant.pages.write(out);
        }
        let variants: usize = self.variants.iter().map(|variant| variant.pages.size().saturating_add(1)).sum();
        self.pages.size().saturating_add(variants)
    }

    /// Forgets all, but for the memory.
    pub(super) fn clear(&mut self) {
        self.pages.clear();
        self.variants.clear();
    }
}
