//! What tells, without reading it, that a folder is as it was left.

use std::path::Path;
use std::time::SystemTime;
use std::{fs, io};

use nianbao_cache::{Key, KeyMaker, stamp};
use nianbao_disk::changed;

/// How a folder looks with all that is in it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Appearance {
    /// The fingerprint of all names, lengths and times. Whoever changes a file, adds one or takes one away changes it.
    pub(crate) key: Key,
    /// When the last of the files was changed.
    pub(crate) changed: SystemTime,
}

impl Appearance {
    /// That of `folder`.
    ///
    /// # Errors
    ///
    /// What cannot be looked at.
    pub(crate) fn of(folder: &Path) -> io::Result<Self> {
        let mut maker = KeyMaker::new("folder");
        let mut last = SystemTime::UNIX_EPOCH;
        let mut open = vec![folder.to_owned()];
        while let Some(folder) = open.pop() {
            let mut entries: Vec<_> = fs::read_dir(&folder)?.collect::<io::Result<_>>()?;
            entries.sort_by_key(fs::DirEntry::file_name);
            maker = maker.with(folder.to_string_lossy().as_bytes());
            for entry in entries {
                let found = entry.metadata()?;
                maker = maker.with(entry.file_name().to_string_lossy().as_bytes());
                if found.is_dir() {
                    open.push(entry.path());
                } else {
                    last = last.max(changed(&found));
                    maker = maker.with(format!("{:?} {}", found.file_type(), stamp(&found)));
                }
            }
        }
        Ok(Self { key: maker.key(), changed: last })
    }
}
