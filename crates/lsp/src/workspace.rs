//! Where the workspace of an editor lies.

use std::path::Path;

use nianbao_loader::{Disk, Files};

/// A workspace that was found.
pub(crate) struct Found {
    /// Its folder, with `/` between the steps and none at the end.
    pub(crate) root: String,
    /// What is saved in it.
    pub(crate) files: Box<dyn Files>,
}

/// Finds workspaces.
pub(crate) trait Finder {
    /// The workspace at or above a folder or file.
    fn find(&self, path: &str) -> Option<Found>;
}

/// Finds workspaces on the disk.
pub(crate) struct OnDisk;

impl Finder for OnDisk {
    fn find(&self, path: &str) -> Option<Found> {
        let folder = Path::new(path).ancestors().find(|folder| folder.is_dir())?;
        let root = nianbao_workspace::find(folder).ok()?;
        let name = root.to_str()?.replace('\\', "/");
        let name = name.trim_end_matches('/').to_owned();
        Some(Found { root: name, files: Box::new(Disk::new(root)) })
    }
}

/// `path` counted from the folder `root`.
pub(crate) fn relative<'p>(root: &str, path: &'p str) -> Option<&'p str> {
    path.strip_prefix(root)?.strip_prefix('/').filter(|path| !path.is_empty())
}
