//! Writing a file or a folder where nothing was: whole or not at all.

use std::fs::{self, Metadata};
use std::io::{self, ErrorKind};
use std::path::Path;

use nianbao_disk::System;

use super::{ExportError, Exported};
use crate::publish::{StageError, WorkFolder};

impl Exported {
    /// Writes it to `target`, which is not there yet or empty. `example` is a name that the file could have.
    ///
    /// It is made beside its place and gets its name when it is on the disk; folders on the way there are created.
    ///
    /// # Errors
    ///
    /// A target that is not free, or a disk that refuses.
    pub fn write(&self, target: &Path, example: &str) -> Result<(), ExportError> {
        self.check_free(target, example)?;
        let work = WorkFolder::open_on(target, |_| Box::new(System::of_few_files()))?;
        self.make(&work).map_err(StageError::io(target))?;
        let settled = || work.disk().sync_folder(work.folder()).inspect_err(|_| take_back(&work));
        let placed = self.place(&work).and_then(|()| settled());
        placed.map_err(|cause| match cause.kind() {
            ErrorKind::AlreadyExists => ExportError::Occupied(target.to_owned()),
            _ => StageError::io(target)(cause).into(),
        })
    }

    /// What somebody else put there, or has changed since, is never written over.
    fn check_free(&self, target: &Path, example: &str) -> Result<(), ExportError> {
        match (fs::metadata(target), self) {
            (Err(error), _) if error.kind() == ErrorKind::NotFound => Ok(()),
            (Err(cause), _) => Err(StageError::io(target)(cause))?,
            (Ok(found), Self::File(_)) if found.is_dir() => {
                Err(ExportError::IsFolder { path: target.to_owned(), example: example.to_owned() })
            }
            (Ok(found), _) if self.is_empty(target, &found).map_err(StageError::io(target))? => Ok(()),
            (Ok(_), _) => Err(ExportError::Occupied(target.to_owned())),
        }
    }

    /// Whether what is there is of the same kind, and nothing is in it.
    fn is_empty(&self, there: &Path, found: &Metadata) -> io::Result<bool> {
        match self {
            Self::File(_) => Ok(found.is_file() && found.len() == 0),
            Self::Folder(_) => Ok(found.is_dir() && fs::read_dir(there)?.next().is_none()),
        }
    }

    /// Makes it in the work folder, and sees it onto the disk.
    fn make(&self, work: &WorkFolder) -> io::Result<()> {
        let new = work.new_path();
        match self {
            Self::File(bytes) => work.disk().write(&new, bytes),
            Self::Folder(files) => {
                for (path, bytes) in files {
                    let file = new.join(path);
                    file.parent().map_or(Ok(()), |folder| work.disk().create_folders(folder))?;
                    work.disk().write(&file, bytes)?;
                }
                work.disk().sync_tree(&new)
            }
        }
    }

    /// Gives it its name. What was empty before is put aside, and put back if it is not empty any more.
    fn place(&self, work: &WorkFolder) -> io::Result<()> {
        let (disk, new, old, target) = (work.disk(), work.new_path(), work.old_path(), work.target());
        if fs::symlink_metadata(target).is_ok() {
            disk.rename_patiently(target, &old)?;
            let is_empty = fs::symlink_metadata(&old).and_then(|found| self.is_empty(&old, &found));
            if !matches!(is_empty, Ok(true)) {
                disk.rename_patiently(&old, target)?;
                return Err(is_empty.err().unwrap_or_else(|| ErrorKind::AlreadyExists.into()));
            }
        }
        disk.rename_patiently(&new, target).inspect_err(|_| drop(disk.rename_patiently(&old, target)))
    }
}

/// Takes it out of its place again, where what was empty comes back.
fn take_back(work: &WorkFolder) {
    let (disk, old, target) = (work.disk(), work.old_path(), work.target());
    let taken = disk.rename_patiently(target, &work.new_path());
    if taken.is_ok() && fs::symlink_metadata(&old).is_ok() {
        drop(disk.rename_patiently(&old, target));
    }
}
