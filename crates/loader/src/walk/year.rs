//! The folder of a year: the report's files and its pictures.

use super::list;
use super::tree::{Unexpected, UnexpectedKind, YearFolder, find_named_txt, invisible};
use crate::files::{EntryKind, Files, join};
use crate::names::{NARRATIVE, RECORD, REPORT};
use crate::picture;

/// The year that a folder is named by.
pub(super) fn number(name: &str) -> Option<i16> {
    let digits = name.len() == 4 && name.bytes().all(|byte| byte.is_ascii_digit());
    name.parse().ok().filter(|year| digits && *year >= 1900)
}

/// The folder of a year at `path`.
pub(super) fn folder(files: &dyn Files, path: String, year: i16) -> YearFolder {
    let mut folder = YearFolder { path, year, files: Vec::new(), images: Vec::new(), unexpected: Vec::new() };
    folder.take_entries(files);
    find_named_txt(&folder.files, &mut folder.unexpected);
    folder
}

impl YearFolder {
    /// Puts each entry where it belongs.
    fn take_entries(&mut self, files: &dyn Files) {
        let entries = match list::entries(files, &self.path) {
            Ok(entries) => entries,
            Err(error) => {
                let kind = UnexpectedKind::Unreadable(error);
                return self.unexpected.push(Unexpected { path: self.path.clone(), kind });
            }
        };
        self.unexpected.extend(invisible(&self.path, &entries));
        for entry in entries {
            let path = join(&self.path, &entry.name);
            let known = [REPORT, NARRATIVE, RECORD].contains(&entry.name.as_str());
            let kind = match entry.kind {
                EntryKind::Link => UnexpectedKind::Link,
                _ if known => {
                    self.files.push(entry.name);
                    continue;
                }
                EntryKind::Other => UnexpectedKind::Special,
                EntryKind::File if picture::has_ending(&entry.name) => {
                    self.images.push(entry.name);
                    continue;
                }
                EntryKind::File => UnexpectedKind::UnknownFile { expected: &[REPORT, NARRATIVE] },
                EntryKind::Folder => UnexpectedKind::UnknownFolder { expected: &[] },
            };
            self.unexpected.push(Unexpected { path, kind });
        }
    }
}
