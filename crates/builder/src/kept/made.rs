//! Something made, now or earlier.

use nianbao_cache::KeptFile;

/// Something made.
#[derive(Debug)]
pub(crate) struct Made<T> {
    /// What was made.
    pub(crate) what: T,
    /// Where it lay, if an earlier build had made it.
    pub(crate) kept: Option<KeptFile>,
}

impl<T> Made<T> {
    /// Something that was made now.
    pub(crate) fn now(what: T) -> Self {
        Self { what, kept: None }
    }

    /// The same, with something else made of it.
    pub(crate) fn map<U>(self, change: impl FnOnce(T) -> U) -> Made<U> {
        Made { what: change(self.what), kept: self.kept }
    }
}
