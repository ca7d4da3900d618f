//! The folders and files of a revision.

use std::collections::BTreeMap;
use std::io;

use super::super::{DirEntry, EntryKind, Reason};

/// No disk has longer paths, in bytes; what lies deeper is left out.
const LONGEST: usize = 4096;

/// Folders and files by path.
#[derive(Debug, Default)]
pub(super) struct GitTree {
    items: BTreeMap<String, GitItem>,
    /// The names in each folder.
    folders: BTreeMap<String, BTreeMap<String, EntryKind>>,
}

/// What lies at a path.
#[derive(Debug)]
pub(super) enum GitItem {
    /// A file with the id of its content.
    File(String),
    /// A folder.
    Folder,
    /// A symbolic link.
    Link,
    /// The place of another repository.
    Submodule,
}

impl GitTree {
    /// What `git ls-tree -r -z` lists.
    pub(super) fn of(listed: &[u8]) -> Self {
        let mut tree = Self::default();
        for entry in listed.split(|byte| *byte == 0).filter(|entry| !entry.is_empty()) {
            let entry = String::from_utf8_lossy(entry);
            let Some((what, path)) = entry.split_once('\t') else { continue };
            let mut words = what.split(' ');
            let (Some(mode), _, Some(id)) = (words.next(), words.next(), words.next()) else { continue };
            let item = match mode {
                "120000" => GitItem::Link,
                "160000" => GitItem::Submodule,
                _ => GitItem::File(id.to_owned()),
            };
            if path.len() <= LONGEST {
                tree.add(path, item);
            }
        }
        tree
    }

    fn add(&mut self, path: &str, item: GitItem) {
        let mut kind = match item {
            GitItem::File(_) => EntryKind::File,
            GitItem::Link => EntryKind::Link,
            GitItem::Folder | GitItem::Submodule => EntryKind::Folder,
        };
        self.items.insert(path.to_owned(), item);
        let mut below = path;
        while let Some((folder, name)) = below.rsplit_once('/') {
            let known = self.folders.contains_key(folder);
            self.folders.entry(folder.to_owned()).or_default().insert(name.to_owned(), kind);
            if known {
                return;
            }
            self.items.insert(folder.to_owned(), GitItem::Folder);
            (below, kind) = (folder, EntryKind::Folder);
        }
    }

    /// What lies at `path`.
    pub(super) fn item(&self, path: &str) -> Option<&GitItem> {
        self.items.get(path)
    }

    /// What lies in a folder, sorted by name.
    pub(super) fn list(&self, folder: &str) -> io::Result<Vec<DirEntry>> {
        if let Some(names) = self.folders.get(folder) {
            return Ok(names.iter().map(|(name, kind)| DirEntry { name: name.clone(), kind: *kind }).collect());
        }
        Err(match self.items.get(folder) {
            Some(GitItem::Submodule) => Reason::error("它是另一个 git 仓库（子模块），没有读取"),
            Some(_) => io::ErrorKind::NotADirectory.into(),
            None => io::ErrorKind::NotFound.into(),
        })
    }
}
