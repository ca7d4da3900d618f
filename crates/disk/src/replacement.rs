//! A single file that takes the place of another, whole or not at all.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use tempfile::{Builder, TempPath};

use crate::draft::Draft;
use crate::leftovers::{PREFIX, SUFFIX};
use crate::{change, fault, platform};

/// New content that lies ready beside a file, on the disk, with the file's permissions and group. Dropped before it is put there,
/// it is gone.
#[derive(Debug)]
pub struct Replacement {
    draft: TempPath,
    /// Whoever cleans up leaves alone what is locked. Where nothing can be locked, nothing is cleaned up.
    held: Option<File>,
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
        let new = written(target, Builder::new(), parts)?;
        platform::keep_group(new.file(), &old);
        new.permit(old.permissions())?;
        Self::ready(new, target)
    }

    /// Writes `parts` beside `target`, which need not be there, for whoever may read and write new files.
    ///
    /// # Errors
    ///
    /// A disk that refuses; nothing is left of it then.
    pub fn fresh(target: &Path, parts: &[&[u8]]) -> io::Result<Self> {
        let mut builder = Builder::new();
        platform::open_to_all(&mut builder);
        Self::ready(written(target, builder, parts)?, target)
    }

    fn ready(draft: Draft, target: &Path) -> io::Result<Self> {
        draft.sync()?;
        let (file, draft) = draft.into_parts();
        Ok(Self { draft, held: Some(file), target: target.to_owned() })
    }

    /// Puts it in the place of the file. It lasts once the folder is synced, with [`sync_folder`](crate::sync_folder).
    ///
    /// # Errors
    ///
    /// A disk that refuses.
    pub fn put(mut self) -> io::Result<()> {
        change::replace(&self.draft, &self.target)?;
        // Its own name is free now, and somebody else's if anybody takes it.
        self.keep();
        self.held.take().map_or(Ok(()), |file| close(file, &self.target))
    }

    /// Where it lies ready.
    pub(crate) fn path(&self) -> &Path {
        &self.draft
    }

    /// It stays where it lies, whatever becomes of us.
    pub(crate) fn keep(&mut self) {
        self.draft.disable_cleanup(true);
    }

    /// It is not held open any more: a process may hold only so many files.
    pub(crate) fn let_go(&mut self) {
        self.held = None;
    }

    /// The folder of the file.
    pub fn folder(&self) -> &Path {
        folder_of(&self.target)
    }
}

/// A file with `parts` in it, near `target`.
fn written(target: &Path, mut builder: Builder<'_, '_>, parts: &[&[u8]]) -> io::Result<Draft> {
    let mut draft = Draft::begin(builder.prefix(PREFIX).suffix(SUFFIX), nearest_folder(target))?;
    drop(draft.file().try_lock());
    parts.iter().try_for_each(|part| draft.write(part))?;
    Ok(draft)
}

/// Closes a file, which may tell of an error.
fn close(file: File, name: &Path) -> io::Result<()> {
    fault::reach("close", name)?;
    platform::close(file)
}

/// The folder that a file will stand in, or what there is of those above.
fn nearest_folder(target: &Path) -> &Path {
    let there = |folder: &&Path| !folder.as_os_str().is_empty() && folder.is_dir();
    folder_of(target).ancestors().find(there).unwrap_or(Path::new("."))
}

/// The folder that a file stands in.
fn folder_of(target: &Path) -> &Path {
    target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

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
        left.retain(|name| *name != ready.draft.file_name().unwrap());
        left.sort();
        assert_eq!(left, [".nianbao-mine.txt", ".nianbao.tmp", "nianbao-a1B2c3.tmp", "report.yaml"]);
        ready.put().unwrap();
        assert_eq!(fs::read_to_string(&target).unwrap(), "new");
        assert_eq!(fs::read_dir(&below).unwrap().count(), 4);
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
