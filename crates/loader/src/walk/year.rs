//! The folder of a year: the report's two files and its pictures.

use std::path::PathBuf;

use super::list::{self, EntryKind};
use super::{Oddity, OddityKind, YearFolder, find_named_txt};
use crate::names::{NARRATIVE, REPORT};
use crate::picture;

/// The year that a folder is named by.
pub(super) fn number(name: &str) -> Option<i16> {
    let digits = name.len() == 4 && name.bytes().all(|byte| byte.is_ascii_digit());
    name.parse().ok().filter(|year| digits && *year >= 1900)
}

pub(super) fn folder(path: PathBuf, year: i16) -> YearFolder {
    let (mut files, mut images, mut oddities) = (Vec::new(), Vec::new(), Vec::new());
    match list::entries(&path) {
        Err(error) => oddities.push(Oddity { path: path.clone(), kind: OddityKind::Unreadable(error) }),
        Ok(entries) => {
            for entry in entries {
                let known = [REPORT, NARRATIVE].contains(&entry.name.as_str());
                let kind = match entry.kind {
                    EntryKind::Symlink => OddityKind::Symlink,
                    _ if known => {
                        files.push(entry.name);
                        continue;
                    }
                    EntryKind::File if picture::has_ending(&entry.name) => {
                        images.push(entry.name);
                        continue;
                    }
                    EntryKind::File => OddityKind::UnknownFile { expected: &[REPORT, NARRATIVE] },
                    EntryKind::Folder => OddityKind::UnknownFolder { expected: &[] },
                };
                oddities.push(Oddity { path: entry.path, kind });
            }
        }
    }
    find_named_txt(&files, &mut oddities);
    YearFolder { path, year, files, images, oddities }
}
