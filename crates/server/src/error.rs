//! What keeps the preview from being shown.

use std::io;

use nianbao_loader::LoadError;
use nianbao_workspace::FilterError;

use crate::WatchError;

/// Why there is no preview.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// Changes of files cannot be seen.
    #[error(transparent)]
    Watch(#[from] WatchError),
    /// The workspace cannot be read at all.
    #[error(transparent)]
    Load(#[from] LoadError),
    /// What was asked for is not in the workspace.
    #[error(transparent)]
    Filter(#[from] FilterError),
    /// The system does not let us serve.
    #[error(transparent)]
    Io(#[from] io::Error),
}
