//! The seam between deciding what happens to folders and doing it.

use std::fmt;
use std::fs::File;
use std::io::{self, Write as _};
use std::path::Path;

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
    fn create(&self, file: &Path) -> io::Result<File>;

    /// Ends the writing of a file. An error of writing that the system kept to itself so far comes out here, or at
    /// [`Storage::sync_tree`].
    fn close(&self, file: File) -> io::Result<()>;

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

    /// Writes a whole file, which must not be there yet.
    fn write(&self, file: &Path, bytes: &[u8]) -> io::Result<()> {
        let mut open = self.create(file)?;
        open.write_all(bytes)?;
        self.close(open)
    }
}
