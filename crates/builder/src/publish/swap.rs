//! Two folders change places.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

use nianbao_disk::Storage;

/// Puts `new` where `current` stands, and what stood there, if anything did, at `old`, where nothing is.
///
/// One system call where the system has it. Elsewhere two renames: whoever finds `old` filled and
/// `current` missing knows that the second did not happen, and [`recover`]s.
pub(super) fn swap(disk: &dyn Storage, new: &Path, current: &Path, old: &Path) -> io::Result<()> {
    if fs::symlink_metadata(current).is_err() {
        return disk.rename(new, current);
    }
    match disk.exchange(new, current) {
        Ok(()) => disk.rename(new, old).inspect_err(|_| drop(disk.exchange(new, current))),
        Err(error) if error.kind() == ErrorKind::Unsupported => {
            disk.rename(current, old)?;
            disk.rename(new, current).inspect_err(|_| drop(disk.rename(old, current)))
        }
        Err(error) => Err(error),
    }
}

/// Takes a swap back.
pub(super) fn undo(disk: &dyn Storage, new: &Path, current: &Path, old: &Path) -> io::Result<()> {
    if fs::symlink_metadata(old).is_ok() { swap(disk, old, current, new) } else { disk.rename(current, new) }
}

/// Takes a swap back that was cut off between its two renames. Says whether there was one. What is no folder is not put back.
pub(super) fn recover(disk: &dyn Storage, current: &Path, old: &Path) -> io::Result<bool> {
    let is_cut_off = fs::symlink_metadata(old).is_ok_and(|old| old.is_dir()) && fs::symlink_metadata(current).is_err();
    if is_cut_off {
        disk.rename(old, current)?;
    }
    Ok(is_cut_off)
}
