//! The folder tree: agencies, years, files, and what else lies there.

mod agency;
mod list;
mod year;

use std::io;
use std::path::Path;

use nianbao_model::AgencyId;

use crate::files::file_name;
use crate::{CONTENT, Files, LoadError};

/// All folders that are read.
#[derive(Debug)]
pub(crate) struct Tree {
    pub(crate) root: AgencyFolder,
}

/// A folder with (or lacking) an `agency.yaml`.
#[derive(Debug)]
pub(crate) struct AgencyFolder {
    pub(crate) path: String,
    /// The folder's own name.
    pub(crate) name: String,
    pub(crate) id: AgencyId,
    /// The files in it that are read.
    files: Vec<String>,
    /// Pictures beside site.yaml, shown or not.
    pub(crate) images: Vec<String>,
    pub(crate) years: Vec<YearFolder>,
    pub(crate) children: Vec<AgencyFolder>,
    pub(crate) unexpected: Vec<Unexpected>,
}

/// A folder named by a year.
#[derive(Debug)]
pub(crate) struct YearFolder {
    pub(crate) path: String,
    pub(crate) year: i16,
    files: Vec<String>,
    /// Pictures, shown or not.
    pub(crate) images: Vec<String>,
    pub(crate) unexpected: Vec<Unexpected>,
}

/// Something in the tree that does not belong there, or not under its name.
#[derive(Debug)]
pub(crate) struct Unexpected {
    pub(crate) path: String,
    pub(crate) kind: UnexpectedKind,
}

/// Why it is unexpected. What it holds is not read, but for `FolderName`.
#[derive(Debug)]
pub(crate) enum UnexpectedKind {
    /// The folder of an agency whose name can be no address.
    FolderName,
    UnknownFolder {
        expected: &'static [&'static str],
    },
    UnknownFile {
        expected: &'static [&'static str],
    },
    /// `report.yaml.txt` where there is no `report.yaml`.
    NamedTxt {
        meant: &'static str,
    },
    UnusedImage {
        /// The file that would show it.
        by: &'static str,
    },
    Link,
    Unreadable(io::Error),
}

impl AgencyFolder {
    pub(crate) fn has(&self, file: &str) -> bool {
        self.files.iter().any(|name| name == file)
    }
}

impl YearFolder {
    pub(crate) fn has(&self, file: &str) -> bool {
        self.files.iter().any(|name| name == file)
    }
}

/// Whether `file` is there under a name that ends in `.txt`.
pub(crate) fn is_named_txt(unexpected: &[Unexpected], file: &str) -> bool {
    unexpected.iter().any(|entry| matches!(entry.kind, UnexpectedKind::NamedTxt { meant } if meant == file))
}

/// Finds among the unknown files those that are expected ones with `.txt` behind their names.
fn find_named_txt(files: &[String], unexpected: &mut [Unexpected]) {
    for entry in unexpected {
        let UnexpectedKind::UnknownFile { expected } = entry.kind else { continue };
        let name = file_name(&entry.path).to_lowercase();
        let meant = name.strip_suffix(".txt").and_then(|name| expected.iter().find(|expected| **expected == name));
        if let Some(meant) = meant.filter(|meant| !files.iter().any(|file| file == *meant)) {
            entry.kind = UnexpectedKind::NamedTxt { meant };
        }
    }
}

/// The content folder of a workspace.
pub(crate) fn content(files: &dyn Files) -> Result<Tree, LoadError> {
    let entries = list::entries(files, CONTENT).map_err(|cause| match cause.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => LoadError::NoContent(files.name()),
        _ => LoadError::Unreadable { folder: Path::new(&files.name()).join(CONTENT).display().to_string(), cause },
    })?;
    Ok(Tree { root: agency::root(files, entries) })
}
