//! Finding a workspace.

use std::path::{Path, PathBuf};

/// Why there is no workspace.
#[derive(Debug, thiserror::Error)]
pub enum FindError {
    /// The folder to start from is not there.
    #[error("没有“{}”这个文件夹", .0.display())]
    NoFolder(PathBuf),
    /// Neither this folder nor one above it is a workspace.
    #[error("{} 和它的上级都没有 content 文件夹；请用 -C 指定工作区", .0.display())]
    NoWorkspace(PathBuf),
}

/// The workspace at or above the folder `start`.
///
/// # Errors
///
/// If `start` is no folder, or no folder upwards from it holds `content/`.
pub fn find(start: &Path) -> Result<PathBuf, FindError> {
    if !start.is_dir() {
        return Err(FindError::NoFolder(start.to_owned()));
    }
    nianbao_loader::find_workspace(start).ok_or_else(|| FindError::NoWorkspace(start.to_owned()))
}
