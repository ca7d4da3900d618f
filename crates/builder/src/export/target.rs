//! Writing a file or a folder where nothing was: whole or not at all.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::{fs, io};

use super::{ExportError, Exported};
use crate::publish::StageError;

impl Exported {
    /// Writes it to `target`, which is not there yet or empty. `example` is a name that the file could have.
    ///
    /// It is made beside its place and renamed when complete; folders on the way there are created.
    ///
    /// # Errors
    ///
    /// A target that is not free, or a disk that refuses.
    pub fn write(&self, target: &Path, example: &str) -> Result<(), ExportError> {
        self.check_free(target, example)?;
        let draft = draft(target).ok_or_else(|| ExportError::Occupied(target.to_owned()))?;
        remove(&draft).map_err(StageError::io(target))?;
        let written = self.write_into(&draft).and_then(|()| fs::rename(&draft, target));
        if written.is_err() {
            drop(remove(&draft));
        }
        Ok(written.map_err(StageError::io(target))?)
    }

    /// What somebody else put there, or has changed since, is never written over.
    fn check_free(&self, target: &Path, example: &str) -> Result<(), ExportError> {
        let occupied = || Err(ExportError::Occupied(target.to_owned()));
        match (fs::metadata(target), self) {
            (Err(error), _) if error.kind() == ErrorKind::NotFound => Ok(()),
            (Err(cause), _) => Err(StageError::io(target)(cause))?,
            (Ok(found), Self::File(_)) if found.is_dir() => {
                Err(ExportError::IsFolder { path: target.to_owned(), example: example.to_owned() })
            }
            (Ok(found), Self::File(_)) => {
                if found.len() == 0 {
                    Ok(())
                } else {
                    occupied()
                }
            }
            (Ok(found), Self::Folder(_)) if found.is_dir() => {
                let is_empty = fs::read_dir(target).map_err(StageError::io(target))?.next().is_none();
                if is_empty { Ok(()) } else { occupied() }
            }
            (Ok(_), Self::Folder(_)) => occupied(),
        }
    }

    fn write_into(&self, draft: &Path) -> io::Result<()> {
        match self {
            Self::File(bytes) => write(draft, bytes),
            Self::Folder(files) => files.iter().try_for_each(|(path, bytes)| write(&draft.join(path), bytes)),
        }
    }
}

fn write(file: &Path, bytes: &[u8]) -> io::Result<()> {
    file.parent().map_or(Ok(()), fs::create_dir_all)?;
    fs::write(file, bytes)
}

/// The place beside `target` where it is made.
fn draft(target: &Path) -> Option<PathBuf> {
    let name = target.file_name()?.to_string_lossy();
    Some(target.with_file_name(format!(".{name}.unfinished")))
}

fn remove(draft: &Path) -> io::Result<()> {
    let removed = if draft.is_dir() { fs::remove_dir_all(draft) } else { fs::remove_file(draft) };
    match removed {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}
