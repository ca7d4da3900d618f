//! A disk for tests: it does everything, keeps a list of it, and fails where it is told to.

use std::fmt;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use super::{Storage, System};
use crate::NewFile;

/// Something that was done to a disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Operation {
    /// A folder was created.
    CreateFolder(PathBuf),
    /// A file was created.
    Create(PathBuf),
    /// A file was closed.
    Close,
    /// A file got a second name.
    Link(PathBuf, PathBuf),
    /// Everything below a folder was synced.
    SyncTree(PathBuf),
    /// The names in a folder were synced.
    SyncFolder(PathBuf),
    /// Two names changed places.
    Exchange(PathBuf, PathBuf),
    /// Something got another name.
    Rename(PathBuf, PathBuf),
    /// Something was removed.
    Remove(PathBuf),
    /// Nothing was done for a while, since another program held something: `ResourceBusy` says so here.
    Pause(Duration),
}

/// Says of an operation with which error it fails instead.
type Fault = dyn Fn(&Operation) -> Option<io::Error> + Send + Sync;

/// The real disk, watched and made to fail.
#[derive(Clone)]
pub struct Rehearsal {
    done: Arc<Mutex<Vec<Operation>>>,
    fault: Arc<Fault>,
}

impl Rehearsal {
    /// A disk on which an operation fails for which `fault` has an error.
    pub fn new(fault: impl Fn(&Operation) -> Option<io::Error> + Send + Sync + 'static) -> Self {
        Self { done: Arc::default(), fault: Arc::new(fault) }
    }

    /// What was done so far, in order; also what failed.
    pub fn done(&self) -> Vec<Operation> {
        self.done.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn note(&self, operation: Operation) -> io::Result<()> {
        let failed = (self.fault)(&operation);
        self.done.lock().unwrap_or_else(PoisonError::into_inner).push(operation);
        failed.map_or(Ok(()), Err)
    }
}

impl fmt::Debug for Rehearsal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Rehearsal").field(&self.done).finish()
    }
}

impl Storage for Rehearsal {
    fn create_folder(&self, folder: &Path) -> io::Result<()> {
        self.note(Operation::CreateFolder(folder.to_owned()))?;
        System::of_few_files().create_folder(folder)
    }

    fn create(&self, file: &Path) -> io::Result<NewFile> {
        self.note(Operation::Create(file.to_owned()))?;
        System::of_few_files().create(file)
    }

    fn close(&self, file: NewFile) -> io::Result<()> {
        self.note(Operation::Close)?;
        System::of_few_files().close(file)
    }

    fn link(&self, file: &Path, name: &Path) -> io::Result<()> {
        self.note(Operation::Link(file.to_owned(), name.to_owned()))?;
        System::of_few_files().link(file, name)
    }

    fn sync_tree(&self, folder: &Path) -> io::Result<()> {
        self.note(Operation::SyncTree(folder.to_owned()))?;
        System::of_few_files().sync_tree(folder)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.note(Operation::SyncFolder(folder.to_owned()))?;
        System::of_few_files().sync_folder(folder)
    }

    fn exchange(&self, a: &Path, b: &Path) -> io::Result<()> {
        self.note(Operation::Exchange(a.to_owned(), b.to_owned()))?;
        System::of_few_files().exchange(a, b)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.note(Operation::Rename(from.to_owned(), to.to_owned()))?;
        System::of_few_files().rename(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.note(Operation::Remove(path.to_owned()))?;
        System::of_few_files().remove(path)
    }

    fn is_in_use(&self, error: &io::Error) -> bool {
        error.kind() == ErrorKind::ResourceBusy
    }

    fn pause(&self, length: Duration) {
        drop(self.note(Operation::Pause(length)));
    }
}
