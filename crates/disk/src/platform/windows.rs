//! Windows. The library of Rust takes paths of any length here and renames over what is there; what it lacks is told by its
//! absence: nothing is exchanged in one step, no folder is synced (NTFS keeps the order of renames by its own journal).

use std::fs::{File, Metadata};
use std::io::{self, ErrorKind};
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use crate::ReadError;

/// What Windows says while a scanner, a preview or an open window holds a file, or what is in a folder: access denied, in use,
/// locked, not empty yet, on its way out, mapped.
const IN_USE: [i32; 6] = [5, 32, 33, 145, 303, 1224];

/// What it says of a disk that fails: bad data, not ready, general failure, device.
const OF_THE_DISK: [i32; 4] = [21, 23, 31, 1117];

/// What it says of a folder of another machine that is out of reach.
const OF_THE_NETWORK: [i32; 9] = [51, 53, 54, 55, 59, 64, 67, 1222, 1231];

/// There is no such call.
pub(crate) fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(ErrorKind::Unsupported.into())
}

/// That of Rust's library would replace what is there.
pub(super) fn rename_to_free(_: &Path, _: &Path) -> io::Result<()> {
    Err(ErrorKind::Unsupported.into())
}

/// Opens a file to read it.
pub(crate) fn open(path: &Path) -> Result<File, ReadError> {
    Ok(File::open(path)?)
}

/// Opens a file that is locked, created where it is not there. What is no regular file is `InvalidInput`.
pub(crate) fn open_lock(name: &Path) -> io::Result<File> {
    if std::fs::symlink_metadata(name).is_ok_and(|there| !there.is_file()) {
        return Err(ErrorKind::InvalidInput.into());
    }
    match File::options().read(true).write(true).create(true).truncate(false).open(name) {
        // Its last holder has removed it, and somebody still looks at it.
        Err(error) if is_in_use(&error) => Err(ErrorKind::NotFound.into()),
        opened => opened,
    }
}

/// Whether an open file is still what goes by a name.
pub fn is_same(file: &File, name: &Path) -> bool {
    let open = file.try_clone().and_then(same_file::Handle::from_file);
    open.is_ok_and(|open| same_file::Handle::from_path(name).is_ok_and(|named| open == named))
}

/// What tells of a file, as text, that it is still the one that it was.
pub fn place_and_times(file: &Metadata) -> String {
    let since = |time: io::Result<SystemTime>| time.ok()?.duration_since(UNIX_EPOCH).ok();
    format!("{:?} {:?}", since(file.created()), since(file.modified()))
}

/// The same: names that a file was given or lost change none of it.
pub fn place_and_writing(file: &Metadata) -> String {
    place_and_times(file)
}

/// When a file was changed last.
pub fn changed(file: &Metadata) -> SystemTime {
    file.modified().unwrap_or(UNIX_EPOCH)
}

/// Only the attempt tells.
///
/// # Errors
///
/// None.
pub fn may_replace(_: &Path) -> io::Result<()> {
    Ok(())
}

/// Closes a file, which was synced before.
pub(crate) fn close(file: File) -> io::Result<()> {
    drop(file);
    Ok(())
}

/// Folders are not synced.
pub(crate) fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}

/// Files are copied.
pub(crate) fn share(_: &File, _: &File, _: u64) -> bool {
    false
}

/// The folder says who may read what is in it.
pub(crate) fn open_to_all(_: &mut tempfile::Builder<'_, '_>) {}

/// Files have no group.
pub(crate) fn keep_group(_: &File, _: &Metadata) {}

/// Whether another program holds a file at the moment.
pub(crate) fn is_in_use(error: &io::Error) -> bool {
    error.raw_os_error().is_some_and(|code| IN_USE.contains(&code))
}

/// Whether the disk itself is at fault.
pub(crate) fn is_of_the_disk(error: &io::Error) -> bool {
    error.raw_os_error().is_some_and(|code| OF_THE_DISK.contains(&code))
}

/// Whether a folder of another machine is out of reach, beyond what [`ErrorKind`] tells.
pub(crate) fn is_of_the_network(error: &io::Error) -> bool {
    error.raw_os_error().is_some_and(|code| OF_THE_NETWORK.contains(&code))
}
