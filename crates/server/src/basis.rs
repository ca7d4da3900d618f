//! What the preview read and found last, for the form to go on from.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use nianbao_loader::{Disk, Remembered};
use nianbao_workspace::Checker;

/// A place where the preview lays what it knows after each reading. It hears of all that is saved, so nothing there is older than
/// what it shows.
#[derive(Debug, Clone, Default)]
pub(crate) struct Basis(Arc<Mutex<Known>>);

/// What the preview knows.
#[derive(Debug, Clone, Default)]
pub(crate) struct Known {
    /// The files as they were read; nothing while they are read anew, and where they cannot be.
    pub(crate) files: Option<Remembered<Disk>>,
    /// Who checked them, once anybody has.
    pub(crate) checker: Option<Checker>,
}

impl Basis {
    /// Lays down what is known now.
    pub(crate) fn lay(&self, files: &Remembered<Disk>, checker: &Checker) {
        let known = Known { files: Some(files.clone()), checker: Some(checker.clone()) };
        *self.known() = known;
    }

    /// The files are read anew from here on: those that were read are nobody's basis any more.
    pub(crate) fn take_files_away(&self) {
        self.known().files = None;
    }

    /// A copy of what is known, which shares all of it.
    pub(crate) fn take_up(&self) -> Known {
        self.known().clone()
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
