//! Files that note what is read of them.

use std::cell::RefCell;
use std::io;
use std::sync::{Mutex, PoisonError};

use crate::files::{DirEntry, Files, Mark, ReadError};

/// Files, and what was read of them since somebody began to take notes.
#[derive(Debug)]
pub(crate) struct Recorder<'f> {
    files: &'f dyn Files,
    notes: RefCell<Vec<Note>>,
}

/// A file that was read, and what it held.
#[derive(Debug)]
pub(crate) struct Note {
    path: String,
    limit: u64,
    /// What its bytes went by last. Several copies of what was kept may look at once.
    mark: Mutex<Option<Mark>>,
    /// Nothing where it could not be read.
    bytes: Option<Vec<u8>>,
}

impl<'f> Recorder<'f> {
    /// Of which nothing was read so far.
    pub(crate) fn new(files: &'f dyn Files) -> Self {
        Self { files, notes: RefCell::default() }
    }

    /// What was read since this was asked last.
    pub(crate) fn take(&self) -> Vec<Note> {
        self.notes.take()
    }

    /// Whether a file holds what it did when the note was made. What could not be read may be readable now.
    pub(crate) fn still_holds(&self, note: &Note) -> bool {
        let Some(before) = note.bytes.as_deref() else { return false };
        let mut mark = note.mark.lock().unwrap_or_else(PoisonError::into_inner);
        if mark.is_some() && *mark == self.files.mark(&note.path) {
            return true;
        }
        let holds = self.files.read(&note.path, note.limit).is_ok_and(|bytes| bytes == before);
        if holds {
            *mark = self.files.mark(&note.path).or_else(|| mark.take());
        }
        holds
    }
}

impl Files for Recorder<'_> {
    fn name(&self) -> String {
        self.files.name()
    }

    fn list(&self, folder: &str) -> io::Result<Vec<DirEntry>> {
        self.files.list(folder)
    }

    fn read(&self, path: &str, limit: u64) -> Result<Vec<u8>, ReadError> {
        let read = self.files.read(path, limit);
        let (mark, bytes) = (Mutex::new(self.files.mark(path)), read.as_ref().ok().cloned());
        self.notes.borrow_mut().push(Note { path: path.to_owned(), limit, mark, bytes });
        read
    }

    fn mark(&self, path: &str) -> Option<Mark> {
        self.files.mark(path)
    }

    fn for_threads(&self) -> Option<&(dyn Files + Sync)> {
        self.files.for_threads()
    }
}
