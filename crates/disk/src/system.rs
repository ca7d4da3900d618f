//! Storage as the system has it.

use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::Path;

use crate::exchange;
use crate::storage::Storage;
use crate::sync::{self, Batch};

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
        fs::create_dir(folder)
    }

    fn create(&self, file: &Path) -> io::Result<File> {
        File::create_new(file)
    }

    fn close(&self, file: File) -> io::Result<()> {
        if self.batch.is_none() {
            file.sync_all()?;
        }
        sync::close(file)
    }

    fn sync_tree(&self, folder: &Path) -> io::Result<()> {
        match &self.batch {
            Some(batch) => batch.sync(folder),
            None => sync::sync_folders(folder),
        }
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        sync::sync_folder(folder)
    }

    fn exchange(&self, a: &Path, b: &Path) -> io::Result<()> {
        exchange::exchange(a, b)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        exchange::rename(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        let is_folder = fs::symlink_metadata(path).is_ok_and(|there| there.is_dir());
        let removed = if is_folder { fs::remove_dir_all(path) } else { fs::remove_file(path) };
        match removed {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }
}
