//! A file that somebody asked for by its name: a page, a list, a table.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use crate::reason;
use crate::replacement::Replacement;
use crate::{fault, platform, sync_folder};

/// A file that was not written. What stood there stands there still.
#[derive(Debug, thiserror::Error)]
#[error("写不进 {}：{}", path.display(), reason(cause))]
pub struct NotWritten {
    /// The file or folder.
    pub path: PathBuf,
    /// What the system says.
    pub cause: io::Error,
}

impl NotWritten {
    /// Says where it was that the system refused.
    pub fn at(path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |cause| Self { path: path.to_owned(), cause }
    }
}

/// Writes a whole file, whatever file stood there: it has all of `bytes`, or is as it was. A device or a pipe is written to.
///
/// # Errors
///
/// A disk that refuses.
pub fn write_result(target: &Path, bytes: &[u8]) -> Result<(), NotWritten> {
    written(target, bytes).map_err(NotWritten::at(target))
}

fn written(target: &Path, bytes: &[u8]) -> io::Result<()> {
    let new = match fs::metadata(target) {
        Ok(there) if there.is_file() => {
            // The file behind a link is replaced, not the link.
            let real = platform::real_path(target)?;
            Replacement::prepare(&real, &[bytes])?
        }
        Ok(there) if there.is_dir() => return Err(io::ErrorKind::IsADirectory.into()),
        Ok(_) => {
            fault::reach("write", target)?;
            return File::options().write(true).open(target)?.write_all(bytes);
        }
        Err(_) => Replacement::fresh(target, &[bytes])?,
    };
    let folder = new.folder().to_owned();
    new.put()?;
    sync_folder(&folder)
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn links_lead_to_the_file_and_devices_take_what_is_written() {
        let folder = tempfile::tempdir().unwrap();
        let [file, link] = ["file", "link"].map(|name| folder.path().join(name));
        write_result(&file, b"old").unwrap();
        std::os::unix::fs::symlink(&file, &link).unwrap();
        write_result(&link, b"new").unwrap();
        assert!(link.is_symlink());
        assert_eq!(fs::read(&file).unwrap(), b"new");
        write_result(Path::new("/dev/null"), b"nothing").unwrap();
        let told = write_result(Path::new("/dev/full"), b"much").unwrap_err().to_string();
        assert_eq!(told, "写不进 /dev/full：磁盘空间不足，请清理后再试");
        let told = write_result(folder.path(), b"much").unwrap_err().to_string();
        assert!(told.ends_with("它是文件夹，不是文件"), "{told}");
    }
}
