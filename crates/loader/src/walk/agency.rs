//! The folder of an agency: its file, its years, its subordinates.

use nianbao_model::AgencyId;

use super::tree::{AgencyFolder, Unexpected, UnexpectedKind, find_named_txt, invisible};
use super::{list, year};
use crate::files::{DirEntry, EntryKind, Files, join};
use crate::names::{AGENCIES, AGENCY, SITE, is_folder_name};
use crate::picture;
use crate::workspace::CONTENT;

/// The folder of the municipality's government, which is the content folder, and all below it.
pub(super) fn root(files: &dyn Files, entries: Vec<DirEntry>) -> AgencyFolder {
    let mut folder = AgencyFolder::new(CONTENT.to_owned(), CONTENT, AgencyId::root());
    folder.take_entries(files, entries, &[AGENCY, SITE]);
    folder
}

impl AgencyFolder {
    fn new(path: String, name: &str, id: AgencyId) -> Self {
        Self {
            path,
            name: name.to_owned(),
            id,
            files: Vec::new(),
            images: Vec::new(),
            years: Vec::new(),
            children: Vec::new(),
            unexpected: Vec::new(),
        }
    }

    /// Puts each entry where it belongs. `expected` are the files that are read here.
    fn take_entries(&mut self, files: &dyn Files, entries: Vec<DirEntry>, expected: &'static [&'static str]) {
        self.unexpected.extend(invisible(&self.path, &entries));
        for DirEntry { name, kind } in entries {
            let path = join(&self.path, &name);
            match kind {
                EntryKind::Link => self.refuse(path, UnexpectedKind::Link),
                _ if expected.contains(&name.as_str()) => self.files.push(name),
                EntryKind::Other => self.refuse(path, UnexpectedKind::Special),
                EntryKind::File if expected.contains(&SITE) && picture::has_ending(&name) => {
                    self.images.push(name);
                }
                EntryKind::File => self.refuse(path, UnexpectedKind::UnknownFile { expected }),
                EntryKind::Folder => match year::number(&name) {
                    Some(year) => self.years.push(year::folder(files, path, year)),
                    None if name == AGENCIES => self.take_agencies(files, path),
                    None => self.refuse(path, UnexpectedKind::UnknownFolder { expected: &[AGENCIES] }),
                },
            }
        }
        find_named_txt(&self.files, &mut self.unexpected);
    }

    /// The folders below `agencies/`.
    fn take_agencies(&mut self, files: &dyn Files, agencies: String) {
        let entries = match list::entries(files, &agencies) {
            Ok(entries) => entries,
            Err(error) => return self.refuse(agencies, UnexpectedKind::Unreadable(error)),
        };
        self.unexpected.extend(invisible(&agencies, &entries));
        for DirEntry { name, kind } in entries {
            let path = join(&agencies, &name);
            match kind {
                EntryKind::Link => self.refuse(path, UnexpectedKind::Link),
                EntryKind::Other => self.refuse(path, UnexpectedKind::Special),
                EntryKind::File => self.refuse(path, UnexpectedKind::UnknownFile { expected: &[] }),
                EntryKind::Folder => self.take_agency(files, path, &name),
            }
        }
    }

    fn take_agency(&mut self, files: &dyn Files, path: String, name: &str) {
        let mut folder = Self::new(path.clone(), name, self.id.child(name));
        if !is_folder_name(name) {
            folder.refuse(path.clone(), UnexpectedKind::FolderName);
        }
        match list::entries(files, &path) {
            Ok(entries) => folder.take_entries(files, entries, &[AGENCY]),
            Err(error) => folder.refuse(path, UnexpectedKind::Unreadable(error)),
        }
        self.children.push(folder);
    }

    fn refuse(&mut self, path: String, kind: UnexpectedKind) {
        self.unexpected.push(Unexpected { path, kind });
    }
}
