//! How pagefind 1 lays out an index: CBOR in which the fields of a thing stand by number, and a JSON to begin with. Words are
//! read and written piece by piece (`words`), the rest as it is declared here.

use std::collections::BTreeMap;

use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};

/// A file of pagefind is not laid out as we know it, or does not fit the others: which thing in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct LayoutError(pub(super) &'static str);

/// `pagefind-entry.json`: which index there is of which language.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Entry {
    /// Pagefind's version, which the browser's half compares with its own.
    pub(super) version: String,
    /// The indexes by language.
    pub(super) languages: BTreeMap<String, EntryLanguage>,
    /// Marks that count as letters. We have none.
    pub(super) include_characters: Vec<char>,
}

/// The index of a language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct EntryLanguage {
    /// The name of its `.pf_meta`.
    pub(super) hash: String,
    /// The program that knows the stems of its words. There is none for Chinese.
    pub(super) wasm: Option<String>,
    /// How many pages it has.
    pub(super) page_count: usize,
}

/// `*.pf_meta`: what there is to load.
#[derive(Debug, PartialEq, Encode, Decode)]
pub(super) struct Meta {
    /// Pagefind's version.
    #[n(0)]
    pub(super) version: String,
    /// The pages by their numbers.
    #[n(1)]
    pub(super) pages: Vec<MetaPage>,
    /// The files of words, in the order of these.
    #[n(2)]
    pub(super) chunks: Vec<MetaChunk>,
    /// The files of filters.
    #[n(3)]
    pub(super) filters: Vec<MetaFilter>,
    /// Orders that pages can be asked for in. We have none.
    #[n(4)]
    pub(super) sorts: Vec<MetaSort>,
    /// What is known of pages beside their text. Words tell by these numbers where they stand in it.
    #[n(5)]
    pub(super) fields: Vec<String>,
}

/// A page of the index.
#[derive(Debug, PartialEq, Encode, Decode)]
pub(super) struct MetaPage {
    /// The name of its `.pf_fragment`, which holds its text.
    #[n(0)]
    pub(super) hash: String,
    /// How many words it has.
    #[n(1)]
    pub(super) words: u32,
    /// The name of the file that holds several fragments. We have none.
    #[n(2)]
    pub(super) group: String,
}

/// A file of words, which sort between `from` and `to`.
#[derive(Debug, PartialEq, Encode, Decode)]
pub(super) struct MetaChunk {
    /// How its first word begins.
    #[n(0)]
    pub(super) from: String,
    /// How its last word begins.
    #[n(1)]
    pub(super) to: String,
    /// The name of its `.pf_index`.
    #[n(2)]
    pub(super) hash: String,
}

/// A file of a filter's values.
#[derive(Debug, PartialEq, Encode, Decode)]
pub(super) struct MetaFilter {
    /// The filter's name.
    #[n(0)]
    pub(super) filter: String,
    /// The name of its `.pf_filter`.
    #[n(1)]
    pub(super) hash: String,
}

/// An order of pages.
#[derive(Debug, PartialEq, Encode, Decode)]
pub(super) struct MetaSort {
    /// Its name.
    #[n(0)]
    pub(super) sort: String,
    /// The pages in it.
    #[n(1)]
    pub(super) pages: Vec<usize>,
}

/// `*.pf_filter`: what a search can be narrowed by.
#[derive(Debug, Clone, PartialEq, Encode, Decode)]
pub(super) struct Filter {
    /// Its name.
    #[n(0)]
    pub(super) name: String,
    /// Its values, sorted.
    #[n(1)]
    pub(super) values: Vec<FilterValue>,
}

/// A value of a filter.
#[derive(Debug, Clone, PartialEq, Encode, Decode)]
pub(super) struct FilterValue {
    /// The value.
    #[n(0)]
    pub(super) value: String,
    /// The numbers of the pages that have it, ascending.
    #[n(1)]
    pub(super) pages: Vec<usize>,
}

/// A thing as it stands in a file.
pub(super) fn encoded(thing: impl Encode<()>) -> Result<Vec<u8>, LayoutError> {
    minicbor::to_vec(thing).map_err(|_| LayoutError("cbor"))
}

/// The thing that stands in `bytes`.
pub(super) fn decoded<'b, T: Decode<'b, ()>>(bytes: &'b [u8], what: &'static str) -> Result<T, LayoutError> {
    minicbor::decode(bytes).map_err(|_| LayoutError(what))
}
