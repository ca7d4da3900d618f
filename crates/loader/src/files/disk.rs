//! The files of a workspace as they lie on the disk.

use std::char::REPLACEMENT_CHARACTER;
use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use nianbao_disk::read_regular;
use walkdir::WalkDir;

use super::{DirEntry, EntryKind, Files, ReadError};

/// A workspace on the disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disk {
    root: PathBuf,
}

impl Disk {
    /// The workspace in the folder `root`.
    pub fn new(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into() }
    }

    /// Where `path` lies. Names that are not UTF-8 are listed with replacement characters and found again by them.
    fn locate(&self, path: &str) -> PathBuf {
        path.split('/').fold(self.root.clone(), |folder, step| {
            let name = if step.contains(REPLACEMENT_CHARACTER) { undecoded(&folder, step) } else { None };
            folder.join(name.unwrap_or_else(|| step.into()))
        })
    }
}

impl Files for Disk {
    fn name(&self) -> String {
        self.root.display().to_string()
    }

    fn list(&self, folder: &str) -> io::Result<Vec<DirEntry>> {
        let folder = self.locate(folder);
        if !fs::metadata(&folder)?.is_dir() {
            return Err(io::ErrorKind::NotADirectory.into());
        }
        let entries = WalkDir::new(folder).min_depth(1).max_depth(1).sort_by_file_name();
        entries.into_iter().map(|entry| Ok(listed(&entry?))).collect()
    }

    fn read(&self, path: &str, limit: u64) -> Result<Vec<u8>, ReadError> {
        read_regular(&self.locate(path), limit).map_err(|error| match error {
            nianbao_disk::ReadError::Link => ReadError::Link,
            nianbao_disk::ReadError::Folder => ReadError::Io(io::ErrorKind::IsADirectory.into()),
            nianbao_disk::ReadError::Special => ReadError::Special,
            nianbao_disk::ReadError::TooLarge(_) => ReadError::TooLarge,
            nianbao_disk::ReadError::Io(error) => ReadError::Io(error),
        })
    }

    fn for_threads(&self) -> Option<&(dyn Files + Sync)> {
        Some(self)
    }
}

/// Whether a path is a symbolic link.
pub(crate) fn is_link(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|file| file.is_symlink())
}

fn listed(entry: &walkdir::DirEntry) -> DirEntry {
    let kind = match entry.file_type() {
        kind if kind.is_symlink() => EntryKind::Link,
        kind if kind.is_dir() => EntryKind::Folder,
        kind if kind.is_file() => EntryKind::File,
        _ => EntryKind::Other,
    };
    DirEntry { name: entry.file_name().to_string_lossy().into_owned(), kind }
}

/// The name in `folder` that is listed as `listed` since it is not UTF-8.
fn undecoded(folder: &Path, listed: &str) -> Option<OsString> {
    let names = fs::read_dir(folder).ok()?.filter_map(|entry| Some(entry.ok()?.file_name()));
    names.into_iter().find(|name| name.to_string_lossy() == listed)
}
