//! The one room for what differs by system, as far as it is about files. `unix.rs` and `windows.rs` say the same, name by name;
//! nothing outside asks which system this is.

mod batch;
mod likeness;
mod verbatim;

#[cfg(unix)]
#[path = "unix.rs"]
mod own;

#[cfg(not(unix))]
#[path = "windows.rs"]
mod own;

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

pub(crate) use batch::Batch;
pub use likeness::Likeness;
pub use own::{changed, is_same, may_replace, place_and_times, place_and_writing};
pub(crate) use own::{
    close, exchange, is_in_use, is_of_the_disk, is_of_the_network, keep_group, open, open_lock, open_to_all, share,
    sync_folder,
};

/// Gives something a name that nothing has yet, else `AlreadyExists`.
pub(crate) fn rename(from: &Path, to: &Path) -> io::Result<()> {
    match own::rename_to_free(from, to) {
        Err(error) if error.kind() == ErrorKind::Unsupported => rename_by_link(from, to),
        done => done,
    }
}

/// A second name is never given over another one; where that cannot be done, as for folders, it is looked at first.
fn rename_by_link(from: &Path, to: &Path) -> io::Result<()> {
    match fs::hard_link(from, to) {
        Ok(()) => fs::remove_file(from),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Err(error),
        Err(_) if fs::symlink_metadata(to).is_ok() => Err(ErrorKind::AlreadyExists.into()),
        Err(_) => fs::rename(from, to),
    }
}

/// A path without links, absolute, as people write it.
///
/// # Errors
///
/// What is not there, or cannot be looked at.
pub fn real_path(path: &Path) -> io::Result<PathBuf> {
    Ok(verbatim::plain(fs::canonicalize(path)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_a_call_for_it_a_name_is_taken_once_all_the_same() {
        let folder = tempfile::tempdir().unwrap();
        let [file, other, below] = ["file", "other", "below"].map(|name| folder.path().join(name));
        fs::write(&file, "file").unwrap();
        fs::write(&other, "other").unwrap();
        fs::create_dir(&below).unwrap();
        for (from, to) in [(&file, &other), (&below, &other), (&file, &below)] {
            assert_eq!(rename_by_link(from, to).unwrap_err().kind(), ErrorKind::AlreadyExists);
        }
        let [new_file, new_folder] = ["new file", "new folder"].map(|name| folder.path().join(name));
        rename_by_link(&file, &new_file).unwrap();
        rename_by_link(&below, &new_folder).unwrap();
        assert!(!file.exists() && !below.exists() && new_folder.is_dir());
        assert_eq!(fs::read_to_string(&new_file).unwrap(), "file");
    }
}
