//! Files that are read once, until somebody says that they changed.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::io;
use std::ops::RangeBounds;

use super::{DirEntry, Files, ReadError};

/// Other files and folders as they were when they were read first; for whoever is told of changes, as a preview is by the
/// system. What cannot be read is tried again each time.
#[derive(Debug, Clone)]
pub struct Remembered<F> {
    files: F,
    lists: RefCell<BTreeMap<String, Vec<DirEntry>>>,
    bytes: RefCell<BTreeMap<String, Vec<u8>>>,
}

impl<F: Files> Remembered<F> {
    /// Of `files` nothing was read so far.
    pub fn new(files: F) -> Self {
        Self { files, lists: RefCell::default(), bytes: RefCell::default() }
    }

    /// The file or folder at `path`, with all below it, may be another, may be gone or have come.
    pub fn forget(&mut self, path: &str) {
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        self.lists.get_mut().remove(folder);
        remove_below(self.lists.get_mut(), path);
        remove_below(self.bytes.get_mut(), path);
    }

    /// Anything may have changed.
    pub fn forget_all(&mut self) {
        self.lists.get_mut().clear();
        self.bytes.get_mut().clear();
    }
}

/// Takes out what stands at `path` and below it.
fn remove_below<T>(all: &mut BTreeMap<String, T>, path: &str) {
    all.remove(path);
    // `0` comes right behind `/`.
    remove_range(all, format!("{path}/")..format!("{path}0"));
}

fn remove_range<T>(all: &mut BTreeMap<String, T>, range: impl RangeBounds<String>) {
    let below: Vec<String> = all.range(range).map(|(path, _)| path.clone()).collect();
    for path in below {
        all.remove(&path);
    }
}

impl<F: Files> Files for Remembered<F> {
    fn name(&self) -> String {
        self.files.name()
    }

    fn list(&self, folder: &str) -> io::Result<Vec<DirEntry>> {
        if let Some(entries) = self.lists.borrow().get(folder) {
            return Ok(entries.clone());
        }
        let entries = self.files.list(folder)?;
        self.lists.borrow_mut().insert(folder.to_owned(), entries.clone());
        Ok(entries)
    }

    fn read(&self, path: &str, limit: u64) -> Result<Vec<u8>, ReadError> {
        if let Some(bytes) = self.bytes.borrow().get(path) {
            let fits = bytes.len() as u64 <= limit;
            return if fits { Ok(bytes.clone()) } else { Err(ReadError::TooLarge) };
        }
        let bytes = self.files.read(path, limit)?;
        self.bytes.borrow_mut().insert(path.to_owned(), bytes.clone());
        Ok(bytes)
    }
}
