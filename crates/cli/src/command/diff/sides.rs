//! Which two states are meant.

use std::path::{Path, PathBuf};

use anyhow::bail;
use jiff::civil::Date;
use nianbao_loader::{CONTENT, Commit, Disk, Files, GitError, GitRevision};
use nianbao_workspace::{Checked, Checker};

use crate::args::DiffArgs;
use crate::workspace;

/// Two states of a workspace.
pub(super) struct Sides {
    pub(super) before: Side,
    pub(super) after: Side,
    /// A word that is no revision: the agency that is asked for.
    pub(super) agency: Option<String>,
}

/// One of them.
pub(super) struct Side {
    source: StateFiles,
    pub(super) origin: Origin,
}

/// What its files are read from.
enum StateFiles {
    Revision(GitRevision),
    Disk(Disk),
}

/// Where its files come from.
pub(super) enum Origin {
    /// A revision, as typed; nothing for the last commit.
    Revision(Option<String>, Commit),
    /// The workspace as it is now.
    Now(PathBuf),
    /// Another folder.
    Folder(PathBuf),
}

/// What the words and options say.
pub(super) fn choose(folder: Option<&Path>, args: &DiffArgs) -> anyhow::Result<Sides> {
    match &args.from {
        Some(from) => folders(folder, args, from),
        None => revisions(&workspace::find(folder)?, &args.words),
    }
}

fn folders(folder: Option<&Path>, args: &DiffArgs, from: &Path) -> anyhow::Result<Sides> {
    let agency = match args.words.as_slice() {
        [] => None,
        [agency] => Some(agency.clone()),
        [_, other, ..] => bail!("写了 --from，后面最多只写一个机关，“{other}”多余"),
    };
    let after = match &args.to {
        Some(to) => Side::folder(to)?,
        None => Side::now(workspace::find(folder)?),
    };
    Ok(Sides { before: Side::folder(from)?, after, agency })
}

fn revisions(workspace: &Path, words: &[String]) -> anyhow::Result<Sides> {
    let mut found = Vec::new();
    let mut agency = None;
    for (word, at) in words.iter().zip(1..) {
        match GitRevision::open(workspace, word) {
            Ok(revision) if found.len() < 2 => found.push(Side::revision(Some(word.clone()), revision)),
            Ok(_) => bail!("最多写两个版本，“{word}”多余"),
            Err(GitError::Unknown { .. }) if at == words.len() => agency = Some(word.clone()),
            Err(error) => return Err(error.into()),
        }
    }
    let mut found = found.into_iter();
    let before = match found.next() {
        Some(before) => before,
        None => Side::revision(None, GitRevision::open(workspace, "HEAD")?),
    };
    let after = found.next().unwrap_or_else(|| Side::now(workspace.to_owned()));
    Ok(Sides { before, after, agency })
}

impl Side {
    /// What `checker` says of it.
    pub(super) fn check(&self, checker: &mut Checker, today: Date) -> anyhow::Result<Checked> {
        let files: &dyn Files = match &self.source {
            StateFiles::Revision(revision) => revision,
            StateFiles::Disk(disk) => disk,
        };
        let state = checker.check(files, today)?;
        match &self.source {
            // Half of a state would be compared with the whole of another.
            StateFiles::Revision(revision) => revision.fault().map_or(Ok(state), |late| Err(late.into())),
            StateFiles::Disk(_) => Ok(state),
        }
    }

    fn revision(typed: Option<String>, revision: GitRevision) -> Self {
        let origin = Origin::Revision(typed, revision.commit().clone());
        Self { source: StateFiles::Revision(revision), origin }
    }

    fn now(workspace: PathBuf) -> Self {
        Self { source: StateFiles::Disk(Disk::new(&workspace)), origin: Origin::Now(workspace) }
    }

    fn folder(folder: &Path) -> anyhow::Result<Self> {
        let shown = folder.display();
        anyhow::ensure!(folder.is_dir(), "没有“{shown}”这个文件夹");
        anyhow::ensure!(folder.join(CONTENT).is_dir(), "“{shown}”里没有 content 文件夹；请写 content 所在的那个文件夹");
        Ok(Self { source: StateFiles::Disk(Disk::new(folder)), origin: Origin::Folder(folder.to_owned()) })
    }
}

impl Origin {
    /// What people are told it is.
    pub(super) fn said(&self) -> String {
        match self {
            Self::Revision(typed, commit) => {
                let name = typed.as_ref().map_or_else(|| "最近一次提交".to_owned(), |typed| format!("版本 {typed}"));
                let date = commit.date.map(|date| date.to_string());
                let subject = Some(commit.subject.clone()).filter(|subject| !subject.is_empty());
                let details = [Some(commit.short_id().to_owned()), date, subject].into_iter().flatten();
                format!("{name}（{}）", details.collect::<Vec<_>>().join("，"))
            }
            Self::Now(_) => "现在的文件".to_owned(),
            Self::Folder(folder) => format!("文件夹“{}”", folder.display()),
        }
    }

    /// The workspace on the disk, if it is one.
    pub(super) fn folder(&self) -> Option<&Path> {
        match self {
            Self::Revision(..) => None,
            Self::Now(folder) | Self::Folder(folder) => Some(folder),
        }
    }
}
