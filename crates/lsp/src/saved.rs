//! What is saved, read again only where the editor says that it changed.

use std::io;
use std::time::{Duration, Instant};

use nianbao_loader::{DirEntry, Files, Mark, ReadError, Remembered};

/// So long after all was read it is read again, whatever the editor says.
const LONGEST: Duration = Duration::from_mins(1);

/// The files of a workspace as they are saved. An editor that looks after them tells what changed; with any other they are read
/// again at each check.
#[derive(Debug)]
pub(crate) struct Saved {
    files: Remembered<Box<dyn Files>>,
    /// Whether the editor tells of all changes.
    watched: bool,
    /// When all was read last.
    since: Instant,
}

impl Saved {
    /// Those that `files` holds.
    pub(crate) fn new(files: Box<dyn Files>) -> Self {
        Self { files: Remembered::new(files), watched: false, since: Instant::now() }
    }

    /// From here on the editor tells of all changes.
    pub(crate) fn are_watched(&mut self) {
        self.forget_all();
        self.watched = true;
    }

    /// What stands at `path` may be another.
    pub(crate) fn changed(&mut self, path: &str) {
        self.files.forget(path);
    }

    /// Anything may be another.
    pub(crate) fn forget_all(&mut self) {
        self.files.forget_all();
        self.since = Instant::now();
    }

    /// Before each check: what nobody vouches for is read again.
    pub(crate) fn look_again(&mut self) {
        if !self.watched || self.since.elapsed() >= LONGEST {
            self.forget_all();
        }
    }
}

impl Files for Saved {
    fn name(&self) -> String {
        self.files.name()
    }

    fn list(&self, folder: &str) -> io::Result<Vec<DirEntry>> {
        self.files.list(folder)
    }

    fn read(&self, path: &str, limit: u64) -> Result<Vec<u8>, ReadError> {
        self.files.read(path, limit)
    }

    fn mark(&self, path: &str) -> Option<Mark> {
        self.files.mark(path)
    }
}
