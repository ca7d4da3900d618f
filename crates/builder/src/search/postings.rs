//! Where a word stands: pages, and places on them.

use std::ops::Range;

use minicbor::Decoder;

use super::cbor::{array, fields, integer, number, put_array, put_integer, put_number};
use super::layout::LayoutError;
use super::numbers::Numbers;

/// Where a word stands, on pages of several parts. Places are taken over as they are written.
#[derive(Debug, Default)]
pub(super) struct Postings {
    bytes: Vec<u8>,
    pages: Vec<Posting>,
}

/// Where a word stands on a page.
#[derive(Debug)]
struct Posting {
    page: usize,
    places: Range<usize>,
    count: usize,
}

impl Postings {
    /// Takes in what a part says of a word, from where `decoder` is.
    pub(super) fn read(&mut self, decoder: &mut Decoder, numbers: &Numbers) -> Result<(), LayoutError> {
        let mut within = 0_usize;
        for _ in 0..array(decoder)? {
            fields(decoder, 3)?;
            // Each page is told by how far it is from the one before.
            within = within.saturating_add(number(decoder)?);
            let page = *numbers.pages.get(within).ok_or(LayoutError("page"))?;
            let start = self.bytes.len();
            let in_text = self.read_text(decoder)?;
            let beside_it = self.read_fields(decoder, numbers)?;
            let count = in_text.saturating_add(beside_it);
            self.pages.push(Posting { page, places: start..self.bytes.len(), count });
        }
        Ok(())
    }

    /// The places in the text of a page. Says how many numbers tell them.
    fn read_text(&mut self, decoder: &mut Decoder) -> Result<usize, LayoutError> {
        let start = decoder.position();
        let count = array(decoder)?;
        for _ in 0..count {
            integer(decoder)?;
        }
        self.bytes.extend_from_slice(decoder.input().get(start..decoder.position()).unwrap_or_default());
        Ok(count)
    }

    /// The places in what is known of a page beside its text. A number below zero says which field those after it are of.
    fn read_fields(&mut self, decoder: &mut Decoder, numbers: &Numbers) -> Result<usize, LayoutError> {
        let Some(numbers) = &numbers.fields else { return self.read_text(decoder) };
        let count = array(decoder)?;
        put_array(&mut self.bytes, count);
        for _ in 0..count {
            let place = integer(decoder)?;
            let field = usize::try_from(!place).ok().map(|field| numbers.get(field).ok_or(LayoutError("field")));
            let place = match field.transpose()? {
                Some(field) => !i32::try_from(*field).map_err(|_| LayoutError("field"))?,
                None => place,
            };
            put_integer(&mut self.bytes, place);
        }
        Ok(count)
    }

    /// Takes in others of the same word.
    pub(super) fn append(&mut self, others: &Self) {
        let before = self.bytes.len();
        self.bytes.extend_from_slice(&others.bytes);
        self.pages.extend(others.pages.iter().map(|Posting { page, places, count }| Posting {
            page: *page,
            places: before.saturating_add(places.start)..before.saturating_add(places.end),
            count: *count,
        }));
    }

    /// Adds what is written of them in the whole index to `out`.
    pub(super) fn write(&mut self, out: &mut Vec<u8>) {
        self.pages.sort_unstable_by_key(|posting| posting.page);
        put_array(out, self.pages.len());
        let mut before = 0;
        for Posting { page, places, .. } in &self.pages {
            put_array(out, 3);
            put_number(out, page.saturating_sub(before));
            before = *page;
            out.extend_from_slice(self.bytes.get(places.clone()).unwrap_or_default());
        }
    }

    /// How much they are, as pagefind counts it.
    pub(super) fn size(&self) -> usize {
        self.pages.iter().map(|posting| posting.count.saturating_add(1)).sum()
    }

    /// The first page.
    pub(super) fn first(&self) -> Option<usize> {
        self.pages.iter().map(|posting| posting.page).min()
    }

    /// Forgets all, but for the memory.
    pub(super) fn clear(&mut self) {
        self.bytes.clear();
        self.pages.clear();
    }
}
