//! Storage as the system has it.

use std::io;
use std::path::Path;

use super::Storage;
use crate::platform::Batch;
use crate::{NewFile, change, fault, sync};

/// The real disk.
#[derive(Debug)]
pub struct System {
    /// Everything is synced at once at the end; otherwise each file before it is closed.
    batch: Option<Batch>,
}

impl System {
    /// For few files: each is synced for itself, before it is closed.
    pub fn of_few_files() -> Self {
        Self { batch: None }
    }

    /// For many files below `folder`: they are synced together, where the system then tells of every error.
    pub fn of_many_files(folder: &Path) -> Self {
        Self { batch: Batch::begin(folder) }
    }
}

impl Storage for System {
    fn create_folder(&self, folder: &Path) -> io::Result<()> {
        change::create_folder(folder)
    }

    fn create(&self, file: &Path) -> io::Result<NewFile> {
        NewFile::create(file)
    }

    fn close(&self, file: NewFile) -> io::Result<()> {
        file.close(self.batch.is_none())
    }

    fn link(&self, file: &Path, name: &Path) -> io::Result<()> {
        change::link(file, name)
    }

    fn sync_tree(&self, folder: &Path) -> io::Result<()> {
        fault::reach("sync all", folder)?;
        match &self.batch {
            Some(batch) => batch.sync(folder),
            None => sync::sync_folders(folder),
        }
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        sync::sync_folder(folder)
    }

    fn exchange(&self, a: &Path, b: &Path) -> io::Result<()> {
        change::exchange(a, b)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        change::rename(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        change::remove(path)
    }
}
