//! The seam between deciding what happens to folders and doing it.

mod rehearsal;
mod system;

use std::fmt;
use std::io::{self, Write as _};
use std::path::Path;
use std::thread::sleep;
use std::time::Duration;

pub use rehearsal::{Operation, Rehearsal};
pub use system::System;

use crate::change::create_missing;
use crate::patience::patiently;
use crate::{NewFile, platform};

/// What is done to a disk, one operation at a time. What is written is in memory first: only what was synced is there after a
/// power cut.
pub trait Storage: fmt::Debug + Send + Sync {
    /// Creates one folder, which must not be there yet.
    ///
    /// # Errors
    ///
    /// What the system says; so for all of these.
    fn create_folder(&self, folder: &Path) -> io::Result<()>;

    /// Creates a file, which must not be there yet. It goes back to [`Storage::close`].
    fn create(&self, file: &Path) -> io::Result<NewFile>;

    /// Ends the writing of a file. An error of writing that the system kept to itself so far comes out here, or at
    /// [`Storage::sync_tree`].
    fn close(&self, file: NewFile) -> io::Result<()>;

    /// Gives a file that lasts a second name, which nothing has yet: whoever writes to one of the two writes to both.
    fn link(&self, file: &Path, name: &Path) -> io::Result<()>;

    /// Makes everything below a folder last, all of which was written through this very `Storage`.
    fn sync_tree(&self, folder: &Path) -> io::Result<()>;

    /// Makes the names in a folder last, of what was put there, renamed and removed.
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;

    /// Two things change their names at once. `Unsupported` where that cannot be done.
    fn exchange(&self, a: &Path, b: &Path) -> io::Result<()>;

    /// Gives something another name, which nothing has yet, else `AlreadyExists`.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Removes whatever goes by a name, a link as the link that it is. It may be missing.
    fn remove(&self, path: &Path) -> io::Result<()>;

    /// Whether an error says that another program holds something at the moment.
    fn is_in_use(&self, error: &io::Error) -> bool {
        platform::is_in_use(error)
    }

    /// Waits for that other program.
    fn pause(&self, length: Duration) {
        sleep(length);
    }

    /// Creates a folder and those above it, as far as they are missing.
    fn create_folders(&self, folder: &Path) -> io::Result<()> {
        create_missing(folder, &|missing| self.create_folder(missing))
    }

    /// Writes a whole file, which must not be there yet.
    fn write(&self, file: &Path, bytes: &[u8]) -> io::Result<()> {
        let mut open = self.create(file)?;
        open.write_all(bytes)?;
        self.close(open)
    }

    /// As [`Storage::rename`], but waits a while for a program that holds something.
    fn rename_patiently(&self, from: &Path, to: &Path) -> io::Result<()> {
        patiently(|| self.rename(from, to), |error| self.is_in_use(error), |length| self.pause(length))
    }

    /// As [`Storage::remove`], but waits a while for a program that holds something.
    fn remove_patiently(&self, path: &Path) -> io::Result<()> {
        patiently(|| self.remove(path), |error| self.is_in_use(error), |length| self.pause(length))
    }
}
