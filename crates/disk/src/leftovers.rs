//! What a replacement that was killed leaves beside its file.

use std::fs::{self, DirEntry};
use std::path::Path;

use crate::open_regular;

/// How the names of such files begin.
pub(crate) const PREFIX: &str = ".nianbao-";

/// How the names of such files end.
pub(crate) const SUFFIX: &str = ".tmp";

/// How many letters and digits stand between the two.
const RANDOM: usize = 6;

/// Removes from `folder` and all below it what killed replacements left. Those under way are locked, and stay; what cannot be
/// removed stays as well: it is in nobody's way.
pub fn remove_leftovers(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => remove_leftovers(&entry.path()),
            Ok(kind) if kind.is_file() && is_ours(&entry) => remove_unlocked(&entry.path()),
            _ => {}
        }
    }
}

fn is_ours(entry: &DirEntry) -> bool {
    let name = entry.file_name();
    let random = name.to_str().and_then(|name| name.strip_prefix(PREFIX)?.strip_suffix(SUFFIX));
    random.is_some_and(|random| random.len() == RANDOM && random.bytes().all(|letter| letter.is_ascii_alphanumeric()))
}

fn remove_unlocked(file: &Path) {
    if open_regular(file).is_ok_and(|open| open.try_lock().is_ok()) {
        drop(fs::remove_file(file));
    }
}
