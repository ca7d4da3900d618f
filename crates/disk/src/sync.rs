//! Making what was written last: file by file, or a whole disk at once where that tells of every error.

use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::Path;

/// Writing that is synced at once, at the end.
#[derive(Debug)]
pub(crate) struct Batch {
    /// Opened before anything was written.
    disk: File,
    /// Whether each file is asked afterwards what went wrong with it.
    asks_each: bool,
}

impl Batch {
    /// A batch of everything that is written to the disk of `folder` from now on; nothing where a sync of the whole would not
    /// tell of every error.
    ///
    /// Linux tells since 5.8, by an open file, what went wrong since that was opened, and a file system of its own disk has
    /// nothing more to say when a file is closed. One over a network or in a program has. One over another, as containers have
    /// it, syncs that one, but leaves it to each file to tell of errors: each is asked then, which takes little once it is synced.
    #[cfg(target_os = "linux")]
    pub(crate) fn begin(folder: &Path) -> Option<Self> {
        /// ext2 to ext4, XFS, Btrfs, F2FS, tmpfs.
        const OF_OWN_DISK: [rustix::fs::FsWord; 5] = [0xEF53, 0x5846_5342, 0x9123_683E, 0xF2F5_2010, 0x0102_1994];
        const OVER_ANOTHER: rustix::fs::FsWord = 0x794C_7630;
        const TELLS_SINCE: (u32, u32) = (5, 8);
        let disk = File::open(folder).ok()?;
        let kind = rustix::fs::fstatfs(&disk).ok()?.f_type;
        let asks_each = kind == OVER_ANOTHER;
        let tells = kernel()? >= TELLS_SINCE && (asks_each || OF_OWN_DISK.contains(&kind));
        tells.then_some(Self { disk, asks_each })
    }

    #[cfg(not(target_os = "linux"))]
    pub(crate) fn begin(_: &Path) -> Option<Self> {
        None
    }

    /// Makes all of it last, which lies below `folder`.
    pub(crate) fn sync(&self, folder: &Path) -> io::Result<()> {
        #[cfg(target_os = "linux")]
        rustix::fs::syncfs(&self.disk)?;
        if self.asks_each { sync_each(folder) } else { Ok(()) }
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
    sync_below(folder, |_| Ok(()))
}

/// Makes a folder last with all below it, file by file.
fn sync_each(folder: &Path) -> io::Result<()> {
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
