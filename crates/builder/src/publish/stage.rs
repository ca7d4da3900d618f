//! The staging folder beside the published one.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use nianbao_cache::KeptFile;
use nianbao_disk::{Likeness, NewFile, may_replace};

use super::inventory::MARK;
use super::swap::is_there;
use super::work::WorkFolder;
use super::{Inventory, StageError};

/// A folder in the making. Dropped without [`Stage::publish`], it leaves nothing behind.
#[derive(Debug)]
pub(crate) struct Stage {
    work: WorkFolder,
    inventory: Inventory,
    likeness: Option<Likeness>,
}

impl Stage {
    /// Begins what will stand in the target of `work`, if it may.
    pub(crate) fn begin(work: WorkFolder, inventory: &Inventory) -> Result<Self, StageError> {
        inventory.check_replaces(work.target())?;
        may_replace(work.target()).map_err(StageError::io(work.target()))?;
        let likeness = Likeness::of(work.target());
        let stage = Self { work, inventory: inventory.clone(), likeness };
        let (new, target) = (stage.new_folder(), stage.target());
        stage.work.disk().create_folder(&new).map_err(StageError::io(target))?;
        likeness.map_or(Ok(()), |likeness| likeness.give(&new)).map_err(StageError::group(target))?;
        stage.write(MARK, &inventory.mark())?;
        Ok(stage)
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
    /// where that is.
    pub(crate) fn publish(mut self) -> Result<PathBuf, StageError> {
        self.settle_new()?;
        // Somebody may have put something there meanwhile.
        self.inventory.check_replaces(self.target())?;
        self.work.swap().make().map_err(StageError::io(self.target()))?;
        let settled = self.settle_swap();
        if settled.is_err() {
            self.work.abandoned = self.take_back().is_err() && is_there(&self.work.old_path());
        }
        settled?;
        Ok(self.target().to_owned())
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
