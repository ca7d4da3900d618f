//! The folder tree: agencies, years, files, and what else lies there.

mod agency;
mod list;
mod tree;
mod year;

use std::io;
use std::path::Path;

pub(crate) use tree::{AgencyFolder, Tree, Unexpected, UnexpectedKind, YearFolder, is_named_txt};

use crate::error::LoadError;
use crate::files::Files;
use crate::workspace::CONTENT;

/// The tree of the content folder.
pub(crate) fn content(files: &dyn Files) -> Result<Tree, LoadError> {
    let entries = list::entries(files, CONTENT).map_err(|cause| match cause.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => LoadError::NoContent(files.name()),
        _ => LoadError::Unreadable { folder: Path::new(&files.name()).join(CONTENT).display().to_string(), cause },
    })?;
    Ok(Tree { root: agency::root(files, entries) })
}
