//! The steps by which files take their places, each of which can be done again and taken back.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};
use std::time::UNIX_EPOCH;

use super::NotPut;
use crate::leftovers::{OLD, PREFIX, SUFFIX, is_draft};
use crate::{Replacement, change, create_folders, sync_folder};

/// One file on its way; paths are from the root, with `/` between their steps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Step {
    /// Where it lies ready.
    pub(super) new: String,
    /// Where it is to stand.
    pub(super) target: String,
    /// What tells that the file that stands there is the one that it was; empty where there is none.
    pub(super) was: String,
}

/// The steps of files that take their places together.
#[derive(Debug)]
pub(super) struct Steps<'r> {
    pub(super) root: &'r Path,
    pub(super) each: Vec<Step>,
    /// The folders that were missing before, from the top.
    missing: BTreeSet<PathBuf>,
}

impl Step {
    /// The step that puts `new` at `target`.
    pub(super) fn of(root: &Path, target: &str, new: &Replacement, is_new: bool) -> Self {
        let was = if is_new { String::new() } else { appearance(&root.join(target)) };
        Self { new: below(root, new.path()), target: target.to_owned(), was }
    }

    /// Whether it stays below the root and moves nothing but what we laid ready: a journal may come from anybody.
    pub(super) fn is_ours(&self, root: &Path) -> bool {
        let stays = |path: &str| Path::new(path).components().all(|step| matches!(step, Component::Normal(_)));
        let is_link = |path: &str| {
            let path = root.join(path);
            path.ancestors().take_while(|above| *above != root).any(Path::is_symlink)
        };
        let name = self.new.rsplit('/').next().unwrap_or_default();
        [&self.new, &self.target].into_iter().all(|path| !path.is_empty() && stays(path) && !is_link(path))
            && is_draft(name)
    }

    /// What gives way is kept beside its place, called like what comes.
    fn old(&self) -> String {
        let name = self.new.rsplit('/').next().unwrap_or_default();
        let name = name.strip_suffix(SUFFIX).unwrap_or(PREFIX);
        match self.target.rsplit_once('/') {
            Some((folder, _)) => format!("{folder}/{name}{OLD}"),
            None => format!("{name}{OLD}"),
        }
    }
}

impl<'r> Steps<'r> {
    /// Those that are to be made below `root`.
    pub(super) fn of(root: &'r Path, steps: Vec<Step>) -> Self {
        let above = steps.iter().flat_map(|step| Path::new(&step.target).ancestors().skip(1));
        let missing = above.filter(|folder| !root.join(folder).is_dir()).map(Path::to_path_buf).collect();
        Self { root, each: steps, missing }
    }

    /// Whether something of them could be left undone.
    pub(super) fn are_several(&self) -> bool {
        self.each.len() > 1
    }

    /// Puts all in their places, and sees that onto the disk.
    pub(super) fn put(&self) -> Result<(), NotPut> {
        self.each.iter().try_for_each(|step| self.check(step))?;
        if self.are_several() {
            self.each.iter().try_for_each(|step| self.keep_old(step).map_err(NotPut::io(&step.target)))?;
        }
        for step in &self.each {
            self.check(step)?;
            self.put_one(step).map_err(NotPut::io(&step.target))?;
        }
        self.settle()
    }

    /// The same for those that are not there yet. What somebody has changed since stays.
    pub(super) fn carry_on(&self) -> io::Result<()> {
        let left = || self.each.iter().filter(|step| !self.is_put(step) && self.is_as_it_was(step));
        left().try_for_each(|step| self.keep_old(step))?;
        left().try_for_each(|step| self.put_one(step))?;
        self.settle().map_err(NotPut::into_cause)
    }

    /// Takes back what was put.
    pub(super) fn take_back(&self) -> io::Result<()> {
        for step in self.each.iter().filter(|step| self.is_put(step)) {
            let (old, target) = (self.at(&step.old()), self.at(&step.target));
            match (step.was.is_empty(), is_there(&old)) {
                (true, _) if is_there(&target) => change::remove_file(&target)?,
                (false, true) => change::replace(&old, &target)?,
                _ => {}
            }
        }
        for folder in self.missing.iter().rev().map(|folder| self.root.join(folder)) {
            if folder.is_dir() {
                drop(change::remove_empty_folder(&folder));
            }
        }
        self.settle().map_err(NotPut::into_cause)
    }

    /// Whether somebody has begun to take them back.
    pub(super) fn are_going_back(&self) -> bool {
        self.each.iter().any(|step| {
            let left = if step.was.is_empty() { step.target.clone() } else { step.old() };
            self.is_put(step) && !is_there(&self.at(&left))
        })
    }

    /// Removes what is not needed any more.
    pub(super) fn clear(&self) {
        for path in self.each.iter().flat_map(|step| [step.old(), step.new.clone()]) {
            if is_there(&self.at(&path)) {
                drop(change::remove_file(&self.at(&path)));
            }
        }
    }

    /// What somebody changed is not replaced.
    fn check(&self, step: &Step) -> Result<(), NotPut> {
        let is_changed = !step.was.is_empty() && !self.is_as_it_was(step);
        if is_changed { Err(NotPut::Changed(step.target.clone())) } else { Ok(()) }
    }

    fn at(&self, path: &str) -> PathBuf {
        self.root.join(path)
    }

    /// What lies ready no more is in its place.
    fn is_put(&self, step: &Step) -> bool {
        !is_there(&self.at(&step.new))
    }

    fn is_as_it_was(&self, step: &Step) -> bool {
        appearance(&self.at(&step.target)) == step.was
    }

    /// Keeps what will give way, by a second name or, where there are none, as a copy.
    fn keep_old(&self, step: &Step) -> io::Result<()> {
        let old = self.at(&step.old());
        if step.was.is_empty() || is_there(&old) { Ok(()) } else { change::keep(&self.at(&step.target), &old) }
    }

    fn put_one(&self, step: &Step) -> io::Result<()> {
        let (new, target) = (self.at(&step.new), self.at(&step.target));
        if !step.was.is_empty() {
            return change::replace(&new, &target);
        }
        target.parent().map_or(Ok(()), create_folders)?;
        change::rename(&new, &target)
    }

    /// Sees onto the disk what stands where: the names in each file's folder, and in all above it where it is new.
    fn settle(&self) -> Result<(), NotPut> {
        let mut folders = BTreeMap::new();
        for step in &self.each {
            let count = if step.was.is_empty() { usize::MAX } else { 1 };
            folders.extend(Path::new(&step.target).ancestors().skip(1).take(count).map(|folder| (folder, step)));
        }
        let mut there = folders.into_iter().filter(|(folder, _)| self.root.join(folder).is_dir());
        there.try_for_each(|(folder, step)| sync_folder(&self.root.join(folder)).map_err(NotPut::io(&step.target)))
    }
}

/// What tells that a file is the one that it was, though another name was given to it.
fn appearance(file: &Path) -> String {
    let found = fs::symlink_metadata(file).ok();
    let told = found.and_then(|found| {
        let written = found.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
        Some(format!("{} {}", found.len(), written.as_nanos()))
    });
    told.unwrap_or_default()
}

fn is_there(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

fn below(root: &Path, path: &Path) -> String {
    let steps = path.strip_prefix(root).unwrap_or(path).components();
    let steps: Vec<_> = steps.map(|step| step.as_os_str().to_string_lossy()).collect();
    steps.join("/")
}
