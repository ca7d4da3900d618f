//! The folder beside a target in which its successor is made, held by one run at a time.

use std::fs::{self, File, TryLockError};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use nianbao_disk::{Storage, System};

use super::recovery::Recovery;
use super::{Inventory, StageError, swap};

/// How often the lock is tried anew because somebody else removed it at that moment.
const ATTEMPTS: usize = 100;

/// `.dist.nianbao/` beside `dist/`, on the same disk: `lock` is held by the run under way, so that whatever an interrupted one
/// left there may be removed; `new` fills up; `old` is the earlier publication until the new one is on the disk.
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
    _lock: File,
}

impl WorkFolder {
    /// The work folder of `target`, for many files. The folder that `target` stands in is created if it is not there.
    pub(crate) fn open(target: &Path) -> Result<Self, StageError> {
        Self::open_on(target, |folder| Box::new(System::of_many_files(folder)))
    }

    /// The same on the disk that `disk` makes for the folder of the target.
    pub(crate) fn open_on(target: &Path, disk: impl FnOnce(&Path) -> Box<dyn Storage>) -> Result<Self, StageError> {
        let target = resolve(target)?;
        let (Some(folder), Some(name)) = (target.parent(), target.file_name()) else {
            return Err(StageError::NotOurs(target));
        };
        let path = folder.join(format!(".{}.nianbao", name.to_string_lossy()));
        let lock = lock(&path, &target)?;
        let disk = disk(folder);
        let mut work = Self { target, path, disk, recovery: None, abandoned: false, _lock: lock };
        work.recovery = work.recover()?;
        Ok(work)
    }

    /// What this work is for: absolute, without links.
    pub(crate) fn target(&self) -> &Path {
        &self.target
    }

    /// The folder that the target stands in.
    pub(crate) fn folder(&self) -> &Path {
        self.target.parent().unwrap_or(&self.target)
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
        let restored = swap::recover(self.disk(), &self.target, &self.old_path());
        let restored = restored.map_err(StageError::io(&self.target))?;
        if restored {
            self.disk.sync_folder(self.folder()).map_err(StageError::io(&self.target))?;
        }
        self.clean()?;
        Ok(left.then(|| Recovery::of(&self.target, restored)))
    }

    /// Removes what was made, or what it replaced. What somebody put into a publication is not removed with it.
    fn clean(&self) -> Result<(), StageError> {
        for path in [self.new_path(), self.old_path()] {
            Inventory::check_only_ours(&path, &path)?;
            self.disk.remove(&path).map_err(StageError::io(&path))?;
        }
        Ok(())
    }
}

impl Drop for WorkFolder {
    /// What cannot be removed now is removed by the next run. Whoever waits for the lock finds it gone or free.
    fn drop(&mut self) {
        if !self.abandoned && self.clean().is_ok() && fs::remove_file(self.path.join(LOCK)).is_ok() {
            drop(fs::remove_dir(&self.path));
        }
    }
}

/// The lock's name in the work folder.
const LOCK: &str = "lock";

fn is_there(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

/// The target meant: absolute, through symbolic links.
fn resolve(target: &Path) -> Result<PathBuf, StageError> {
    if let Ok(real) = fs::canonicalize(target) {
        return Ok(real);
    }
    let absolute = std::path::absolute(target).map_err(StageError::io(target))?;
    if absolute.is_symlink() {
        return Err(StageError::DanglingLink(absolute));
    }
    let (Some(parent), Some(name)) = (absolute.parent(), absolute.file_name()) else {
        return Err(StageError::NotOurs(absolute));
    };
    fs::create_dir_all(parent).map_err(StageError::io(&absolute))?;
    let parent = fs::canonicalize(parent).map_err(StageError::io(&absolute))?;
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
    match fs::create_dir(path) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => match fs::symlink_metadata(path) {
            Ok(there) if !there.is_dir() => Err(StageError::Obstacle(path.to_owned())),
            _ => Ok(()),
        },
        done => done.map_err(StageError::io(target)),
    }
}

/// Opens the lock, created where it is not there. What is no regular file is `InvalidInput`.
#[cfg(unix)]
fn open_lock(name: &Path) -> io::Result<File> {
    use rustix::fs::{Mode, OFlags};
    use rustix::io::Errno;
    let flags = OFlags::RDWR | OFlags::CREATE | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
    let file = match rustix::fs::open(name, flags, Mode::from_raw_mode(0o666)) {
        Ok(file) => File::from(file),
        Err(Errno::LOOP | Errno::ISDIR | Errno::NXIO) => return Err(ErrorKind::InvalidInput.into()),
        Err(error) => return Err(error.into()),
    };
    if file.metadata()?.is_file() { Ok(file) } else { Err(ErrorKind::InvalidInput.into()) }
}

#[cfg(not(unix))]
fn open_lock(name: &Path) -> io::Result<File> {
    File::options().write(true).create(true).truncate(false).open(name)
}

/// Whether an open file is still what goes by a name.
#[cfg(unix)]
fn is_same(file: &File, name: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let identity = |found: io::Result<fs::Metadata>| found.ok().map(|found| (found.dev(), found.ino()));
    let open = identity(file.metadata());
    open.is_some() && open == identity(fs::symlink_metadata(name))
}

#[cfg(not(unix))]
fn is_same(_: &File, name: &Path) -> bool {
    is_there(name)
}
