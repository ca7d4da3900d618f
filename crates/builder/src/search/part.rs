//! A part of the index: what pagefind made of some pages. It is made without any other, can be kept as bytes, and is small: some
//! 5 KB a report.

use std::collections::BTreeMap;

use minicbor::bytes::ByteVec;
use minicbor::{Decode, Encode};

use super::engine::Engine;
use super::gzip::unpacked;
use super::layout::{Entry, Filter, LayoutError, Meta, decoded, encoded};
use super::{Record, SearchError};

/// What pagefind made of some pages.
#[derive(Debug, Clone, PartialEq, Encode, Decode)]
pub(crate) struct IndexPart {
    /// The language of its pages, as pagefind writes it.
    #[n(0)]
    pub(super) language: String,
    /// Its pages by their numbers within it.
    #[n(1)]
    pub(super) pages: Vec<PartPage>,
    /// What is known of its pages beside their text.
    #[n(2)]
    pub(super) fields: Vec<String>,
    /// What a search can be narrowed by.
    #[n(3)]
    pub(super) filters: Vec<Filter>,
    /// Its files of words in order, packed.
    #[n(4)]
    pub(super) words: Vec<ByteVec>,
}

/// A page of a part.
#[derive(Debug, Clone, PartialEq, Encode, Decode)]
pub(super) struct PartPage {
    /// Its address.
    #[n(0)]
    pub(super) address: String,
    /// How many words it has.
    #[n(1)]
    pub(super) words: u32,
    /// The file of its text.
    #[n(2)]
    pub(super) fragment: ByteVec,
}

impl IndexPart {
    /// The part of the index that holds `records`, of which there is at least one.
    ///
    /// # Errors
    ///
    /// An index that pagefind does not make, or makes otherwise than we know.
    pub(crate) fn new(engine: &Engine, records: &[Record]) -> Result<Self, SearchError> {
        let files = engine.files(records)?;
        Ok(Self::of(records, &files.into_iter().collect())?)
    }

    /// The part that `files` hold.
    fn of(records: &[Record], files: &BTreeMap<String, Vec<u8>>) -> Result<Self, LayoutError> {
        let file = |path: &str| files.get(path).map(Vec::as_slice).ok_or(LayoutError("file"));
        let entry: Entry = serde_json::from_slice(file("pagefind-entry.json")?).map_err(|_| LayoutError("entry"))?;
        let Some((language, index)) = entry.languages.into_iter().next() else { return Err(LayoutError("language")) };
        let meta = unpacked(file(&format!("pagefind.{}.pf_meta", index.hash))?)?;
        let meta: Meta = decoded(&meta, "meta")?;
        // A page without any word would be none.
        if meta.pages.len() != records.len() || !meta.sorts.is_empty() {
            return Err(LayoutError("pages"));
        }
        let page = |(record, page): (&Record, super::layout::MetaPage)| {
            let fragment = file(&format!("fragment/{}.pf_fragment", page.hash))?.to_vec().into();
            Ok(PartPage { address: record.address.clone(), words: page.words, fragment })
        };
        let filter = |hash: &str| decoded(&unpacked(file(&format!("filter/{hash}.pf_filter"))?)?, "filter");
        let words = |hash: &str| Ok(file(&format!("index/{hash}.pf_index"))?.to_vec().into());
        Ok(Self {
            language,
            pages: records.iter().zip(meta.pages).map(page).collect::<Result<_, LayoutError>>()?,
            fields: meta.fields,
            filters: meta.filters.iter().map(|each| filter(&each.hash)).collect::<Result<_, _>>()?,
            words: meta.chunks.iter().map(|each| words(&each.hash)).collect::<Result<_, LayoutError>>()?,
        })
    }

    /// Parts as bytes, to be kept.
    pub(crate) fn to_bytes(parts: &[Self]) -> Result<Vec<u8>, SearchError> {
        Ok(encoded(parts)?)
    }

    /// The parts that were kept as `bytes`.
    pub(crate) fn from_bytes(bytes: &[u8]) -> Result<Vec<Self>, SearchError> {
        Ok(decoded(bytes, "parts")?)
    }
}
