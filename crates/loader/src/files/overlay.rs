//! Unsaved texts over other files.

use std::io;

use super::{DirEntry, Files, Mark, Memory, ReadError};

/// Files of which some are read as they stand in an editor.
#[derive(Debug, Clone)]
pub struct Overlay<F> {
    saved: F,
    unsaved: Memory,
}

impl<F: Files> Overlay<F> {
    /// The texts of `unsaved` over the files of `saved`. A new file joins its folder; what is saved there keeps its kind,
    /// since a link stays a link whatever is saved through it.
    pub fn new(saved: F, unsaved: Memory) -> Self {
        Self { saved, unsaved }
    }
}

impl<F: Files> Files for Overlay<F> {
    fn name(&self) -> String {
        self.saved.name()
    }

    fn list(&self, folder: &str) -> io::Result<Vec<DirEntry>> {
        let mut entries = match self.saved.list(folder) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return self.unsaved.list(folder),
            listed => listed?,
        };
        let mut new = self.unsaved.list(folder).unwrap_or_default();
        new.retain(|new| entries.iter().all(|entry| entry.name != new.name));
        entries.append(&mut new);
        entries.sort();
        Ok(entries)
    }

    fn read(&self, path: &str, limit: u64) -> Result<Vec<u8>, ReadError> {
        match self.unsaved.read(path, limit) {
            Err(ReadError::Io(error)) if error.kind() == io::ErrorKind::NotFound => self.saved.read(path, limit),
            read => read,
        }
    }

    fn mark(&self, path: &str) -> Option<Mark> {
        if self.unsaved.holds(path) { None } else { self.saved.mark(path) }
    }
}
