//! The folder beside a target in which its successor is made, held by one run at a time.

use std::fs::{self, File, TryLockError};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use nianbao_disk::{Storage, System, is_same, open_lock, real_path, remove_empty_folder, remove_file};

use super::recovery::Recovery;
use super::swap::{Swap, is_there};
use super::{Inventory, StageError};

/// How often the lock is tried anew because somebody else removed it at that moment.
const ATTEMPTS: usize = 100;

/// `.dist.nianbao/` beside `dist/`, on the same disk: `lock` is held by the run under way, so that whatever an interrupted one
/// left there may be removed; `new` fills up; `old` is the earlier publication until the new one is on the disk; `journal` is
/// there while the two change places step by step.
///
/// Dropped, it leaves nothing behind; the lock goes last.
#[derive(Debug)]
pub(crate) struct WorkFolder {
    target: PathBuf,
    path: PathBuf,
    disk: Box<dyn Storage>,
    recovery: Option<Recovery>,
    /// Whether everything stays as it is, for the next run to sort out.
    pub(super) abandoned: bool,
    /// Held until everything else is gone.
    lock: Option<File>,
}

impl WorkFolder {
    /// The work folder of `target`, for many files. The folder that `target` stands in is created if it is not there.
    pub(crate) fn open(target: &Path) -> Result<Self, StageError> {
        Self::open_on(target, |folder| Box::new(System::of_many_files(folder)))
    }

    /// The same on the disk that `disk` makes for the folder of the target.
    pub(crate) fn open_on(target: &Path, disk: impl FnOnce(&Path) -> Box<dyn Storage>) -> Result<Self, StageError> {
        let target = resolve(target)?;
        let (Some(folder), Some(path)) = (target.parent(), beside(&target)) else {
            return Err(StageError::NotOurs(target));
        };
        let lock = lock(&path, &target)?;
        let disk = disk(folder);
        let mut work = Self { target, path, disk, recovery: None, abandoned: false, lock: Some(lock) };
        work.recovery = work.recover()?;
        Ok(work)
    }

    /// Whether a run to `target` is under way, or left something for the next one to sort out.
    pub(crate) fn is_left(target: &Path) -> bool {
        real_path(target).ok().and_then(|target| beside(&target)).is_none_or(|path| is_there(&path))
    }

    /// What this work is for: absolute, without links.
    pub(crate) fn target(&self) -> &Path {
        &self.target
    }

    /// The folder that the target stands in.
    pub(crate) fn folder(&self) -> &Path {
        self.target.parent().unwrap_or(&self.target)
    }

    /// The places between which folders are moved.
    pub(super) fn swap(&self) -> Swap<'_> {
        let [new, old] = [self.new_path(), self.old_path()];
        Swap { disk: self.disk(), new, current: &self.target, old, journal: self.path.join("journal") }
    }

    /// The work folder itself.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Where the successor is made.
    pub(crate) fn new_path(&self) -> PathBuf {
        self.path.join("new")
    }

    /// Where the earlier publication is until the new one is on the disk.
    pub(crate) fn old_path(&self) -> PathBuf {
        self.path.join("old")
    }

    /// The disk through which all of it is changed.
    pub(crate) fn disk(&self) -> &dyn Storage {
        self.disk.as_ref()
    }

    /// What an interrupted run had left, if there was one.
    pub(crate) fn recovery(&self) -> Option<&Recovery> {
        self.recovery.as_ref()
    }

    /// Puts back what an interrupted run took away and removes what it left.
    fn recover(&self) -> Result<Option<Recovery>, StageError> {
        let left = [self.new_path(), self.old_path()].iter().any(|path| is_there(path));
        let restored = self.swap().recover().map_err(StageError::io(&self.target))?;
        self.clean()?;
        Ok(left.then(|| Recovery::of(&self.target, restored)))
    }

    /// Removes what was made, or what it replaced. What somebody put into a publication is not removed with it.
    fn clean(&self) -> Result<(), StageError> {
        let swap = self.swap();
        if swap.is_displaced() {
            return Err(StageError::Displaced { path: self.target.clone(), aside: swap.old });
        }
        for path in [&swap.new, &swap.old] {
            Inventory::check_only_ours(path, path)?;
        }
        swap.clean().map_err(StageError::io(&self.path))
    }
}

impl Drop for WorkFolder {
    /// What cannot be removed now is removed by the next run. Whoever waits for the lock finds it gone or free.
    fn drop(&mut self) {
        if !self.abandoned && self.clean().is_ok() && remove_file(&self.path.join(LOCK)).is_ok() {
            // Some systems take a file out of its folder only once nobody has it open.
            drop(self.lock.take());
            drop(remove_empty_folder(&self.path));
        }
    }
}

/// The work folder of a target.
fn beside(target: &Path) -> Option<PathBuf> {
    Some(target.with_file_name(format!(".{}.nianbao", target.file_name()?.to_string_lossy())))
}

/// The lock's name in the work folder.
const LOCK: &str = "lock";

/// The target meant: absolute, through symbolic links.
fn resolve(target: &Path) -> Result<PathBuf, StageError> {
    if let Ok(real) = real_path(target) {
        return Ok(real);
    }
    let absolute = std::path::absolute(target).map_err(StageError::io(target))?;
    if absolute.is_symlink() {
        return Err(StageError::DanglingLink(absolute));
    }
    let (Some(parent), Some(name)) = (absolute.parent(), absolute.file_name()) else {
        return Err(StageError::NotOurs(absolute));
    };
    nianbao_disk::create_folders(parent).map_err(StageError::io(&absolute))?;
    let parent = real_path(parent).map_err(StageError::io(&absolute))?;
    Ok(parent.join(name))
}

/// Takes the lock in the work folder at `path`. Whoever had it removes it, and the folder: then it is another one.
fn lock(path: &Path, target: &Path) -> Result<File, StageError> {
    for _ in 0..ATTEMPTS {
        create_folder(path, target)?;
        let name = path.join(LOCK);
        let file = match open_lock(&name) {
            Err(error) if error.kind() == ErrorKind::NotFound => continue,
            Err(error) if error.kind() == ErrorKind::InvalidInput => return Err(StageError::Obstacle(name)),
            opened => opened.map_err(StageError::io(target))?,
        };
        match file.try_lock() {
            Ok(()) if is_same(&file, &name) => return Ok(file),
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(StageError::Busy(target.to_owned())),
            Err(TryLockError::Error(cause)) => return Err(StageError::Io { path: target.to_owned(), cause }),
        }
    }
    Err(StageError::Busy(target.to_owned()))
}

/// The work folder, which may be there, but as a folder.
fn create_folder(path: &Path, target: &Path) -> Result<(), StageError> {
    match nianbao_disk::create_folder(path) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => match fs::symlink_metadata(path) {
            Ok(there) if !there.is_dir() => Err(StageError::Obstacle(path.to_owned())),
            _ => Ok(()),
        },
        done => done.map_err(StageError::io(target)),
    }
}
