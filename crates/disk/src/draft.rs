//! A file under a name of its own, on its way to the name that it is meant for.

use std::fs::{File, Permissions};
use std::io::{self, Write as _};
use std::path::Path;

use tempfile::{Builder, NamedTempFile, TempPath};

use crate::{change, fault};

/// A file in the making. Dropped before it has its name, it is gone.
#[derive(Debug)]
pub struct Draft(NamedTempFile);

impl Draft {
    /// A file in `folder` that is called as `builder` says.
    pub(crate) fn begin(builder: &Builder<'_, '_>, folder: &Path) -> io::Result<Self> {
        fault::reach("create", folder)?;
        Ok(Self(builder.tempfile_in(folder)?))
    }

    /// A file in `folder` whose name begins with `prefix`.
    ///
    /// # Errors
    ///
    /// What the system says; so for all of these.
    pub fn named(prefix: &str, folder: &Path) -> io::Result<Self> {
        Self::begin(Builder::new().prefix(prefix), folder)
    }

    /// Writes to its end.
    pub fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        fault::reach("write", self.0.path())?;
        self.0.write_all(bytes)
    }

    /// The open file.
    pub(crate) fn file(&self) -> &File {
        self.0.as_file()
    }

    /// Says who may read and write it.
    pub(crate) fn permit(&self, permissions: Permissions) -> io::Result<()> {
        fault::reach("permit", self.0.path())?;
        self.file().set_permissions(permissions)
    }

    /// Makes what was written last.
    pub(crate) fn sync(&self) -> io::Result<()> {
        fault::reach("sync", self.0.path())?;
        self.file().sync_all()
    }

    /// Gives it the name `target`, whatever file had that; it is not closed by that. Else it is still there under its own.
    pub fn put(&mut self, target: &Path) -> io::Result<()> {
        self.named_by(target, change::replace)
    }

    /// Gives it the name `target`, which nothing has yet, else `AlreadyExists`.
    pub(crate) fn put_new(&mut self, target: &Path) -> io::Result<()> {
        self.named_by(target, change::rename)
    }

    /// It stays where it lies, whatever becomes of us.
    pub(crate) fn keep(&mut self) {
        self.0.disable_cleanup(true);
    }

    fn named_by(&mut self, target: &Path, rename: fn(&Path, &Path) -> io::Result<()>) -> io::Result<()> {
        rename(self.0.path(), target)?;
        // Its own name is free now, and somebody else's if anybody takes it.
        self.keep();
        Ok(())
    }

    /// The open file, and the name that it is gone by once that is dropped.
    pub(crate) fn into_parts(self) -> (File, TempPath) {
        self.0.into_parts()
    }
}
