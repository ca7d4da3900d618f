//! The staging folder beside the published one.

use std::fs::{File, TryLockError};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::{fs, io};

use super::inventory::MARK;
use super::{Inventory, StageError, swap};

/// A folder in the making. Dropped without [`Stage::publish`], it leaves nothing behind.
///
/// `.dist.nianbao/` stands beside `dist/`, on the same disk: `lock` is held by the running build, so
/// that whatever an interrupted one left there may be removed; `new` fills up; `old` exists only
/// while the two change places on systems that need two steps for it.
#[derive(Debug)]
pub(crate) struct Stage {
    target: PathBuf,
    work: PathBuf,
    lock: File,
}

impl Stage {
    /// Opens a staging folder for `target`, which is created with its parents if it is not there.
    pub(crate) fn begin(target: &Path, inventory: &Inventory) -> Result<Self, StageError> {
        let target = resolve(target)?;
        let work = work_folder(&target)?;
        fs::create_dir_all(&work).map_err(StageError::io(&target))?;
        let lock = lock(&work, &target)?;
        let stage = Self { target, work, lock };
        stage.clean()?;
        inventory.check_replaces(&stage.target)?;
        writable(&stage.target)?;
        fs::create_dir(stage.new_folder()).map_err(StageError::io(&stage.target))?;
        stage.write(MARK, &inventory.mark())?;
        Ok(stage)
    }

    /// Writes a file; `path` is relative, with `/` between its steps.
    pub(crate) fn write(&self, path: &str, bytes: &[u8]) -> Result<(), StageError> {
        self.create(path)?.write_all(bytes).map_err(StageError::io(self.target.join(path)))
    }

    /// Creates a file that is too large to be written at once.
    pub(crate) fn create(&self, path: &str) -> Result<File, StageError> {
        let file = self.new_folder().join(path);
        let shown = || self.target.join(path);
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder).map_err(StageError::io(shown()))?;
        }
        File::create(&file).map_err(StageError::io(shown()))
    }

    /// Reads back a file that was written.
    pub(crate) fn read(&self, path: &str) -> Result<Vec<u8>, StageError> {
        fs::read(self.new_folder().join(path)).map_err(StageError::io(self.target.join(path)))
    }

    /// Whether a file was written with something in it; a path that ends with `/` is a folder, which holds something.
    pub(crate) fn holds(&self, path: &str) -> bool {
        let place = self.new_folder().join(path);
        if path.ends_with('/') {
            return fs::read_dir(place).is_ok_and(|mut entries| entries.next().is_some());
        }
        fs::metadata(place).is_ok_and(|file| file.is_file() && file.len() > 0)
    }

    /// Puts the folder in its place, whole and at once. Says where that is.
    pub(crate) fn publish(self) -> Result<PathBuf, StageError> {
        swap::swap(&self.new_folder(), &self.target, &self.old_folder()).map_err(StageError::io(&self.target))?;
        Ok(self.target.clone())
    }

    fn new_folder(&self) -> PathBuf {
        self.work.join("new")
    }

    fn old_folder(&self) -> PathBuf {
        self.work.join("old")
    }

    /// Removes what an interrupted build left.
    fn clean(&self) -> Result<(), StageError> {
        swap::recover(&self.target, &self.old_folder()).map_err(StageError::io(&self.target))?;
        for folder in [self.new_folder(), self.old_folder()] {
            match fs::remove_dir_all(&folder) {
                Err(cause) if cause.kind() != io::ErrorKind::NotFound => {
                    return Err(StageError::Io { path: folder, cause });
                }
                _ => {}
            }
        }
        Ok(())
    }
}

impl Drop for Stage {
    /// The new folder goes if it was not published, the earlier one if it was. What cannot be removed
    /// now is removed by the next build.
    fn drop(&mut self) {
        let cleaned = self.clean();
        drop(self.lock.unlock());
        if cleaned.is_ok() {
            drop(fs::remove_dir_all(&self.work));
        }
    }
}

/// The folder meant: absolute, through symbolic links.
fn resolve(target: &Path) -> Result<PathBuf, StageError> {
    if let Ok(real) = fs::canonicalize(target) {
        return Ok(real);
    }
    let absolute = std::path::absolute(target).map_err(StageError::io(target))?;
    let (Some(parent), Some(name)) = (absolute.parent(), absolute.file_name()) else {
        return Err(StageError::NotOurs(absolute));
    };
    fs::create_dir_all(parent).map_err(StageError::io(&absolute))?;
    let parent = fs::canonicalize(parent).map_err(StageError::io(&absolute))?;
    Ok(parent.join(name))
}

fn work_folder(target: &Path) -> Result<PathBuf, StageError> {
    match (target.parent(), target.file_name()) {
        (Some(parent), Some(name)) => Ok(parent.join(format!(".{}.nianbao", name.to_string_lossy()))),
        _ => Err(StageError::NotOurs(target.to_owned())),
    }
}

fn lock(work: &Path, target: &Path) -> Result<File, StageError> {
    let file = File::create(work.join("lock")).map_err(StageError::io(target))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(StageError::Busy(target.to_owned())),
        Err(TryLockError::Error(cause)) => Err(StageError::Io { path: target.to_owned(), cause }),
    }
}

/// Says early that the published folder cannot be replaced.
#[cfg(unix)]
fn writable(target: &Path) -> Result<(), StageError> {
    match rustix::fs::access(target, rustix::fs::Access::WRITE_OK) {
        Ok(()) | Err(rustix::io::Errno::NOENT) => Ok(()),
        Err(error) => Err(StageError::Io { path: target.to_owned(), cause: error.into() }),
    }
}

#[cfg(not(unix))]
fn writable(_: &Path) -> Result<(), StageError> {
    Ok(())
}
