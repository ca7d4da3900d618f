//! Two folders change places.

use std::path::Path;
use std::{fs, io};

/// Puts `new` where `current` stands. What stood there is then at `new` or at `old`.
///
/// One system call where the system has it. Elsewhere two renames: whoever finds `old` filled and
/// `current` missing knows that the second did not happen, and [`recover`]s.
pub(super) fn swap(new: &Path, current: &Path, old: &Path) -> io::Result<()> {
    if !current.exists() {
        return fs::rename(new, current);
    }
    match exchange(new, current) {
        Err(error) if is_unsupported(&error) => {
            fs::rename(current, old)?;
            fs::rename(new, current).inspect_err(|_| drop(fs::rename(old, current)))
        }
        done => done,
    }
}

/// Undoes a swap that was cut off between its two renames.
pub(super) fn recover(current: &Path, old: &Path) -> io::Result<()> {
    if old.exists() && !current.exists() { fs::rename(old, current) } else { Ok(()) }
}

#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn exchange(a: &Path, b: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, a, CWD, b, RenameFlags::EXCHANGE)?)
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Kernels and file systems without the exchange answer in several ways.
fn is_unsupported(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::Unsupported | io::ErrorKind::InvalidInput)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(path: &Path, content: &str) {
        fs::create_dir_all(path).unwrap();
        fs::write(path.join("file"), content).unwrap();
    }

    fn content(path: &Path) -> String {
        fs::read_to_string(path.join("file")).unwrap()
    }

    #[test]
    fn a_swap_cut_off_between_its_renames_is_undone() {
        let parent = tempfile::tempdir().unwrap();
        let [current, old] = ["dist", "old"].map(|name| parent.path().join(name));
        folder(&old, "yesterday");
        recover(&current, &old).unwrap();
        assert_eq!(content(&current), "yesterday");
        assert!(!old.exists());
    }

    #[test]
    fn a_swap_that_was_finished_is_left_alone() {
        let parent = tempfile::tempdir().unwrap();
        let [current, old] = ["dist", "old"].map(|name| parent.path().join(name));
        folder(&old, "yesterday");
        folder(&current, "today");
        recover(&current, &old).unwrap();
        assert_eq!(content(&current), "today");
    }
}
