//! The folder tree as it is read.

use std::io;

use nianbao_model::AgencyId;

use crate::characters;
use crate::files::{DirEntry, file_name, join};

/// The content folder with all that is read below it.
#[derive(Debug)]
pub(crate) struct Tree {
    pub(crate) root: AgencyFolder,
}

/// A folder with (or lacking) an `agency.yaml`.
#[derive(Debug)]
pub(crate) struct AgencyFolder {
    /// From the workspace.
    pub(crate) path: String,
    /// The folder's own name.
    pub(crate) name: String,
    pub(crate) id: AgencyId,
    /// The files in it that are read.
    pub(crate) files: Vec<String>,
    /// Pictures beside site.yaml, shown or not.
    pub(crate) images: Vec<String>,
    pub(crate) years: Vec<YearFolder>,
    pub(crate) children: Vec<AgencyFolder>,
    pub(crate) unexpected: Vec<Unexpected>,
}

/// A folder named by a year.
#[derive(Debug)]
pub(crate) struct YearFolder {
    /// From the workspace.
    pub(crate) path: String,
    pub(crate) year: i16,
    pub(crate) files: Vec<String>,
    /// Pictures, shown or not.
    pub(crate) images: Vec<String>,
    pub(crate) unexpected: Vec<Unexpected>,
}

/// Something in the tree that does not belong there, or not under its name.
#[derive(Debug)]
pub(crate) struct Unexpected {
    /// From the workspace.
    pub(crate) path: String,
    pub(crate) kind: UnexpectedKind,
}

/// Why it is unexpected. What it holds is not read, but for `FolderName`.
#[derive(Debug)]
pub(crate) enum UnexpectedKind {
    /// The folder of an agency whose name can be no address.
    FolderName,
    /// A folder of another name than those that may stand there.
    UnknownFolder { expected: &'static [&'static str] },
    /// A file of another name than those that may stand there.
    UnknownFile { expected: &'static [&'static str] },
    /// `report.yaml.txt` where there is no `report.yaml`.
    NamedTxt { meant: &'static str },
    /// A picture that nothing shows.
    UnusedImage {
        /// The file that would show it.
        by: &'static str,
    },
    /// Something, expected or not, in whose name characters stand that nobody sees.
    Invisible,
    /// A symbolic link.
    Link,
    /// A device, a pipe, a socket.
    Special,
    /// A folder that cannot be listed.
    Unreadable(io::Error),
}

impl AgencyFolder {
    pub(crate) fn has(&self, file: &str) -> bool {
        self.files.iter().any(|name| name == file)
    }
}

impl YearFolder {
    /// All that is read in it, or could be.
    pub(crate) fn listed(&self) -> Vec<String> {
        self.files.iter().chain(&self.images).cloned().collect()
    }

    pub(crate) fn has(&self, file: &str) -> bool {
        self.files.iter().any(|name| name == file)
    }
}

/// The entries of `folder` in whose names characters stand that nobody sees.
pub(super) fn invisible(folder: &str, entries: &[DirEntry]) -> impl Iterator<Item = Unexpected> {
    let entries = entries.iter().filter(|entry| characters::shown(&entry.name) != entry.name);
    entries.map(|entry| Unexpected { path: join(folder, &entry.name), kind: UnexpectedKind::Invisible })
}

/// Whether `file` is there under a name that ends in `.txt`.
pub(crate) fn is_named_txt(unexpected: &[Unexpected], file: &str) -> bool {
    unexpected.iter().any(|entry| matches!(entry.kind, UnexpectedKind::NamedTxt { meant } if meant == file))
}

/// Finds among the unknown files those that are expected ones with `.txt` behind their names.
pub(super) fn find_named_txt(files: &[String], unexpected: &mut [Unexpected]) {
    for entry in unexpected {
        let UnexpectedKind::UnknownFile { expected } = entry.kind else { continue };
        let name = file_name(&entry.path).to_lowercase();
        let meant = name.strip_suffix(".txt").and_then(|name| expected.iter().find(|expected| **expected == name));
        if let Some(meant) = meant.filter(|meant| !files.iter().any(|file| file == *meant)) {
            entry.kind = UnexpectedKind::NamedTxt { meant };
        }
    }
}
