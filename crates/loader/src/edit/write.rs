//! Puts edited files on the disk: each whole or not at all. Beside `files/disk.rs` and `workspace.rs`, the only place of
//! the crate that touches the disk.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write};
use std::path::Path;

use nianbao_model::{FileId, SourceMap};
use tempfile::NamedTempFile;

use crate::error::reason;
use crate::files::is_link;

/// The mark that some programs put before UTF-8.
const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// Why edited files were not written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// Somebody saved the file in the meantime.
    #[error("{0} 在检查之后又有改动，所以什么都没有改。请再运行一次")]
    Changed(String),
    /// What is behind a link may not be ours.
    #[error("{0} 要经过链接（快捷方式）才能找到，所以什么都没有改。请换成真正的文件和文件夹")]
    Link(String),
    /// What the system says.
    #[error("无法改写 {path}：{}", reason(cause))]
    Io {
        /// The file.
        path: String,
        /// What the system says.
        cause: io::Error,
    },
}

/// Writes the new texts of `files` below `workspace`. None is replaced before all of them lie ready.
///
/// # Errors
/// If a file on the disk is not what `sources` holds, is reached through a link, or cannot be written; then nothing was.
pub fn write(workspace: &Path, sources: &SourceMap, files: &BTreeMap<FileId, String>) -> Result<(), WriteError> {
    let mut ready = Vec::new();
    for (file, text) in files {
        let path = sources.path(*file);
        ready.push((path, prepare(workspace, path, sources.text(*file), text)?));
    }
    for (path, file) in ready {
        file.persist(workspace.join(path)).map_err(|error| io_error(path, error.error))?;
    }
    Ok(())
}

/// The new content in a file beside the old one, with its permissions.
fn prepare(workspace: &Path, path: &str, read: &str, new: &str) -> Result<NamedTempFile, WriteError> {
    let target = workspace.join(path);
    let steps = target.ancestors().take_while(|step| *step != workspace);
    if steps.into_iter().any(is_link) {
        return Err(WriteError::Link(path.to_owned()));
    }
    let old = fs::read(&target).map_err(|cause| io_error(path, cause))?;
    let mark = if old.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK } else { b"" };
    if old.strip_prefix(mark) != Some(read.as_bytes()) {
        return Err(WriteError::Changed(path.to_owned()));
    }
    copy_beside(&target, [mark, new.as_bytes()]).map_err(|cause| io_error(path, cause))
}

fn copy_beside(target: &Path, parts: [&[u8]; 2]) -> io::Result<NamedTempFile> {
    let mut file = NamedTempFile::new_in(target.parent().unwrap_or(Path::new(".")))?;
    parts.iter().try_for_each(|part| file.write_all(part))?;
    file.as_file().set_permissions(fs::metadata(target)?.permissions())?;
    file.as_file().sync_all()?;
    Ok(file)
}

fn io_error(path: &str, cause: io::Error) -> WriteError {
    WriteError::Io { path: path.to_owned(), cause }
}
