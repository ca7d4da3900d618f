//! The files of a workspace that lies on no disk.

use std::collections::BTreeMap;
use std::io;

use super::{DirEntry, EntryKind, Files, ReadError, join};

/// Files in memory. Their paths say which folders there are; no folder is empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Memory {
    files: BTreeMap<String, Vec<u8>>,
}

impl Memory {
    /// No files.
    pub fn new() -> Self {
        Self::default()
    }

    /// Puts a file in place of the one that has its path, if there is one.
    pub fn insert(&mut self, path: impl Into<String>, bytes: impl Into<Vec<u8>>) {
        self.files.insert(path.into(), bytes.into());
    }

    /// Whether anything stands at `path`.
    pub(super) fn holds(&self, path: &str) -> bool {
        self.files.contains_key(path) || self.below(path).next().is_some()
    }

    /// The paths below a folder, counted from it.
    fn below(&self, folder: &str) -> impl Iterator<Item = &str> {
        let start = join(folder, "");
        let paths = self.files.range(start.clone()..).map_while(move |(path, _)| path.strip_prefix(start.as_str()));
        paths.filter(|path| !path.is_empty())
    }
}

impl<P: Into<String>, B: Into<Vec<u8>>> FromIterator<(P, B)> for Memory {
    fn from_iter<I: IntoIterator<Item = (P, B)>>(files: I) -> Self {
        Self { files: files.into_iter().map(|(path, bytes)| (path.into(), bytes.into())).collect() }
    }
}

impl Files for Memory {
    fn name(&self) -> String {
        "内存".to_owned()
    }

    fn list(&self, folder: &str) -> io::Result<Vec<DirEntry>> {
        // By path `a.txt` stands before `a/b`, by name behind `a`.
        let entries: BTreeMap<&str, EntryKind> = self
            .below(folder)
            .map(|path| match path.split_once('/') {
                Some((name, _)) => (name, EntryKind::Folder),
                None => (path, EntryKind::File),
            })
            .collect();
        if entries.is_empty() {
            let kind =
                if self.files.contains_key(folder) { io::ErrorKind::NotADirectory } else { io::ErrorKind::NotFound };
            return Err(kind.into());
        }
        Ok(entries.into_iter().map(|(name, kind)| DirEntry { name: name.to_owned(), kind }).collect())
    }

    fn read(&self, path: &str, limit: u64) -> Result<Vec<u8>, ReadError> {
        match self.files.get(path) {
            Some(bytes) if bytes.len() as u64 > limit => Err(ReadError::TooLarge),
            Some(bytes) => Ok(bytes.clone()),
            None if self.below(path).next().is_some() => Err(ReadError::Io(io::ErrorKind::IsADirectory.into())),
            None => Err(ReadError::Io(io::ErrorKind::NotFound.into())),
        }
    }
}
