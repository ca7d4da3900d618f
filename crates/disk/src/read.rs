//! Reading files of any origin: only what is a regular file, never through a link, and no more than is asked for.

use std::fs::{self, File, Metadata};
use std::io::{self, ErrorKind, Read as _};
use std::path::Path;

use crate::platform;

/// Why there is nothing to read.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// A symbolic link, wherever it leads.
    #[error("它是链接（快捷方式），请换成真正的文件")]
    Link,
    /// A folder.
    #[error("它是文件夹，不是文件")]
    Folder,
    /// A device, a pipe, a socket.
    #[error("它不是普通文件（是管道、设备之类），请换成真正的文件")]
    Special,
    /// It has more bytes than were asked for.
    #[error("文件过大，超过了 {} MB", .0 / 1_000_000)]
    TooLarge(u64),
    /// What the system says.
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// Opens a regular file to read it. It returns at once, whatever goes by that name.
///
/// # Errors
///
/// What is no regular file, is missing, or may not be read.
pub fn open_regular(path: &Path) -> Result<File, ReadError> {
    // Opening a device can do something; so it is looked at first, and again once it is open.
    check_regular(&fs::symlink_metadata(path)?)?;
    let file = platform::open(path)?;
    check_regular(&file.metadata()?)?;
    Ok(file)
}

/// The bytes of a regular file that has at most `limit` of them.
///
/// # Errors
///
/// What is no regular file, is missing, may not be read, or is larger.
pub fn read_regular(path: &Path, limit: u64) -> Result<Vec<u8>, ReadError> {
    let mut bytes = Vec::new();
    open_regular(path)?.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit { Err(ReadError::TooLarge(limit)) } else { Ok(bytes) }
}

fn check_regular(found: &Metadata) -> Result<(), ReadError> {
    match found.file_type() {
        kind if kind.is_file() => Ok(()),
        kind if kind.is_symlink() => Err(ReadError::Link),
        kind if kind.is_dir() => Err(ReadError::Folder),
        _ => Err(ReadError::Special),
    }
}

impl ReadError {
    /// The kind of the system's error, if it is one.
    pub fn kind(&self) -> Option<ErrorKind> {
        match self {
            Self::Io(error) => Some(error.kind()),
            _ => None,
        }
    }
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::symlink;
    use std::os::unix::net::UnixListener;

    use super::*;

    #[test]
    fn only_regular_files_are_read() {
        let folder = tempfile::tempdir().unwrap();
        let [file, link, socket, missing] = ["file", "link", "socket", "missing"].map(|name| folder.path().join(name));
        fs::write(&file, "12345").unwrap();
        symlink(&file, &link).unwrap();
        let _listener = UnixListener::bind(&socket).unwrap();
        assert_eq!(read_regular(&file, 5).unwrap(), b"12345");
        assert!(matches!(read_regular(&file, 4), Err(ReadError::TooLarge(4))));
        assert!(matches!(read_regular(&link, 5), Err(ReadError::Link)));
        assert!(matches!(read_regular(&socket, 5), Err(ReadError::Special)));
        assert!(matches!(read_regular(Path::new("/dev/zero"), 5), Err(ReadError::Special)));
        assert!(matches!(read_regular(folder.path(), 5), Err(ReadError::Folder)));
        assert_eq!(read_regular(&missing, 5).unwrap_err().kind(), Some(ErrorKind::NotFound));
    }
}
