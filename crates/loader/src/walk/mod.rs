//! The folder tree as it lies on the disk. With `read` and `mend`, the only place that touches the disk.

mod agency;
mod list;
mod year;

use std::io;
use std::path::{Path, PathBuf};

use nianbao_model::AgencyId;

use crate::{CONTENT, LoadError};

/// All folders that are read.
#[derive(Debug)]
pub(crate) struct Tree {
    pub(crate) root: AgencyFolder,
}

/// A folder with (or lacking) an `agency.yaml`.
#[derive(Debug)]
pub(crate) struct AgencyFolder {
    pub(crate) path: PathBuf,
    /// The folder's own name.
    pub(crate) name: String,
    pub(crate) id: AgencyId,
    /// The files in it that are read.
    files: Vec<String>,
    /// Pictures beside site.yaml, shown or not.
    pub(crate) images: Vec<String>,
    pub(crate) years: Vec<YearFolder>,
    pub(crate) children: Vec<AgencyFolder>,
    pub(crate) oddities: Vec<Oddity>,
}

/// A folder named by a year.
#[derive(Debug)]
pub(crate) struct YearFolder {
    pub(crate) path: PathBuf,
    pub(crate) year: i16,
    files: Vec<String>,
    /// Pictures, shown or not.
    pub(crate) images: Vec<String>,
    pub(crate) oddities: Vec<Oddity>,
}

/// Something that is not read.
#[derive(Debug)]
pub(crate) struct Oddity {
    pub(crate) path: PathBuf,
    pub(crate) kind: OddityKind,
}

/// Why it is not read; `FolderName` alone is read all the same.
#[derive(Debug)]
pub(crate) enum OddityKind {
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
    Symlink,
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
pub(crate) fn is_named_txt(oddities: &[Oddity], file: &str) -> bool {
    oddities.iter().any(|oddity| matches!(oddity.kind, OddityKind::NamedTxt { meant } if meant == file))
}

/// Finds among the unknown files those that are expected ones with `.txt` behind their names.
fn find_named_txt(files: &[String], oddities: &mut [Oddity]) {
    for oddity in oddities {
        let OddityKind::UnknownFile { expected } = oddity.kind else { continue };
        let name = oddity.path.file_name().map(|name| name.to_string_lossy().to_lowercase()).unwrap_or_default();
        let meant = name.strip_suffix(".txt").and_then(|name| expected.iter().find(|expected| **expected == name));
        if let Some(meant) = meant.filter(|meant| !files.iter().any(|file| file == *meant)) {
            oddity.kind = OddityKind::NamedTxt { meant };
        }
    }
}

/// The content folder of a workspace.
pub(crate) fn content(workspace: &Path) -> Result<Tree, LoadError> {
    let path = workspace.join(CONTENT);
    if !path.is_dir() {
        return Err(LoadError::NoContent(workspace.to_path_buf()));
    }
    let entries = list::entries(&path).map_err(|cause| LoadError::Unreadable { folder: path.clone(), cause })?;
    Ok(Tree { root: agency::root(path, entries) })
}
