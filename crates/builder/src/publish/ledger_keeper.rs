//! Where the ledger of a published folder is between two builds.

use std::path::Path;
use std::sync::Arc;

use nianbao_cache::Key;

use super::Ledger;
use crate::kept::{Keeper, Keeping};

/// Keeps the ledger of one folder.
pub(crate) struct LedgerKeeper {
    keeper: Arc<Keeper>,
    /// Nothing where nothing is kept.
    key: Option<Key>,
}

impl LedgerKeeper {
    /// For what is published to `folder`.
    pub(crate) fn new(keeper: &Arc<Keeper>, folder: &Path) -> Self {
        let key = keeper.maker(Keeping::Ledger).map(|maker| maker.with(folder.to_string_lossy().as_bytes()).key());
        Self { keeper: Arc::clone(keeper), key }
    }

    /// The ledger of what stands there; an empty one where nothing is known.
    pub(crate) fn ledger(&self) -> Ledger {
        let kept = self.key.as_ref().and_then(|key| self.keeper.take(key));
        kept.map(|kept| Ledger::from_bytes(&kept.bytes)).unwrap_or_default()
    }

    /// Notes what stands there now.
    pub(crate) fn note(&self, published: &Ledger) {
        if let Some(key) = &self.key {
            self.keeper.put(key, &published.to_bytes());
        }
    }
}
