//! Making what was written last, file by file.

use std::fs::{self, File};
use std::io;
use std::path::Path;

use crate::{fault, platform};

/// Makes the names in a folder last, as far as the system knows such a thing.
///
/// # Errors
///
/// A folder that cannot be opened, or a disk that fails.
pub fn sync_folder(folder: &Path) -> io::Result<()> {
    fault::reach("sync folder", folder)?;
    platform::sync_folder(folder)
}

/// Makes the names in a folder and in all below it last, the deepest first.
pub(crate) fn sync_folders(folder: &Path) -> io::Result<()> {
    sync_below(folder, |_| Ok(()))
}

/// Makes a folder last with all below it, file by file.
pub(crate) fn sync_each(folder: &Path) -> io::Result<()> {
    sync_below(folder, |file| File::open(file)?.sync_all())
}

fn sync_below(folder: &Path, sync_file: fn(&Path) -> io::Result<()>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        match entry.file_type()? {
            kind if kind.is_dir() => sync_below(&entry.path(), sync_file)?,
            _ => sync_file(&entry.path())?,
        }
    }
    sync_folder(folder)
}
