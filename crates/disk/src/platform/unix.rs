//! Linux, macOS and the like.

use std::fs::{self, File, Metadata, Permissions};
use std::io::{self, ErrorKind};
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, fchown};
use std::path::Path;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use rustix::fs::{Access, Mode, OFlags};
use rustix::io::Errno;

use crate::ReadError;

/// Two things change their names in one system call. `Unsupported` where the system or the file system has none.
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
pub(crate) fn exchange(a: &Path, b: &Path) -> io::Result<()> {
    flagged(a, b, rustix::fs::RenameFlags::EXCHANGE)
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
pub(crate) fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(ErrorKind::Unsupported.into())
}

/// Gives something a name that nothing has yet. `Unsupported` as for [`exchange`].
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
pub(super) fn rename_to_free(from: &Path, to: &Path) -> io::Result<()> {
    flagged(from, to, rustix::fs::RenameFlags::NOREPLACE)
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
pub(super) fn rename_to_free(_: &Path, _: &Path) -> io::Result<()> {
    Err(ErrorKind::Unsupported.into())
}

#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn flagged(a: &Path, b: &Path, flags: rustix::fs::RenameFlags) -> io::Result<()> {
    use rustix::fs::{CWD, renameat_with};
    renameat_with(CWD, a, CWD, b, flags).map_err(|error| {
        let error = io::Error::from(error);
        // Kernels and file systems without the flag answer in several ways.
        let unsupported = matches!(error.kind(), ErrorKind::Unsupported | ErrorKind::InvalidInput);
        if unsupported { ErrorKind::Unsupported.into() } else { error }
    })
}

/// Opens a file to read it, through no link and without waiting.
pub(crate) fn open(path: &Path) -> Result<File, ReadError> {
    let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
    match rustix::fs::open(path, flags, Mode::empty()) {
        Ok(file) => Ok(file.into()),
        Err(Errno::LOOP) => Err(ReadError::Link),
        Err(Errno::NXIO) => Err(ReadError::Special),
        Err(error) => Err(ReadError::Io(error.into())),
    }
}

/// Opens a file that is locked, created where it is not there. What is no regular file is `InvalidInput`.
pub(crate) fn open_lock(name: &Path) -> io::Result<File> {
    let flags = OFlags::RDWR | OFlags::CREATE | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
    let file = match rustix::fs::open(name, flags, Mode::from_raw_mode(0o666)) {
        Ok(file) => File::from(file),
        Err(Errno::LOOP | Errno::ISDIR | Errno::NXIO) => return Err(ErrorKind::InvalidInput.into()),
        Err(error) => return Err(error.into()),
    };
    if file.metadata()?.is_file() { Ok(file) } else { Err(ErrorKind::InvalidInput.into()) }
}

/// Whether an open file is still what goes by a name.
pub fn is_same(file: &File, name: &Path) -> bool {
    let identity = |found: io::Result<Metadata>| found.ok().map(|found| (found.dev(), found.ino()));
    let open = identity(file.metadata());
    open.is_some() && open == identity(fs::symlink_metadata(name))
}

/// What tells of a file, as text, that it is still the one that it was: what the system notes of the last change cannot be set
/// by hand.
pub fn place_and_times(file: &Metadata) -> String {
    let changed = (file.ctime(), file.ctime_nsec());
    format!("{} {changed:?}", place_and_writing(file))
}

/// What tells of a file, as text, that nobody wrote to it, whatever names it was given and lost.
pub fn place_and_writing(file: &Metadata) -> String {
    let written = (file.mtime(), file.mtime_nsec());
    format!("{} {} {written:?}", file.dev(), file.ino())
}

/// When a file was changed last, whoever set its times.
pub fn changed(file: &Metadata) -> SystemTime {
    let nanoseconds = u32::try_from(file.ctime_nsec()).unwrap_or_default();
    let since = u64::try_from(file.ctime()).map(|seconds| Duration::new(seconds, nanoseconds)).unwrap_or_default();
    UNIX_EPOCH.checked_add(since).unwrap_or(UNIX_EPOCH)
}

/// Says early that a folder cannot be replaced.
///
/// # Errors
///
/// A folder that may not be written to.
pub fn may_replace(folder: &Path) -> io::Result<()> {
    match rustix::fs::access(folder, Access::WRITE_OK) {
        Ok(()) | Err(Errno::NOENT) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

/// Closes a file. Over a network that is when an error may be told.
pub(crate) fn close(file: File) -> io::Result<()> {
    match nix::unistd::close(file) {
        // It is closed then, too.
        Err(nix::errno::Errno::EINTR) | Ok(()) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

/// Makes the names in a folder last. Some file systems know no such thing for folders and refuse; nothing more can be done there.
pub(crate) fn sync_folder(folder: &Path) -> io::Result<()> {
    match File::open(folder)?.sync_all() {
        Err(error) if matches!(error.kind(), ErrorKind::InvalidInput | ErrorKind::Unsupported) => Ok(()),
        done => done,
    }
}

/// Makes the first `length` bytes of `from` all that is in `to`, which is empty, where the file system lets files share their
/// blocks (Btrfs, XFS). Says whether it was done; otherwise nothing was.
#[cfg(target_os = "linux")]
pub(crate) fn share(from: &File, to: &File, length: u64) -> bool {
    let is_shared = rustix::fs::ioctl_ficlone(to, from).is_ok();
    if is_shared && to.set_len(length).is_err() {
        drop(to.set_len(0));
        return false;
    }
    is_shared
}

/// Files are copied.
#[cfg(not(target_os = "linux"))]
pub(crate) fn share(_: &File, _: &File, _: u64) -> bool {
    false
}

/// What is created so is for everybody; the system takes from it what the user's settings (umask) keep from others.
pub(crate) fn open_to_all(builder: &mut tempfile::Builder<'_, '_>) {
    builder.permissions(Permissions::from_mode(0o666));
}

/// Gives a file the group of `old`. Only who belongs to it may do that; for others the file is theirs from now on.
pub(crate) fn keep_group(file: &File, old: &Metadata) {
    if file.metadata().is_ok_and(|new| new.gid() != old.gid()) {
        drop(fchown(file, None, Some(old.gid())));
    }
}

/// Whether another program holds a file at the moment: here nobody can keep a name from being given to something else.
pub(crate) fn is_in_use(_: &io::Error) -> bool {
    false
}

/// Whether the disk itself is at fault (EIO).
pub(crate) fn is_of_the_disk(error: &io::Error) -> bool {
    error.raw_os_error() == Some(Errno::IO.raw_os_error())
}

/// Whether a folder of another machine is out of reach, beyond what [`ErrorKind`] tells.
pub(crate) fn is_of_the_network(error: &io::Error) -> bool {
    let known = [Errno::HOSTDOWN, Errno::NOTCONN, Errno::STALE];
    known.iter().any(|known| error.raw_os_error() == Some(known.raw_os_error()))
}
