//! What a published folder holds, as the mark in it says, and whether another may take its place.

use std::collections::BTreeSet;
use std::ops::Not;
use std::path::Path;
use std::{fs, io};

use nianbao_disk::read_regular;
use serde::{Deserialize, Serialize};

use super::StageError;
use crate::shard::Shard;

/// The file that says that a folder is ours, with what it holds.
pub(super) const MARK: &str = ".nianbao.json";

/// The most bytes that a mark has: more than a million files.
const LIMIT: u64 = 256_000_000;

/// Files that systems leave in folders by themselves.
const SYSTEM_FILES: [&str; 3] = [".DS_Store", "Thumbs.db", "desktop.ini"];

/// What a published folder holds.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Inventory {
    /// How many reports it holds.
    pub(crate) reports: usize,
    /// Whether they were all that the workspace had.
    pub(crate) complete: bool,
    /// Whether they have their PDFs.
    pub(crate) pdf: bool,
    /// Whether it is a proof (草稿).
    #[serde(default, skip_serializing_if = "Not::not")]
    pub(crate) proof: bool,
    /// Which shard it is, if it is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) shard: Option<Shard>,
    /// Every file, by its path from the folder with `/` between its steps. A path that ends with `/` is a folder whose files are
    /// all ours.
    pub(crate) files: BTreeSet<String>,
}

impl Inventory {
    /// What `folder` holds; nothing if it is missing or empty.
    pub(super) fn read(folder: &Path) -> Result<Option<Self>, StageError> {
        let mut entries = match fs::read_dir(folder) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) if error.kind() == io::ErrorKind::NotADirectory => {
                return Err(StageError::NotAFolder(folder.to_owned()));
            }
            other => other.map_err(StageError::io(folder))?,
        };
        if entries.next().is_none() {
            return Ok(None);
        }
        let mark = read_regular(&folder.join(MARK), LIMIT).map_err(|_| StageError::NotOurs(folder.to_owned()))?;
        serde_json::from_slice(&mark).map(Some).map_err(|_| StageError::NotOurs(folder.to_owned()))
    }

    /// The text of the mark.
    pub(crate) fn mark(&self) -> Vec<u8> {
        let mut text = serde_json::to_vec(self).unwrap_or_default();
        text.push(b'\n');
        text
    }

    /// Refuses to replace what is not ours, what somebody put there since, and more by less.
    pub(super) fn check_replaces(&self, folder: &Path) -> Result<(), StageError> {
        let Some(published) = Self::read(folder)? else { return Ok(()) };
        published.check_holds_nothing_else(folder, folder)?;
        if published.proof != self.proof {
            let folder = folder.to_owned();
            return Err(if self.proof { StageError::IsPublication(folder) } else { StageError::IsProof(folder) });
        }
        match (published.shard, self.shard) {
            (None, None) => published.check_is_not_more(self, folder),
            (Some(there), Some(new)) if there.of() != new.of() || there == new => Ok(()),
            (Some(there), _) => Err(StageError::IsShard { path: folder.to_owned(), shard: there }),
            (None, Some(_)) => Err(StageError::IsNoShard(folder.to_owned())),
        }
    }

    /// Refuses where somebody put something into the publication at `folder`, which messages call `shown`. What was never
    /// finished has no mark yet that could be read, and is all ours.
    pub(super) fn check_only_ours(folder: &Path, shown: &Path) -> Result<(), StageError> {
        if !fs::symlink_metadata(folder).is_ok_and(|found| found.is_dir()) {
            return Ok(());
        }
        match Self::read(folder) {
            Ok(Some(published)) => published.check_holds_nothing_else(folder, shown),
            _ => Ok(()),
        }
    }

    fn check_holds_nothing_else(&self, folder: &Path, shown: &Path) -> Result<(), StageError> {
        let files = self.foreign_files(folder)?;
        if files.is_empty() { Ok(()) } else { Err(StageError::ForeignFiles { path: shown.to_owned(), files }) }
    }

    /// Refuses to be replaced by a part of itself.
    fn check_is_not_more(&self, new: &Self, folder: &Path) -> Result<(), StageError> {
        if self.pdf && !new.pdf {
            return Err(StageError::WithoutPdf(folder.to_owned()));
        }
        if self.complete && !new.complete && self.reports > new.reports {
            let (published, selected) = (self.reports, new.reports);
            return Err(StageError::FewerReports { path: folder.to_owned(), published, selected });
        }
        Ok(())
    }

    /// The files in `folder` that nobody published.
    fn foreign_files(&self, folder: &Path) -> Result<Vec<String>, StageError> {
        let mut found = Vec::new();
        self.collect_foreign_files(folder, "", &mut found)?;
        found.sort();
        Ok(found)
    }

    fn collect_foreign_files(&self, folder: &Path, below: &str, found: &mut Vec<String>) -> Result<(), StageError> {
        for entry in fs::read_dir(folder).map_err(StageError::io(folder))? {
            let entry = entry.map_err(StageError::io(folder))?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let path = format!("{below}{name}");
            if entry.file_type().map_err(StageError::io(folder))?.is_dir() {
                let folder = format!("{path}/");
                if !self.files.contains(&folder) {
                    self.collect_foreign_files(&entry.path(), &folder, found)?;
                }
            } else if !self.files.contains(&path) && path != MARK && !SYSTEM_FILES.contains(&name.as_str()) {
                found.push(path);
            }
        }
        Ok(())
    }
}
