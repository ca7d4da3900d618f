//! The files of a workspace as git keeps them in a revision.
//!
//! What is asked of git reads its store and nothing else: `rev-parse`, `ls-tree` and `cat-file` run no hook, filter or
//! program that a repository's settings name, and nothing is fetched from elsewhere.

mod commit;
mod error;
mod objects;
mod process;
mod tree;

use std::io;
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::{DirEntry, Files, Mark, ReadError, Reason};
use crate::workspace::CONTENT;
pub use commit::Commit;
pub use error::GitError;
use objects::Objects;
use tree::{GitItem, GitTree};

/// What stands in a file that Git LFS keeps elsewhere.
const LFS: &[u8] = b"version https://git-lfs.github.com/spec/v1\n";

/// Of the text of a commit no more is read, in bytes.
const COMMIT: u64 = 1 << 20;

/// A workspace as it was in a revision of the git repository that it lies in.
#[derive(Debug)]
pub struct GitRevision {
    commit: Commit,
    tree: GitTree,
    objects: Mutex<Objects>,
}

impl GitRevision {
    /// The workspace in the folder `workspace` as `revision` has it: a name, a branch, a tag, `HEAD~3`.
    ///
    /// # Errors
    ///
    /// Where there is no git, no repository or no such revision, and where the revision has no content folder.
    pub fn open(workspace: &Path, revision: &str) -> Result<Self, GitError> {
        let id = process::commit(workspace, revision)?;
        let mut objects = Objects::new(workspace);
        let text = objects.read(&id, "commit", COMMIT).unwrap_or_default();
        if let Some(late) = objects.fault() {
            return Err(late);
        }
        let tree = GitTree::of(&process::list(workspace, &id, CONTENT)?);
        if tree.list(CONTENT).is_err() {
            return Err(GitError::NoContent(revision.to_owned()));
        }
        Ok(Self { commit: Commit::of(id, &text), tree, objects: Mutex::new(objects) })
    }

    /// The commit that the revision names.
    pub fn commit(&self) -> &Commit {
        &self.commit
    }

    /// Why its files cannot be read any more, if so: git did not answer in time.
    pub fn fault(&self) -> Option<GitError> {
        self.objects().fault()
    }

    /// A reader that panicked left at most a process that is begun anew.
    fn objects(&self) -> MutexGuard<'_, Objects> {
        self.objects.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Files for GitRevision {
    fn name(&self) -> String {
        format!("版本 {}", self.commit.short_id())
    }

    fn list(&self, folder: &str) -> io::Result<Vec<DirEntry>> {
        self.tree.list(folder)
    }

    fn read(&self, path: &str, limit: u64) -> Result<Vec<u8>, ReadError> {
        let id = match self.tree.item(path) {
            None => return Err(ReadError::Io(io::ErrorKind::NotFound.into())),
            Some(GitItem::Folder | GitItem::Submodule) => {
                return Err(ReadError::Io(io::ErrorKind::IsADirectory.into()));
            }
            Some(GitItem::Link) => return Err(ReadError::Link),
            Some(GitItem::File(id)) => id,
        };
        let bytes = self.objects().read(id, "blob", limit)?;
        if bytes.starts_with(LFS) {
            return Err(ReadError::Io(Reason::error("它由 Git LFS 另外存放，这个版本里没有它的内容")));
        }
        Ok(bytes)
    }

    /// git calls what is the same by the same id.
    fn mark(&self, path: &str) -> Option<Mark> {
        match self.tree.item(path) {
            Some(GitItem::File(id)) => Some(Mark::of(id)),
            _ => None,
        }
    }
}
