//! What lies in a folder.

use std::io;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

/// Files that systems and office programs leave behind.
const CLUTTER: [&str; 2] = ["Thumbs.db", "desktop.ini"];

/// Something in a folder.
pub(super) struct Entry {
    pub(super) path: PathBuf,
    pub(super) name: String,
    pub(super) kind: EntryKind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum EntryKind {
    File,
    Folder,
    Symlink,
}

/// Everything in a folder by name, without hidden files and what systems leave behind.
pub(super) fn entries(folder: &Path) -> io::Result<Vec<Entry>> {
    let mut entries = Vec::new();
    for entry in WalkDir::new(folder).min_depth(1).max_depth(1).sort_by_file_name() {
        let entry = entry.map_err(io::Error::from)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with(['.', '~']) || CLUTTER.contains(&name.as_str()) {
            continue;
        }
        let kind = match entry.file_type() {
            kind if kind.is_symlink() => EntryKind::Symlink,
            kind if kind.is_dir() => EntryKind::Folder,
            _ => EntryKind::File,
        };
        entries.push(Entry { path: entry.into_path(), name, kind });
    }
    Ok(entries)
}
