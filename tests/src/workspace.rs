//! Workspaces to run the program in.

use std::fs;
use std::path::{Path, PathBuf};

/// The repository, which is a workspace itself: its `content/` is the real report of a real agency.
pub fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the repository").to_owned()
}

/// A workspace of its own for one test, gone afterwards.
#[derive(Debug)]
pub struct Workspace(tempfile::TempDir);

impl Workspace {
    /// A folder without anything.
    pub fn empty() -> Self {
        Self(tempfile::tempdir().expect("a temporary folder"))
    }

    /// A copy of the `content/` below `folder`, a path from the repository's root, with its own `templates/` if it has some.
    /// Those of the repository itself are the built-in ones.
    pub fn copy_of(folder: &str) -> Self {
        let workspace = Self::empty();
        let original = repository().join(folder);
        copy(&original.join("content"), &workspace.path().join("content"));
        let templates = original.join("templates");
        if !folder.is_empty() && templates.is_dir() {
            copy(&templates, &workspace.path().join("templates"));
        }
        workspace
    }

    /// The real content of the repository.
    pub fn real() -> Self {
        Self::copy_of("")
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// Writes a file, with the folders it needs.
    pub fn write(&self, path: &str, text: impl AsRef<[u8]>) {
        let file = self.path().join(path);
        fs::create_dir_all(file.parent().expect("a folder")).expect("a writable folder");
        fs::write(file, text).expect("a writable file");
    }

    /// The text of a file.
    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// Replaces `from`, which must be there, by `to` in a file.
    pub fn replace(&self, path: &str, from: &str, to: &str) {
        let text = self.read(path);
        assert!(text.contains(from), "{path} does not say “{from}”");
        self.write(path, text.replacen(from, to, 1));
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a writable folder");
    for entry in fs::read_dir(from).unwrap_or_else(|error| panic!("{}: {error}", from.display())) {
        let entry = entry.expect("a readable folder");
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        if let Ok(target) = fs::read_link(&from) {
            symlink(&target, &to);
        } else if from.is_dir() {
            copy(&from, &to);
        } else {
            fs::copy(&from, &to).expect("a writable folder");
        }
    }
}

#[cfg(unix)]
fn symlink(target: &Path, link: &Path) {
    std::os::unix::fs::symlink(target, link).expect("a writable folder");
}

/// Systems without symbolic links check out a small text file instead.
#[cfg(not(unix))]
fn symlink(_: &Path, _: &Path) {}
