//! What a run that was killed leaves beside the files that it was about to replace.

use std::fs::{self, DirEntry};
use std::path::Path;

use crate::{change, open_regular};

/// How the names of such files begin.
pub(crate) const PREFIX: &str = ".nianbao-";

/// How the names of such files end.
pub(crate) const SUFFIX: &str = ".tmp";

/// How the names of files end that gave way, kept as long as it may be taken back.
pub(crate) const OLD: &str = ".old";

/// How many letters and digits stand between the two.
const RANDOM: usize = 6;

/// Removes from `folder` and all below it what killed replacements left. Those under way are locked, and stay; what cannot be
/// removed stays as well: it is in nobody's way. Files that took their places together are to be [`finish`](crate::finish)ed before.
pub fn remove_leftovers(folder: &Path) {
    remove_leftovers_in(folder);
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    for entry in entries.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir())) {
        remove_leftovers(&entry.path());
    }
}

/// The same in `folder` alone.
pub fn remove_leftovers_in(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        if is_ours(&entry) && entry.file_type().is_ok_and(|kind| kind.is_file()) {
            remove_unlocked(&entry.path());
        }
    }
}

fn is_ours(entry: &DirEntry) -> bool {
    entry.file_name().to_str().is_some_and(|name| is_draft(name) || is_named(name, OLD))
}

/// Whether a file of this name is one that lies ready.
pub(crate) fn is_draft(name: &str) -> bool {
    is_named(name, SUFFIX)
}

fn is_named(name: &str, suffix: &str) -> bool {
    let random = name.strip_prefix(PREFIX).and_then(|name| name.strip_suffix(suffix));
    random.is_some_and(|random| random.len() == RANDOM && random.bytes().all(|letter| letter.is_ascii_alphanumeric()))
}

fn remove_unlocked(file: &Path) {
    if open_regular(file).is_ok_and(|open| open.try_lock().is_ok()) {
        drop(change::remove_file(file));
    }
}
