//! What the preview read and found last, for the form to go on from.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use nianbao_loader::{Disk, Remembered};
use nianbao_workspace::Checker;

/// A place where the preview lays what it knows after each reading. It hears of all that is saved, so nothing there is older than
/// what it shows.
#[derive(Debug, Clone, Default)]
pub(crate) struct Basis(Arc<Mutex<Option<Known>>>);

/// Files as they were read, and what became of them.
#[derive(Debug, Clone)]
pub(crate) struct Known {
    /// The files.
    pub(crate) files: Remembered<Disk>,
    /// Who checked them.
    pub(crate) checker: Checker,
}

impl Basis {
    /// Lays down what is known now; nothing where the workspace cannot be read.
    pub(crate) fn lay(&self, known: Option<Known>) {
        *self.known() = known;
    }

    /// A copy of what is known, which shares all of it.
    pub(crate) fn take_up(&self) -> Option<Known> {
        self.known().clone()
    }

    fn known(&self) -> MutexGuard<'_, Option<Known>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
