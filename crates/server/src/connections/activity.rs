//! What a connection is used for at the moment.

use std::sync::atomic::{AtomicBool, Ordering};

/// Whether somebody waits for something on a connection.
#[derive(Debug, Default)]
pub(super) struct Activity {
    /// A request has come, and its response is not there yet, or has no end.
    answering: AtomicBool,
    /// The client has not taken all of a response yet.
    writing: AtomicBool,
}

impl Activity {
    /// A request has come.
    pub(super) fn begins(&self) {
        self.answering.store(true, Ordering::Relaxed);
    }

    /// Its response is there; `endless` where it goes on.
    pub(super) fn ends(&self, endless: bool) {
        self.answering.store(endless, Ordering::Relaxed);
    }

    /// Whether the client has something to take.
    pub(super) fn writes(&self, writing: bool) {
        self.writing.store(writing, Ordering::Relaxed);
    }

    /// Whether nobody waits for anything.
    pub(super) fn is_idle(&self) -> bool {
        !self.answering.load(Ordering::Relaxed) && !self.writing.load(Ordering::Relaxed)
    }
}
