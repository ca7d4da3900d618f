//! Where it is kept.

use std::path::Path;

use nianbao_cache::{Cache, Key, KeyMaker};

use super::Keeping;

/// The most bytes that are kept, unless one build uses more: some ten thousand reports with their PDFs.
const LIMIT: u64 = 2_000_000_000;

/// What earlier builds made. An empty one keeps nothing.
#[derive(Debug, Default)]
pub(crate) struct Shelf {
    cache: Option<Cache>,
}

impl Shelf {
    /// What is kept in `folder`; nothing where nothing can be kept there.
    pub(crate) fn open(folder: &Path) -> Self {
        Self { cache: Cache::open(folder) }
    }

    /// The beginning of a key; nothing where nothing is kept, so that nobody reckons a key in vain.
    pub(crate) fn maker(&self, kind: Keeping) -> Option<KeyMaker> {
        self.cache.as_ref().map(|cache| cache.maker(kind.name()))
    }

    /// What is kept by `key`.
    pub(crate) fn take(&self, key: &Key) -> Option<Vec<u8>> {
        self.cache.as_ref()?.get(key)
    }

    /// Keeps `thing` by `key`.
    pub(crate) fn put(&self, key: &Key, thing: &[u8]) {
        if let Some(cache) = &self.cache {
            cache.put(key, thing);
        }
    }

    /// Throws away what was not used for the longest time, if there is too much. To be called at the end of a build.
    pub(crate) fn tidy(&self) {
        if let Some(cache) = &self.cache {
            cache.trim(LIMIT);
        }
    }
}
