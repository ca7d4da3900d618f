//! A file that is being written.

use std::fs::File;
use std::io::{self, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use crate::fault;
use crate::platform;

/// A file that was created and is being written.
#[derive(Debug)]
pub struct NewFile {
    file: File,
    path: PathBuf,
}

impl NewFile {
    /// Creates a file, which must not be there yet.
    pub(crate) fn create(path: &Path) -> io::Result<Self> {
        fault::reach("create", path)?;
        Ok(Self { file: File::create_new(path)?, path: path.to_owned() })
    }

    /// Makes the first `length` bytes of `from` all that is in this file, which is empty, without writing them, where the file
    /// system lets files share their blocks. Whoever writes to one of the two later changes that one alone. Says whether it was
    /// done; otherwise nothing was.
    pub fn share(&self, from: &File, length: u64) -> bool {
        fault::reach("share", &self.path).is_ok() && platform::share(from, &self.file, length)
    }

    /// Ends the writing, once all of it is on the disk if that `lasts`.
    pub(crate) fn close(self, lasts: bool) -> io::Result<()> {
        if lasts {
            fault::reach("sync", &self.path)?;
            self.file.sync_all()?;
        }
        fault::reach("close", &self.path)?;
        platform::close(self.file)
    }
}

impl Write for NewFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        fault::reach("write", &self.path)?;
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Seek for NewFile {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.file.seek(to)
    }
}
