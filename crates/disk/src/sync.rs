//! Making what was written last: file by file, or a whole disk at once where that tells of every error.

use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::Path;

/// Writing that is synced at once, at the end.
#[derive(Debug)]
pub(crate) struct Batch(File);

impl Batch {
    /// A batch of everything that is written to the disk of `folder` from now on; nothing where a sync of the whole would not
    /// tell of every error.
    ///
    /// Linux tells since 5.8, by an open file, what went wrong since that was opened, and a file system of its own disk has
    /// nothing more to say when a file is closed. One over a network has, and so has one in a program or over another.
    #[cfg(target_os = "linux")]
    pub(crate) fn begin(folder: &Path) -> Option<Self> {
        /// ext2 to ext4, XFS, Btrfs, F2FS, tmpfs.
        const OF_OWN_DISK: [i64; 5] = [0xEF53, 0x5846_5342, 0x9123_683E, 0xF2F5_2010, 0x0102_1994];
        const TELLS_SINCE: (u32, u32) = (5, 8);
        let folder = File::open(folder).ok()?;
        let system = rustix::fs::fstatfs(&folder).ok()?;
        let exact = kernel()? >= TELLS_SINCE && OF_OWN_DISK.contains(&i64::from(system.f_type));
        exact.then_some(Self(folder))
    }

    #[cfg(not(target_os = "linux"))]
    pub(crate) fn begin(_: &Path) -> Option<Self> {
        None
    }

    /// Makes all of it last.
    #[cfg(target_os = "linux")]
    pub(crate) fn sync(&self) -> io::Result<()> {
        Ok(rustix::fs::syncfs(&self.0)?)
    }

    #[cfg(not(target_os = "linux"))]
    pub(crate) fn sync(&self) -> io::Result<()> {
        self.0.sync_all()
    }
}

/// The kernel's version, its first two numbers.
#[cfg(target_os = "linux")]
fn kernel() -> Option<(u32, u32)> {
    let release = fs::read_to_string("/proc/sys/kernel/osrelease").ok()?;
    let mut numbers = release.split(|letter: char| !letter.is_ascii_digit()).map(str::parse);
    Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
}

/// Makes the names in a folder last. Some file systems know no such thing for folders and refuse; nothing more can be done there.
///
/// # Errors
///
/// A folder that cannot be opened, or a disk that fails.
pub fn sync_folder(folder: &Path) -> io::Result<()> {
    if !cfg!(unix) {
        return Ok(());
    }
    match File::open(folder)?.sync_all() {
        Err(error) if matches!(error.kind(), ErrorKind::InvalidInput | ErrorKind::Unsupported) => Ok(()),
        done => done,
    }
}

/// Makes the names in a folder and in all below it last, the deepest first.
pub(crate) fn sync_folders(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            sync_folders(&entry.path())?;
        }
    }
    sync_folder(folder)
}

/// Closes a file. Over a network that is when an error may be told.
#[cfg(unix)]
pub(crate) fn close(file: File) -> io::Result<()> {
    match nix::unistd::close(file) {
        // It is closed then, too.
        Err(nix::errno::Errno::EINTR) | Ok(()) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

#[cfg(not(unix))]
pub(crate) fn close(file: File) -> io::Result<()> {
    drop(file);
    Ok(())
}
