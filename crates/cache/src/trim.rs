//! Keeping a cache within its bounds.

use std::fs::{self, DirEntry};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use nianbao_disk::remove_file;

use crate::entry::UNDER_WAY;

/// How old a file is that is still being written, if whoever wrote it is gone.
const GIVEN_UP: Duration = Duration::from_hours(24);

/// A thing: when it was used last, how many bytes it has, where it lies.
type Used = (SystemTime, u64, PathBuf);

/// Removes from the cache in `folder` what was not used for the longest time, down to `limit` bytes, and what killed runs
/// left. Somebody else may do the same now.
pub(crate) fn trim(folder: &Path, limit: u64) {
    let mut kept = Vec::new();
    for entry in entries(folder) {
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => kept.extend(entries(&entry.path()).filter_map(|entry| look_at(&entry))),
            Ok(kind) if kind.is_file() => remove_given_up(&entry),
            _ => {}
        }
    }
    let mut bytes: u64 = kept.iter().map(|(_, bytes, _)| bytes).sum();
    kept.sort();
    for (_, length, path) in kept {
        if bytes <= limit {
            break;
        }
        drop(remove_file(&path));
        bytes = bytes.saturating_sub(length);
    }
}

fn entries(folder: &Path) -> impl Iterator<Item = DirEntry> {
    fs::read_dir(folder).into_iter().flatten().flatten()
}

fn look_at(entry: &DirEntry) -> Option<Used> {
    let found = entry.metadata().ok().filter(fs::Metadata::is_file)?;
    Some((found.modified().ok()?, found.len(), entry.path()))
}

fn remove_given_up(entry: &DirEntry) {
    let is_under_way = entry.file_name().to_string_lossy().starts_with(UNDER_WAY);
    let written = entry.metadata().and_then(|found| found.modified()).ok();
    let age = written.and_then(|written| SystemTime::now().duration_since(written).ok());
    if is_under_way && age.is_some_and(|age| age > GIVEN_UP) {
        drop(remove_file(&entry.path()));
    }
}
