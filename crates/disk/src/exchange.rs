//! Names that change places, and names that must be free.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

/// Two things change their names in one system call. `Unsupported` where the system or the file system has none.
pub(crate) fn exchange(a: &Path, b: &Path) -> io::Result<()> {
    flagged(a, b, Flag::Exchange)
}

/// Gives something a name that nothing has yet.
pub(crate) fn rename(from: &Path, to: &Path) -> io::Result<()> {
    match flagged(from, to, Flag::NoReplace) {
        Err(error) if error.kind() == ErrorKind::Unsupported => {
            if fs::symlink_metadata(to).is_ok() {
                return Err(ErrorKind::AlreadyExists.into());
            }
            fs::rename(from, to)
        }
        done => done,
    }
}

#[derive(Clone, Copy)]
enum Flag {
    Exchange,
    NoReplace,
}

#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn flagged(a: &Path, b: &Path, flag: Flag) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    let flags = match flag {
        Flag::Exchange => RenameFlags::EXCHANGE,
        Flag::NoReplace => RenameFlags::NOREPLACE,
    };
    renameat_with(CWD, a, CWD, b, flags).map_err(|error| {
        let error = io::Error::from(error);
        // Kernels and file systems without the flag answer in several ways.
        let unsupported = matches!(error.kind(), ErrorKind::Unsupported | ErrorKind::InvalidInput);
        if unsupported { ErrorKind::Unsupported.into() } else { error }
    })
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn flagged(_: &Path, _: &Path, _: Flag) -> io::Result<()> {
    Err(ErrorKind::Unsupported.into())
}
