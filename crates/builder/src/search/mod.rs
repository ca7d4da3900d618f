//! The index that readers search: the only place that knows `pagefind`.
//!
//! Pagefind is given a document of our own for each page ([`document`]) and not the page itself: what is found does not hang on
//! templates, which a workspace may replace, and what only helps to find stands in no page that people read.
//!
//! It makes an index of some pages at a time (`part`), which needs no other page and is small. Of all parts `merge` makes the
//! index that pagefind would have made at once.

mod cbor;
mod cursor;
pub(crate) mod document;
mod engine;
mod file_names;
mod gzip;
mod index;
mod layout;
mod merge;
mod names;
mod numbers;
mod part;
mod postings;
mod record;
#[cfg(test)]
mod tests;
mod word;
mod words;

pub(crate) use engine::{Engine, IndexFile};
pub(crate) use index::whole;
pub(crate) use names::words;
pub(crate) use part::IndexPart;
pub(crate) use record::Record;

use std::error::Error;
use std::io;

use layout::LayoutError;

/// Why there is no index.
#[derive(Debug, thiserror::Error)]
pub enum SearchError {
    /// The system gave no thread.
    #[error("检索用的索引没有开始做：电脑太忙，请关掉一些程序再试（{0}）")]
    Thread(#[from] io::Error),
    /// Pagefind refused a document, or to write the index.
    #[error("检索用的索引没有生成（{0}）")]
    Index(Box<dyn Error + Send + Sync>),
    /// What pagefind made is not what we know, or does not fit together.
    #[error("检索用的索引没有生成：各部分合不到一起，请再运行一次，还不行请报告这个问题")]
    Layout(&'static str),
}

impl From<LayoutError> for SearchError {
    fn from(LayoutError(what): LayoutError) -> Self {
        Self::Layout(what)
    }
}
