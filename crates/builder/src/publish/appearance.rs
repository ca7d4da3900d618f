//! What tells, without reading it, that a published folder is as it was left.

use std::path::Path;
use std::{fs, io};

use nianbao_cache::{Key, KeyMaker, stamp};

/// The fingerprint of all files in `folder`: their names, lengths and times. Whoever changes, adds or takes away one changes it.
///
/// # Errors
///
/// What cannot be looked at.
pub(crate) fn appearance(folder: &Path) -> io::Result<Key> {
    let mut maker = KeyMaker::new("published folder");
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
                maker = maker.with(format!("{:?} {}", found.file_type(), stamp(&found)));
            }
        }
    }
    Ok(maker.key())
}
