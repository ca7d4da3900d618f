//! The index that readers search: the only place that knows `pagefind`.
//!
//! Pagefind is given a document of our own for each page ([`document`]) and not the page itself: what is found does not hang on
//! templates, which a workspace may replace, and what only helps to find stands in no page that people read.

pub(crate) mod document;
mod names;

pub(crate) use names::words;

use std::error::Error;
use std::io;
use std::path::Path;

use pagefind::api::{PagefindIndex, SyntheticFile};
use pagefind::options::PagefindServiceConfig;
use tokio::runtime::{Builder, Runtime};

/// Files of pagefind that pages ask for, beside those of the index itself. The rest are forms of search that we do not use.
const USED: [&str; 4] = ["pagefind.js", "pagefind-worker.js", "pagefind-entry.json", "wasm.unknown.pagefind"];

/// Why there is no index.
#[derive(Debug, thiserror::Error)]
pub enum SearchError {
    /// The system gave no thread.
    #[error("检索用的索引没有开始做：电脑太忙，请关掉一些程序再试（{0}）")]
    Thread(#[from] io::Error),
    /// Pagefind refused a document, or to write the index.
    #[error("检索用的索引没有生成（{0}）")]
    Index(Box<dyn Error + Send + Sync>),
}

/// An index in the making.
pub(crate) struct Index {
    runtime: Runtime,
    pagefind: PagefindIndex,
}

impl Index {
    /// An index without documents.
    pub(crate) fn new() -> Result<Self, SearchError> {
        let runtime = Builder::new_current_thread().max_blocking_threads(1).build()?;
        let config = PagefindServiceConfig::builder().build();
        let pagefind = PagefindIndex::new(Some(config)).map_err(refused)?;
        Ok(Self { runtime, pagefind })
    }

    /// Adds the document of the page at `address`, which leads there from the site's root. The order counts: pagefind numbers
    /// documents as they come.
    pub(crate) fn add(&mut self, address: &str, document: String) -> Result<(), SearchError> {
        let added = self.pagefind.add_html_file(None, Some(address.to_owned()), document);
        self.runtime.block_on(added).map(drop).map_err(refused)
    }

    /// The files of the index by their paths, sorted.
    pub(crate) fn files(mut self) -> Result<Vec<(String, Vec<u8>)>, SearchError> {
        let files = self.runtime.block_on(self.pagefind.get_files()).map_err(refused)?;
        let mut files: Vec<(String, Vec<u8>)> = files.into_iter().filter_map(used).collect();
        files.sort();
        Ok(files)
    }
}

/// A file of pagefind with its path, if some page asks for it.
fn used(file: SyntheticFile) -> Option<(String, Vec<u8>)> {
    let path = file.filename.to_str()?.replace('\\', "/");
    let of_index = Path::new(&path).extension().is_some_and(|ending| ending.to_string_lossy().starts_with("pf_"));
    (of_index || USED.contains(&path.as_str())).then_some((path, file.contents))
}

fn refused(error: impl Into<Box<dyn Error + Send + Sync>>) -> SearchError {
    SearchError::Index(error.into())
}
