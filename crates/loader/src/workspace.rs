//! Where on the disk a workspace is.

use std::path::{Path, PathBuf};

/// The folder that makes a folder a workspace.
pub const CONTENT: &str = "content";

/// The nearest folder from `start` upwards that holds `content/`; `None` where none does.
pub fn find_workspace(start: &Path) -> Option<PathBuf> {
    let start = std::path::absolute(start).ok()?;
    start.ancestors().find(|folder| folder.join(CONTENT).is_dir()).map(Path::to_path_buf)
}
