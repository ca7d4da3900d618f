//! What is saved, read again only where the editor says that it changed.

use std::io;
use std::time::{Duration, Instant};

use nianbao_loader::{DirEntry, Files, Mark, Memory, ReadError, Remembered};

/// So long after all was read it is read again, whatever the editor says.
const LONGEST: Duration = Duration::from_mins(1);

/// The files of a workspace as they are saved.
#[derive(Debug)]
pub(crate) enum Saved {
    /// Nobody looks after them, so they are read at each check.
    Unwatched(Box<dyn Files>),
    /// The editor tells what changed. All was read at some moment.
    Watched(Remembered<Box<dyn Files>>, Instant),
}

impl Saved {
    /// From here on the editor tells of all changes.
    pub(crate) fn are_watched(&mut self) {
        *self = match std::mem::replace(self, Self::Unwatched(Box::new(Memory::new()))) {
            Self::Unwatched(files) => Self::Watched(Remembered::new(files), Instant::now()),
            watched @ Self::Watched(..) => watched,
        };
    }

    /// What stands at `path` may be another.
    pub(crate) fn changed(&mut self, path: &str) {
        if let Self::Watched(files, _) = self {
            files.forget(path);
        }
    }

    /// Anything may be another.
    pub(crate) fn forget_all(&mut self) {
        if let Self::Watched(files, since) = self {
            files.forget_all();
            *since = Instant::now();
        }
    }

    /// What was read long ago is read again at the next check.
    pub(crate) fn forget_old(&mut self) {
        if matches!(self, Self::Watched(_, since) if since.elapsed() >= LONGEST) {
            self.forget_all();
        }
    }

    fn files(&self) -> &dyn Files {
        match self {
            Self::Unwatched(files) => files,
            Self::Watched(files, _) => files,
        }
    }
}

impl Files for Saved {
    fn name(&self) -> String {
        self.files().name()
    }

    fn list(&self, folder: &str) -> io::Result<Vec<DirEntry>> {
        self.files().list(folder)
    }

    fn read(&self, path: &str, limit: u64) -> Result<Vec<u8>, ReadError> {
        self.files().read(path, limit)
    }

    fn mark(&self, path: &str) -> Option<Mark> {
        self.files().mark(path)
    }
}
