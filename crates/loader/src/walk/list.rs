//! What people see in a folder.

use std::io;

use crate::files::{DirEntry, Files};

/// Files that systems and office programs leave behind.
const CLUTTER: [&str; 2] = ["Thumbs.db", "desktop.ini"];

/// Everything in a folder by name, without hidden files and what systems leave behind.
pub(super) fn entries(files: &dyn Files, folder: &str) -> io::Result<Vec<DirEntry>> {
    let mut entries = files.list(folder)?;
    entries.retain(|DirEntry { name, .. }| !name.starts_with(['.', '~']) && !CLUTTER.contains(&name.as_str()));
    Ok(entries)
}
