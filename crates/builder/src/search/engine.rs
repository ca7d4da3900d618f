//! Pagefind at work: pages in, the files of their index out.

use std::error::Error;
use std::path::Path;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use pagefind::api::{PagefindIndex, SyntheticFile};
use pagefind::options::PagefindServiceConfig;
use tokio::runtime::{Builder, Runtime};

use super::{Record, SearchError};

/// A file by its path within the folder of the index.
pub(crate) type IndexFile = (String, Vec<u8>);

/// What runs pagefind. Several threads may ask it for indexes at a time.
pub(crate) struct Engine(Runtime);

impl Engine {
    /// An engine for so many threads.
    pub(crate) fn new(threads: usize) -> Result<Self, SearchError> {
        Ok(Self(Builder::new_current_thread().max_blocking_threads(threads.max(1)).build()?))
    }

    /// The files of an index of `records` alone, sorted. Pagefind numbers pages as they come.
    pub(super) fn files(&self, records: &[Record]) -> Result<Vec<IndexFile>, SearchError> {
        let config = PagefindServiceConfig::builder().build();
        let mut pagefind = PagefindIndex::new(Some(config)).map_err(refused)?;
        for Record { address, document } in records {
            let added = pagefind.add_html_file(None, Some(address.clone()), document.clone());
            self.0.block_on(added).map_err(refused)?;
        }
        let files = at_once(pagefind.get_files()).map_err(refused)?;
        let mut files: Vec<IndexFile> = files.into_iter().filter_map(named).collect();
        files.sort();
        Ok(files)
    }
}

/// What comes of `work`, which waits for nothing. It divides itself over the threads of the pool, and whoever waits for them may
/// take up another part of the index meanwhile; a runtime refuses to be entered twice.
fn at_once<T>(work: impl Future<Output = T>) -> T {
    let mut work = pin!(work);
    loop {
        if let Poll::Ready(done) = work.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            return done;
        }
    }
}

/// A file of pagefind with its path.
fn named(file: SyntheticFile) -> Option<IndexFile> {
    Some((Path::to_str(&file.filename)?.replace('\\', "/"), file.contents))
}

fn refused(error: impl Into<Box<dyn Error + Send + Sync>>) -> SearchError {
    SearchError::Index(error.into())
}
