//! Where the files of a workspace come from: the disk, a revision of git, memory, or unsaved texts over
//! either.

mod disk;
mod git;
mod memory;
mod overlay;
mod remembered;

use std::fmt;
use std::io;
use std::sync::atomic::{AtomicU64, Ordering};

pub use disk::Disk;
pub(crate) use disk::is_link;
pub use git::{Commit, GitError, GitRevision};
pub use memory::Memory;
pub use overlay::Overlay;
pub use remembered::Remembered;

/// The files of a workspace. Paths start at the workspace and have `/` between their steps: `content/2024/report.yaml`.
pub trait Files: fmt::Debug {
    /// What messages call the workspace: on a disk its folder.
    fn name(&self) -> String;

    /// What lies in a folder, sorted by name.
    ///
    /// # Errors
    ///
    /// `NotFound` and `NotADirectory` where there is no such folder, and whatever else keeps it from being read.
    fn list(&self, folder: &str) -> io::Result<Vec<DirEntry>>;

    /// The bytes of a file that has at most `limit` of them.
    ///
    /// # Errors
    ///
    /// Where there is no such file, it is longer, or cannot be read. Links are not followed.
    fn read(&self, path: &str, limit: u64) -> Result<Vec<u8>, ReadError>;

    /// What the bytes of a file go by, where that is known without reading them: whatever goes by the same mark, here or in
    /// other files, is the same.
    fn mark(&self, _path: &str) -> Option<Mark> {
        None
    }

    /// The same files for several threads at a time, where that is faster.
    fn for_threads(&self) -> Option<&(dyn Files + Sync)> {
        None
    }
}

/// What tells the bytes of a file from all others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark(MarkKind);

#[derive(Debug, Clone, PartialEq, Eq)]
enum MarkKind {
    /// What was read at one time.
    Read(u64),
    /// What has this name wherever it is.
    Named(String),
}

impl Mark {
    /// One that nothing went by so far.
    pub(crate) fn new() -> Self {
        static NEXT: AtomicU64 = AtomicU64::new(0);
        Self(MarkKind::Read(NEXT.fetch_add(1, Ordering::Relaxed)))
    }

    /// That of what is called `name`, a digest.
    fn of(name: &str) -> Self {
        Self(MarkKind::Named(name.to_owned()))
    }
}

impl<F: Files + ?Sized> Files for &F {
    fn name(&self) -> String {
        (**self).name()
    }

    fn list(&self, folder: &str) -> io::Result<Vec<DirEntry>> {
        (**self).list(folder)
    }

    fn read(&self, path: &str, limit: u64) -> Result<Vec<u8>, ReadError> {
        (**self).read(path, limit)
    }

    fn mark(&self, path: &str) -> Option<Mark> {
        (**self).mark(path)
    }
}

impl<F: Files + ?Sized> Files for Box<F> {
    fn name(&self) -> String {
        (**self).name()
    }

    fn list(&self, folder: &str) -> io::Result<Vec<DirEntry>> {
        (**self).list(folder)
    }

    fn read(&self, path: &str, limit: u64) -> Result<Vec<u8>, ReadError> {
        (**self).read(path, limit)
    }

    fn mark(&self, path: &str) -> Option<Mark> {
        (**self).mark(path)
    }
}

/// Something that lies in a folder.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct DirEntry {
    /// Its name, without the folder.
    pub name: String,
    /// What it is.
    pub kind: EntryKind,
}

/// What something in a folder is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntryKind {
    /// A regular file.
    File,
    /// A folder.
    Folder,
    /// A symbolic link, wherever it leads.
    Link,
    /// A device, a pipe, a socket.
    Other,
}

/// Why the bytes of a file are not to be had.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// It has more bytes than were asked for.
    #[error("文件过大")]
    TooLarge,
    /// It is a symbolic link.
    #[error("它是链接（快捷方式）")]
    Link,
    /// It is a device, a pipe, a socket.
    #[error("它不是普通的文件")]
    Special,
    /// The error of the system: there is no such file, it is a folder, it may not be read.
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// Why a source other than the disk does not have a file, in Chinese.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub(crate) struct Reason(&'static str);

impl Reason {
    /// The same as an error of reading.
    fn error(reason: &'static str) -> io::Error {
        io::Error::other(Self(reason))
    }
}

/// The path of `name` in `folder`.
pub(crate) fn join(folder: &str, name: &str) -> String {
    if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") }
}

/// The last step of a path: a file's or folder's own name.
pub(crate) fn file_name(path: &str) -> &str {
    path.rsplit_once('/').map_or(path, |(_, name)| name)
}
