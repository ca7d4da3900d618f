//! A single file that takes the place of another, whole or not at all.

use std::fs::{self, Metadata};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use tempfile::{Builder, NamedTempFile};

use crate::leftovers::{PREFIX, SUFFIX};
use crate::sync;

/// New content that lies ready beside a file, on the disk, with the file's permissions and group.
#[derive(Debug)]
pub struct Replacement {
    file: NamedTempFile,
    target: PathBuf,
}

impl Replacement {
    /// Writes `parts` beside `target`, which is there.
    ///
    /// # Errors
    ///
    /// A disk that refuses; nothing is left of it then.
    pub fn prepare(target: &Path, parts: &[&[u8]]) -> io::Result<Self> {
        Self::like(target, target, parts)
    }

    /// Writes `parts` beside `target`, which need not be there, for those who may read and write `model`.
    ///
    /// # Errors
    ///
    /// A disk that refuses; nothing is left of it then.
    pub fn like(target: &Path, model: &Path, parts: &[&[u8]]) -> io::Result<Self> {
        let old = fs::metadata(model)?;
        let new = Self::written(target, Builder::new(), parts)?;
        keep_group(&new.file, &old);
        new.file.as_file().set_permissions(old.permissions())?;
        new.file.as_file().sync_all()?;
        Ok(new)
    }

    /// Writes `parts` beside `target`, which need not be there, for whoever may read and write new files.
    ///
    /// # Errors
    ///
    /// A disk that refuses; nothing is left of it then.
    pub fn fresh(target: &Path, parts: &[&[u8]]) -> io::Result<Self> {
        let mut builder = Builder::new();
        for_everybody(&mut builder);
        let new = Self::written(target, builder, parts)?;
        new.file.as_file().sync_all()?;
        Ok(new)
    }

    fn written(target: &Path, mut builder: Builder, parts: &[&[u8]]) -> io::Result<Self> {
        let mut file = builder.prefix(PREFIX).suffix(SUFFIX).tempfile_in(folder_of(target))?;
        // Whoever cleans up leaves alone what is locked. Where nothing can be locked, nothing is cleaned up.
        drop(file.as_file().try_lock());
        parts.iter().try_for_each(|part| file.write_all(part))?;
        Ok(Self { file, target: target.to_owned() })
    }

    /// Puts it in the place of the file. It lasts once the folder is synced, with [`sync_folder`](crate::sync_folder).
    ///
    /// # Errors
    ///
    /// A disk that refuses.
    pub fn put(self) -> io::Result<()> {
        sync::close(self.file.persist(self.target)?)
    }

    /// Puts it where no file is; as [`put`](Self::put) otherwise.
    ///
    /// # Errors
    ///
    /// A file that is there, or a disk that refuses.
    pub fn put_new(self) -> io::Result<()> {
        sync::close(self.file.persist_noclobber(self.target)?)
    }

    /// The folder of the file.
    pub fn folder(&self) -> &Path {
        folder_of(&self.target)
    }
}

fn folder_of(target: &Path) -> &Path {
    target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// The system takes from it what the user's settings (umask) keep from others.
#[cfg(unix)]
fn for_everybody(builder: &mut Builder<'_, '_>) {
    use std::os::unix::fs::PermissionsExt as _;
    builder.permissions(fs::Permissions::from_mode(0o666));
}

#[cfg(not(unix))]
fn for_everybody(_: &mut Builder<'_, '_>) {}

/// Only who belongs to the group may do that; for others the file is theirs from now on.
#[cfg(unix)]
fn keep_group(file: &NamedTempFile, old: &Metadata) {
    use std::os::unix::fs::{MetadataExt as _, fchown};
    if file.as_file().metadata().is_ok_and(|new| new.gid() != old.gid()) {
        drop(fchown(file.as_file(), None, Some(old.gid())));
    }
}

#[cfg(not(unix))]
fn keep_group(_: &NamedTempFile, _: &Metadata) {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::remove_leftovers;

    #[test]
    fn what_was_killed_is_cleaned_up_and_what_is_under_way_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let below = folder.path().join("agencies/tcj");
        fs::create_dir_all(&below).unwrap();
        let target = below.join("report.yaml");
        fs::write(&target, "old").unwrap();
        let ready = Replacement::prepare(&target, &[b"n", b"ew"]).unwrap();
        for name in [".nianbao-a1B2c3.tmp", ".nianbao-mine.txt", ".nianbao.tmp", "nianbao-a1B2c3.tmp"] {
            fs::write(below.join(name), "").unwrap();
        }
        remove_leftovers(folder.path());
        let mut left: Vec<_> = fs::read_dir(&below).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        left.retain(|name| *name != ready.file.path().file_name().unwrap());
        left.sort();
        assert_eq!(left, [".nianbao-mine.txt", ".nianbao.tmp", "nianbao-a1B2c3.tmp", "report.yaml"]);
        ready.put().unwrap();
        assert_eq!(fs::read_to_string(&target).unwrap(), "new");
    }

    #[cfg(unix)]
    #[test]
    fn permissions_stay() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("report.yaml");
        fs::write(&target, "old").unwrap();
        fs::set_permissions(&target, fs::Permissions::from_mode(0o640)).unwrap();
        Replacement::prepare(&target, &[b"new"]).unwrap().put().unwrap();
        assert_eq!(fs::metadata(&target).unwrap().permissions().mode() & 0o7777, 0o640);
    }
}
