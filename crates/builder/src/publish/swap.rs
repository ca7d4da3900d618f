//! Two folders change places.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use nianbao_disk::Storage;

/// What the journal says to people who find it.
const JOURNAL: &str =
    "年报工坊正在用新生成的内容换下原来的，两样都在这个文件夹里。如果中断了，下次生成时会放回原来的，请不要动它们。\n";

/// The places between which folders are moved: `new` is to stand at `current`, and what stands there at `old`.
///
/// One system call exchanges two names where the system has it. Elsewhere there are two steps, with a `journal` while they are
/// under way: old → aside, new → place, each on the disk before the next. Whoever finds `current` missing puts `old` back; whoever
/// finds the journal and no `new` knows that both steps were done.
#[derive(Debug)]
pub(super) struct Swap<'a> {
    pub(super) disk: &'a dyn Storage,
    pub(super) new: PathBuf,
    pub(super) current: &'a Path,
    pub(super) old: PathBuf,
    pub(super) journal: PathBuf,
}

impl Swap<'_> {
    /// Puts `new` where `current` stands, and what stood there, if anything did, at `old`, where nothing is. Where that fails,
    /// everything is where it was, or the journal is there.
    pub(super) fn make(&self) -> io::Result<()> {
        if is_there(self.current) { self.change(&self.new, &self.old) } else { self.rename(&self.new, self.current) }
    }

    /// Takes it back.
    pub(super) fn undo(&self) -> io::Result<()> {
        if is_there(&self.old) { self.change(&self.old, &self.new) } else { self.rename(self.current, &self.new) }
    }

    /// Puts back what was set aside by a run that was cut off. Says whether there was anything. What is no folder is not put back.
    pub(super) fn recover(&self) -> io::Result<bool> {
        let is_cut_off = is_folder(&self.old) && !is_there(self.current);
        if is_cut_off {
            self.rename(&self.old, self.current)?;
            self.settle()?;
        }
        Ok(is_cut_off)
    }

    /// Whether somebody put something in the place from which a run that was cut off took the publication.
    pub(super) fn is_displaced(&self) -> bool {
        [&self.journal, &self.new, &self.old].iter().all(|path| is_there(path)) && is_there(self.current)
    }

    /// Ends with what is in `current`: the journal goes, then all that stands aside. Nothing goes as long as nothing is there.
    pub(super) fn clean(&self) -> io::Result<()> {
        if is_folder(&self.old) && !is_there(self.current) {
            return Err(ErrorKind::NotFound.into());
        }
        if is_there(&self.journal) {
            self.disk.remove_patiently(&self.journal)?;
            self.disk.sync_folder(self.room())?;
        }
        [&self.new, &self.old].into_iter().try_for_each(|path| self.disk.remove_patiently(path))
    }

    /// Makes it last which folder stands where.
    pub(super) fn settle(&self) -> io::Result<()> {
        let beside = self.current.parent().unwrap_or(self.current);
        [beside, self.room()].into_iter().try_for_each(|folder| self.disk.sync_folder(folder))
    }

    /// The folder that everything stands in but `current`.
    fn room(&self) -> &Path {
        self.new.parent().unwrap_or(&self.new)
    }

    /// What `comes` gets the place of what `goes` is to name.
    fn change(&self, comes: &Path, goes: &Path) -> io::Result<()> {
        match self.disk.exchange(comes, self.current) {
            Ok(()) => {
                let named = self.rename(comes, goes);
                named.inspect_err(|_| drop(self.disk.exchange(comes, self.current)))
            }
            Err(error) if error.kind() == ErrorKind::Unsupported => self.change_in_steps(comes, goes),
            Err(error) => Err(error),
        }
    }

    fn change_in_steps(&self, comes: &Path, goes: &Path) -> io::Result<()> {
        self.begin_journal()?;
        self.rename(self.current, goes)?;
        let placed = self.settle().and_then(|()| self.rename(comes, self.current));
        placed.inspect_err(|_| drop(self.rename(goes, self.current)))
    }

    /// Notes that the steps begin; it is there already where they are taken back.
    fn begin_journal(&self) -> io::Result<()> {
        if !is_there(&self.journal) {
            self.disk.write(&self.journal, JOURNAL.as_bytes())?;
            self.disk.sync_folder(self.room())?;
        }
        Ok(())
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.disk.rename_patiently(from, to)
    }
}

/// Whether anything goes by a name.
pub(super) fn is_there(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

fn is_folder(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|there| there.is_dir())
}
