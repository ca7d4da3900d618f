//! Files that are read once, until somebody says that they changed.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::io;
use std::ops::RangeBounds;
use std::sync::Arc;

use super::{DirEntry, Files, Mark, ReadError};

/// Other files and folders as they were when they were read first; for whoever is told of changes, as a preview is by the
/// system. What cannot be read is tried again each time. A copy costs next to nothing: both share what was read so far.
#[derive(Debug, Clone)]
pub struct Remembered<F> {
    files: F,
    lists: RefCell<ByPath<Vec<DirEntry>>>,
    bytes: RefCell<ByPath<(Mark, Arc<[u8]>)>>,
}

type ByPath<T> = Arc<BTreeMap<String, T>>;

impl<F: Files> Remembered<F> {
    /// Of `files` nothing was read so far.
    pub fn new(files: F) -> Self {
        Self { files, lists: RefCell::default(), bytes: RefCell::default() }
    }

    /// The file or folder at `path`, with all below it, may be another, may be gone or have come, with the folders that it
    /// stands in.
    pub fn forget(&mut self, path: &str) {
        let mut below = path;
        while let Some((folder, _)) = below.rsplit_once('/') {
            remove(self.lists.get_mut(), folder);
            below = folder;
        }
        remove(self.lists.get_mut(), "");
        remove_below(self.lists.get_mut(), path);
        remove_below(self.bytes.get_mut(), path);
    }

    /// Anything may have changed.
    pub fn forget_all(&mut self) {
        self.lists = RefCell::default();
        self.bytes = RefCell::default();
    }
}

/// Takes out what stands at `path`.
fn remove<T: Clone>(all: &mut ByPath<T>, path: &str) {
    if all.contains_key(path) {
        Arc::make_mut(all).remove(path);
    }
}

/// Takes out what stands at `path` and below it.
fn remove_below<T: Clone>(all: &mut ByPath<T>, path: &str) {
    remove(all, path);
    // `0` comes right behind `/`.
    remove_range(all, format!("{path}/")..format!("{path}0"));
}

fn remove_range<T: Clone>(all: &mut ByPath<T>, range: impl RangeBounds<String>) {
    let below: Vec<String> = all.range(range).map(|(path, _)| path.clone()).collect();
    for path in below {
        remove(all, &path);
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
        Arc::make_mut(&mut self.lists.borrow_mut()).insert(folder.to_owned(), entries.clone());
        Ok(entries)
    }

    fn read(&self, path: &str, limit: u64) -> Result<Vec<u8>, ReadError> {
        if let Some((_, bytes)) = self.bytes.borrow().get(path) {
            let fits = bytes.len() as u64 <= limit;
            return if fits { Ok(bytes.to_vec()) } else { Err(ReadError::TooLarge) };
        }
        let bytes = self.files.read(path, limit)?;
        let kept = (Mark::new(), Arc::from(bytes.as_slice()));
        Arc::make_mut(&mut self.bytes.borrow_mut()).insert(path.to_owned(), kept);
        Ok(bytes)
    }

    fn mark(&self, path: &str) -> Option<Mark> {
        self.bytes.borrow().get(path).map(|(mark, _)| mark.clone())
    }
}
