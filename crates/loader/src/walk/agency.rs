//! The folder of an agency: its file, its years, its subordinates.

use std::path::PathBuf;

use nianbao_model::AgencyId;

use super::list::{self, Entry, EntryKind};
use super::{AgencyFolder, Oddity, OddityKind, find_named_txt, year};
use crate::names::{AGENCIES, AGENCY, SITE};
use crate::picture;

/// The municipality's government.
pub(super) fn root(path: PathBuf, entries: Vec<Entry>) -> AgencyFolder {
    let mut folder = AgencyFolder::new(path, "content", AgencyId::root());
    folder.sort_in(entries, &[AGENCY, SITE]);
    folder
}

impl AgencyFolder {
    fn new(path: PathBuf, name: &str, id: AgencyId) -> Self {
        let (files, images, oddities) = (Vec::new(), Vec::new(), Vec::new());
        Self { path, name: name.to_owned(), id, files, images, years: Vec::new(), children: Vec::new(), oddities }
    }

    /// Puts each entry where it belongs.
    fn sort_in(&mut self, entries: Vec<Entry>, files: &'static [&'static str]) {
        for Entry { path, name, kind } in entries {
            match kind {
                EntryKind::Symlink => self.odd(path, OddityKind::Symlink),
                _ if files.contains(&name.as_str()) => self.files.push(name),
                EntryKind::File if files.contains(&SITE) && picture::has_ending(&name) => self.images.push(name),
                EntryKind::File => self.odd(path, OddityKind::UnknownFile { expected: files }),
                EntryKind::Folder => match year::number(&name) {
                    Some(year) => self.years.push(year::folder(path, year)),
                    None if name == AGENCIES => self.take_agencies(path),
                    None => self.odd(path, OddityKind::UnknownFolder { expected: &[AGENCIES] }),
                },
            }
        }
        find_named_txt(&self.files, &mut self.oddities);
    }

    /// The folders below `agencies/`.
    fn take_agencies(&mut self, path: PathBuf) {
        let entries = match list::entries(&path) {
            Ok(entries) => entries,
            Err(error) => return self.odd(path, OddityKind::Unreadable(error)),
        };
        for Entry { path, name, kind } in entries {
            match kind {
                EntryKind::Symlink => self.odd(path, OddityKind::Symlink),
                EntryKind::File => self.odd(path, OddityKind::UnknownFile { expected: &[] }),
                EntryKind::Folder => self.take_agency(path, &name),
            }
        }
    }

    fn take_agency(&mut self, path: PathBuf, name: &str) {
        let mut folder = Self::new(path.clone(), name, self.id.child(name));
        if !is_address(name) {
            folder.odd(path.clone(), OddityKind::FolderName);
        }
        match list::entries(&path) {
            Ok(entries) => folder.sort_in(entries, &[AGENCY]),
            Err(error) => folder.odd(path, OddityKind::Unreadable(error)),
        }
        self.children.push(folder);
    }

    fn odd(&mut self, path: PathBuf, kind: OddityKind) {
        self.oddities.push(Oddity { path, kind });
    }
}

/// Whether a folder's name can stand in an address.
fn is_address(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'))
}
