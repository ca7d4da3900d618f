//! What tells, without reading it, that a file is still the one that it was.

use std::fs::Metadata;

/// A file's place, length and times as text. Whoever writes to a file, or puts another in its place, changes it: what the
/// system notes of the last change cannot be set by hand.
pub fn stamp(file: &Metadata) -> String {
    format!("{} {}", file.len(), place_and_times(file))
}

#[cfg(unix)]
fn place_and_times(file: &Metadata) -> String {
    use std::os::unix::fs::MetadataExt as _;
    let written = (file.mtime(), file.mtime_nsec());
    let changed = (file.ctime(), file.ctime_nsec());
    format!("{} {} {written:?} {changed:?}", file.dev(), file.ino())
}

#[cfg(not(unix))]
fn place_and_times(file: &Metadata) -> String {
    let since = |time: std::io::Result<std::time::SystemTime>| time.ok()?.duration_since(std::time::UNIX_EPOCH).ok();
    format!("{:?} {:?}", since(file.created()), since(file.modified()))
}
