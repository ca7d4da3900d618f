//! The staging folder beside the published one.

use std::fs;
use std::io::{self, Write as _};
use std::mem;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use nianbao_cache::{KeptFile, Key};
use nianbao_disk::{Likeness, NewFile, may_replace};

use super::inventory::MARK;
use super::ledger::{Listed, Print, PublishedFile};
use super::swap::is_there;
use super::work::WorkFolder;
use super::{Inventory, Ledger, StageError};

/// A folder in the making. Dropped without [`Stage::publish`], it leaves nothing behind.
#[derive(Debug)]
pub(crate) struct Stage {
    work: WorkFolder,
    inventory: Inventory,
    likeness: Option<Likeness>,
    /// What stands in the target.
    published: Ledger,
    /// The files in the stage of which it is known what they were made from.
    listed: Mutex<Vec<Listed>>,
}

impl Stage {
    /// Begins what will stand in the target of `work`, if it may.
    pub(crate) fn begin(work: WorkFolder, inventory: &Inventory) -> Result<Self, StageError> {
        inventory.check_replaces(work.target())?;
        may_replace(work.target()).map_err(StageError::io(work.target()))?;
        let likeness = Likeness::of(work.target());
        let (published, listed) = (Ledger::default(), Mutex::default());
        let stage = Self { work, inventory: inventory.clone(), likeness, published, listed };
        let (new, target) = (stage.new_folder(), stage.target());
        stage.work.disk().create_folder(&new).map_err(StageError::io(target))?;
        likeness.map_or(Ok(()), |likeness| likeness.give(&new)).map_err(StageError::group(target))?;
        stage.write(MARK, &inventory.mark())?;
        Ok(stage)
    }

    /// The same, but files may be taken over from the target, which was left as `published` tells.
    pub(crate) fn beside(self, published: Ledger) -> Self {
        Self { published, ..self }
    }

    /// What is known of the file in the target that was printed by `key`, if there is one.
    pub(crate) fn published_print(&self, key: &Key) -> Option<&Print> {
        self.published.print(key)
    }

    /// Takes over from the target what was made by `key`: a file, or all that is in a folder if `path` ends with `/`. It gets
    /// second names, so that nothing is read or written. Says whether that was done; it is not where somebody touched any of it.
    pub(crate) fn take_over(&self, path: &str, key: &Key) -> bool {
        self.take(path, key, |entry| (key.digits(), entry.own.clone()))
    }

    /// The same for a file, made by the key `own`, of a folder that is made by the key `whole`.
    pub(crate) fn take_over_part(&self, path: &str, own: &Key, whole: &Key) -> bool {
        self.take(path, own, |_| (whole.digits(), Some(own.digits())))
    }

    /// Takes over what was made by `key`, and lists each file of it as made by `keys`.
    fn take(&self, path: &str, key: &Key, keys: impl Fn(&PublishedFile) -> (String, Option<String>)) -> bool {
        let found = self.published.find(self.target(), key).unwrap_or_default();
        let mut taken: Vec<Listed> = Vec::new();
        for (entry, unwritten) in found {
            let place = if path.ends_with('/') { &entry.path } else { path };
            if self.link(&entry.path, place).is_err() {
                let named = taken.iter().map(|file| self.new_folder().join(&file.path));
                named.for_each(|file| drop(self.work.disk().remove(&file)));
                return false;
            }
            let ((key, own), print) = (keys(entry), entry.print.clone());
            taken.push(Listed { key, own, path: place.to_owned(), print, unwritten: Some(unwritten) });
        }
        let is_taken = !taken.is_empty();
        self.listed().extend(taken);
        is_taken
    }

    fn link(&self, published: &str, path: &str) -> io::Result<()> {
        let new = self.new_folder().join(path);
        if let Some(folder) = new.parent() {
            self.work.disk().create_folders(folder)?;
        }
        self.work.disk().link(&self.target().join(published), &new)
    }

    /// Notes that a file was made by `key`, for the next build.
    pub(crate) fn list(&self, path: &str, key: &Key, print: Option<Print>) {
        let (key, path) = (key.digits(), path.to_owned());
        self.listed().push(Listed { key, own: None, path, print, unwritten: None });
    }

    /// The same for a file, made by the key `own`, of a folder that is made by the key `whole`.
    pub(crate) fn list_part(&self, path: &str, own: &Key, whole: &Key) {
        let (key, own, path) = (whole.digits(), Some(own.digits()), path.to_owned());
        self.listed().push(Listed { key, own, path, print: None, unwritten: None });
    }

    fn listed(&self) -> MutexGuard<'_, Vec<Listed>> {
        self.listed.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Writes a file; `path` is relative, with `/` between its steps.
    pub(crate) fn write(&self, path: &str, bytes: &[u8]) -> Result<(), StageError> {
        self.put(path, bytes, None)
    }

    /// The same for what may lie in the cache: there it is not written again where the file system lets the two share it.
    pub(crate) fn put(&self, path: &str, bytes: &[u8], kept: Option<&KeptFile>) -> Result<(), StageError> {
        let mut file = self.create(path)?;
        if !kept.is_some_and(|kept| kept.share(&file, bytes.len())) {
            file.write_all(bytes).map_err(StageError::io(self.shown(path)))?;
        }
        self.close(path, file)
    }

    /// Creates a file that is too large to be written at once. It is handed back to [`Stage::close`].
    pub(crate) fn create(&self, path: &str) -> Result<NewFile, StageError> {
        let file = self.new_folder().join(path);
        if let Some(folder) = file.parent() {
            self.work.disk().create_folders(folder).map_err(StageError::io(self.shown(path)))?;
        }
        self.work.disk().create(&file).map_err(StageError::io(self.shown(path)))
    }

    /// Ends the writing of a file.
    pub(crate) fn close(&self, path: &str, file: NewFile) -> Result<(), StageError> {
        self.work.disk().close(file).map_err(StageError::io(self.shown(path)))
    }

    /// Reads back a file that was written.
    pub(crate) fn read(&self, path: &str) -> Result<Vec<u8>, StageError> {
        fs::read(self.new_folder().join(path)).map_err(StageError::io(self.shown(path)))
    }

    /// Whether a file was written with something in it; a path that ends with `/` is a folder, which holds something.
    pub(crate) fn holds(&self, path: &str) -> bool {
        let place = self.new_folder().join(path);
        if path.ends_with('/') {
            return fs::read_dir(place).is_ok_and(|mut entries| entries.next().is_some());
        }
        fs::metadata(place).is_ok_and(|file| file.is_file() && file.len() > 0)
    }

    /// The reports that stand in the target and will not any more: each agency's address and the year.
    pub(crate) fn dropped(&self) -> Result<Vec<(String, i16)>, StageError> {
        self.inventory.dropped(self.target())
    }

    /// Puts the folder in its place, whole and at once, once it is on the disk; the earlier one goes once that is, too. Says
    /// where that is, and what its files were made from.
    pub(crate) fn publish(mut self) -> Result<(PathBuf, Ledger), StageError> {
        self.settle_new()?;
        // Somebody may have put something there meanwhile.
        self.inventory.check_replaces(self.target())?;
        self.work.swap().make().map_err(StageError::io(self.target()))?;
        let settled = self.settle_swap();
        if settled.is_err() {
            self.work.abandoned = self.take_back().is_err() && is_there(&self.work.old_path());
        }
        settled?;
        let (target, listed) = (self.target().to_owned(), mem::take(&mut *self.listed()));
        // With the earlier folder the second names of its files go, which the ledger would take for a touch.
        drop(self);
        let ledger = Ledger::of(&target, listed);
        Ok((target, ledger))
    }

    /// What was made is on the disk.
    fn settle_new(&self) -> Result<(), StageError> {
        let new = self.new_folder();
        if let Some(likeness) = self.likeness {
            likeness.give_to_all_in(&new).map_err(StageError::group(self.target()))?;
        }
        let synced = self.work.disk().sync_tree(&new).and_then(|()| self.work.disk().sync_folder(self.work.path()));
        synced.map_err(StageError::io(self.target()))
    }

    /// That two folders changed places is on the disk, and nothing else went with the earlier one.
    fn settle_swap(&self) -> Result<(), StageError> {
        let swap = self.work.swap();
        swap.settle().map_err(StageError::io(self.target()))?;
        Inventory::check_only_ours(&swap.old, self.target())
    }

    fn take_back(&self) -> io::Result<()> {
        let swap = self.work.swap();
        swap.undo()?;
        swap.settle()
    }

    fn target(&self) -> &Path {
        self.work.target()
    }

    fn new_folder(&self) -> PathBuf {
        self.work.new_path()
    }

    /// What messages call a file: where it will stand.
    fn shown(&self, path: &str) -> PathBuf {
        self.target().join(path)
    }
}
