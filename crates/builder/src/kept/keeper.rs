//! Where it is kept.

use std::path::Path;
use std::sync::Arc;

use nianbao_cache::{Cache, Kept, Key, KeyMaker};

use super::Keeping;

/// The most bytes that are kept, unless one build uses more: some ten thousand reports with their PDFs.
const LIMIT: u64 = 2_000_000_000;

/// What earlier builds made. An empty one keeps nothing.
#[derive(Debug, Default)]
pub(crate) struct Keeper {
    cache: Option<Arc<Cache>>,
    /// Whether nothing is put there.
    only_taken_from: bool,
}

impl Keeper {
    /// What is kept in `folder`; nothing where nothing can be kept there.
    pub(crate) fn open(folder: &Path) -> Self {
        Self { cache: Cache::open(folder).map(Arc::new), only_taken_from: false }
    }

    /// The same, but nothing is put there: for what is made on trial, and counted when it is made in earnest.
    pub(crate) fn only_taken_from(&self) -> Self {
        Self { cache: self.cache.clone(), only_taken_from: true }
    }

    /// The beginning of a key; nothing where nothing is kept, so that nobody reckons a key in vain.
    pub(crate) fn maker(&self, kind: Keeping) -> Option<KeyMaker> {
        self.cache.as_ref().map(|cache| cache.maker(kind.name()))
    }

    /// What is kept by `key`.
    pub(crate) fn take(&self, key: &Key) -> Option<Kept> {
        self.cache.as_ref()?.get(key)
    }

    /// Keeps `thing` by `key`.
    pub(crate) fn put(&self, key: &Key, thing: &[u8]) {
        if let Some(cache) = self.cache.as_ref().filter(|_| !self.only_taken_from) {
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
