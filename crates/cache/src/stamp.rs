//! What tells, without reading it, that a file is still the one that it was.

use std::fs::Metadata;

use nianbao_disk::place_and_times;

/// A file's place, length and times as text. Whoever writes to a file, or puts another in its place, changes it: what the
/// system notes of the last change cannot be set by hand.
pub fn stamp(file: &Metadata) -> String {
    format!("{} {}", file.len(), place_and_times(file))
}
