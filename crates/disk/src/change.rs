//! What is done to names: folders and files that come, move and go. Nothing else in the workspace does it.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Write as _};
use std::path::Path;
use std::thread::sleep;

use crate::new_file::NewFile;
use crate::patience::patiently;
use crate::{fault, platform};

/// Creates one folder, which must not be there yet.
///
/// # Errors
///
/// What the system says; so for all of these.
pub fn create_folder(folder: &Path) -> io::Result<()> {
    fault::reach("create folder", folder)?;
    fs::create_dir(folder)
}

/// Creates a folder and those above it, as far as they are missing.
pub fn create_folders(folder: &Path) -> io::Result<()> {
    create_missing(folder, &create_folder)
}

/// The same with another way to create one.
pub(crate) fn create_missing(folder: &Path, create: &dyn Fn(&Path) -> io::Result<()>) -> io::Result<()> {
    let missing: Vec<&Path> = folder.ancestors().take_while(|above| !is_folder(above)).collect();
    missing.into_iter().rev().try_for_each(|missing| match create(missing) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            if missing.is_dir() {
                Ok(())
            } else {
                Err(ErrorKind::NotADirectory.into())
            }
        }
        created => created,
    })
}

fn is_folder(path: &Path) -> bool {
    path.as_os_str().is_empty() || path.is_dir()
}

/// Writes a file, which must not be there yet and need not outlast a power cut.
pub fn write_new(file: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut open = NewFile::create(file)?;
    open.write_all(bytes)?;
    open.close(false)
}

/// Opens a file that is locked, created where it is not there. What is no regular file is `InvalidInput`.
pub fn open_lock(name: &Path) -> io::Result<File> {
    fault::reach("lock", name)?;
    platform::open_lock(name)
}

/// Removes a file.
pub fn remove_file(file: &Path) -> io::Result<()> {
    fault::reach("remove", file)?;
    fs::remove_file(file)
}

/// Removes a folder with nothing in it.
pub fn remove_empty_folder(folder: &Path) -> io::Result<()> {
    fault::reach("remove folder", folder)?;
    fs::remove_dir(folder)
}

/// Removes whatever goes by a name, a link as the link that it is. It may be missing.
pub(crate) fn remove(path: &Path) -> io::Result<()> {
    fault::reach("remove all", path)?;
    let is_folder = fs::symlink_metadata(path).is_ok_and(|there| there.is_dir());
    let removed = if is_folder { fs::remove_dir_all(path) } else { fs::remove_file(path) };
    match removed {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// Two things change their names at once.
pub(crate) fn exchange(a: &Path, b: &Path) -> io::Result<()> {
    fault::reach("exchange", b)?;
    platform::exchange(a, b)
}

/// Gives something a name that nothing has yet.
pub(crate) fn rename(from: &Path, to: &Path) -> io::Result<()> {
    fault::reach("rename", to)?;
    platform::rename(from, to)
}

/// Gives a file a second name, which nothing has yet.
pub(crate) fn link(file: &Path, name: &Path) -> io::Result<()> {
    fault::reach("link", name)?;
    fs::hard_link(file, name)
}

/// The same; where there are no second names, a copy gets it.
pub(crate) fn keep(file: &Path, name: &Path) -> io::Result<()> {
    fault::reach("keep", name)?;
    match fs::hard_link(file, name) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Err(error),
        Err(_) => fs::copy(file, name).map(drop),
        linked => linked,
    }
}

/// Gives a file the name of another, which is gone then. Waits a while for a program that holds that one.
pub(crate) fn replace(from: &Path, to: &Path) -> io::Result<()> {
    fault::reach("replace", to)?;
    patiently(|| fs::rename(from, to), platform::is_in_use, sleep)
}
