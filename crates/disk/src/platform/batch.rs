//! A whole disk that is synced at once, where that tells of every error.

use std::fs::File;
use std::io;
use std::path::Path;

use crate::sync::sync_each;

/// Writing that is synced at once, at the end.
#[derive(Debug)]
#[cfg_attr(not(target_os = "linux"), allow(dead_code, reason = "no other system syncs a disk"))]
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
    let release = std::fs::read_to_string("/proc/sys/kernel/osrelease").ok()?;
    let mut numbers = release.split(|letter: char| !letter.is_ascii_digit()).map(str::parse);
    Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
}
