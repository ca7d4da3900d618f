//! Puts edited files on the disk: all of them or none. Beside `files/disk.rs` and `workspace.rs`, the only place of
//! the crate that touches the disk.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use nianbao_disk::{
    NotPut, ReadError, Replacement, Together, read_regular, reason, remove_file, remove_leftovers, remove_leftovers_in,
    sync_folder,
};
use nianbao_model::{FileId, SourceFile, SourceMap};

use crate::files::is_link;
use crate::names::{AGENCY, REPORT};
use crate::read::decode;
use crate::workspace::CONTENT;

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
    /// Something stands where a new file is to be.
    #[error("{0} 已经有了，没有覆盖")]
    Exists(String),
    /// What the system says.
    #[error("写不进 {path}：{}", reason(cause))]
    Io {
        /// The file.
        path: String,
        /// What the system says.
        cause: io::Error,
    },
}

/// Files that the program writes whole in the folder of a report, by their paths from the workspace.
pub type Made = BTreeMap<String, Vec<u8>>;

/// Carries on what a run left that was cut off while it wrote. What another program writes at the moment is left to that.
pub fn finish(workspace: &Path) {
    drop(nianbao_disk::finish(workspace));
}

/// The same, and removes what was left beside the files.
pub fn clear_leftovers(workspace: &Path) {
    finish(workspace);
    // Where a folder is made anew, its files lie ready in the nearest one above.
    remove_leftovers_in(workspace);
    remove_leftovers(&workspace.join(CONTENT));
}

/// Writes the new texts of `files` below `workspace`, and sees them onto the disk: all of them or none, whatever cuts it off. Those
/// that are `made` whole take the place of whatever stood there.
///
/// # Errors
/// If a file on the disk is not what `sources` holds, is reached through a link, or cannot be written; then nothing was.
pub fn write(
    workspace: &Path,
    sources: &SourceMap,
    files: &BTreeMap<FileId, String>,
    made: &Made,
) -> Result<(), WriteError> {
    save(workspace, sources, files, made, &[])
}

/// Puts new files below `workspace`, where nothing stands yet, and sees them onto the disk: all of them or none, whatever cuts it
/// off. Folders are made where they are missing.
///
/// # Errors
/// If a file is there already, would be reached through a link, or cannot be written; then nothing was.
pub fn create(workspace: &Path, files: &[(String, Vec<u8>)]) -> Result<(), WriteError> {
    save(workspace, &SourceMap::default(), &BTreeMap::new(), &Made::new(), files)
}

/// Both at once: `files` and `made` as [`write`] takes them, `new` as [`create`] does.
///
/// # Errors
/// As theirs.
pub fn save(
    workspace: &Path,
    sources: &SourceMap,
    files: &BTreeMap<FileId, String>,
    made: &Made,
    new: &[(String, Vec<u8>)],
) -> Result<(), WriteError> {
    clear_leftovers(workspace);
    let mut together = Together::below(workspace).map_err(|cause| io_error(CONTENT, cause))?;
    for (path, bytes) in new {
        let target = apart_from_links(workspace, path)?;
        if target.symlink_metadata().is_ok() {
            return Err(WriteError::Exists(path.clone()));
        }
        together.add(path, whole(workspace, path, bytes)?, true);
    }
    for (file, text) in files {
        let path = sources.path(*file);
        let is_utf8 = sources.file(*file).is_none_or(SourceFile::is_utf8);
        together.add(path, prepare(workspace, path, (sources.text(*file), is_utf8), text)?, false);
    }
    for (path, bytes) in made {
        together.add(path, whole(workspace, path, bytes)?, false);
    }
    together.put().map_err(|not_put| match not_put {
        NotPut::Changed(path) => WriteError::Changed(path),
        NotPut::Io { path, cause } if cause.kind() == io::ErrorKind::AlreadyExists => WriteError::Exists(path),
        NotPut::Io { path, cause } => WriteError::Io { path, cause },
    })
}

/// Takes away a file below `workspace` that has no more than `limit` bytes, and returns what stood in it.
///
/// # Errors
/// If it is not there, is reached through a link, is longer, or cannot be removed.
pub fn take_away(workspace: &Path, path: &str, limit: u64) -> Result<Vec<u8>, WriteError> {
    let target = apart_from_links(workspace, path)?;
    let bytes = read_regular(&target, limit).map_err(|error| match error {
        ReadError::Io(cause) => io_error(path, cause),
        _ => WriteError::Changed(path.to_owned()),
    })?;
    remove_file(&target).map_err(|cause| io_error(path, cause))?;
    target.parent().map_or(Ok(()), sync_folder).map_err(|cause| io_error(path, cause))?;
    Ok(bytes)
}

/// A whole file that lies ready, for those who may read and write the report.yaml beside it, or else the file of the nearest
/// agency; where there is none, for whoever may read and write new files.
fn whole(workspace: &Path, path: &str, bytes: &[u8]) -> Result<Replacement, WriteError> {
    let target = apart_from_links(workspace, path)?;
    let report = target.with_file_name(REPORT);
    let agencies = target.ancestors().skip(1).take_while(|folder| *folder != workspace);
    let mut models = std::iter::once(report).chain(agencies.map(|folder| folder.join(AGENCY)));
    let new = match models.find(|model| model.is_file()) {
        Some(model) => Replacement::like(&target, &model, &[bytes]),
        None => Replacement::fresh(&target, &[bytes]),
    };
    new.map_err(|cause| io_error(path, cause))
}

/// The new content beside the old one.
fn prepare(workspace: &Path, path: &str, (read, is_utf8): (&str, bool), new: &str) -> Result<Replacement, WriteError> {
    let target = apart_from_links(workspace, path)?;
    let changed = || WriteError::Changed(path.to_owned());
    // No encoding takes more than twice the bytes of UTF-8.
    let longest = BYTE_ORDER_MARK.len() + if is_utf8 { read.len() } else { 2 * read.len() };
    let old = match read_regular(&target, longest as u64) {
        Ok(old) => old,
        Err(ReadError::Io(cause)) => return Err(io_error(path, cause)),
        Err(_) => return Err(changed()),
    };
    if !is_utf8 {
        let same = decode(&old).is_ok_and(|old| old.text == read);
        let new = || Replacement::prepare(&target, &[new.as_bytes()]).map_err(|cause| io_error(path, cause));
        return if same { new() } else { Err(changed()) };
    }
    let mark = if old.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK } else { b"" };
    if old.strip_prefix(mark) != Some(read.as_bytes()) {
        return Err(changed());
    }
    Replacement::prepare(&target, &[mark, new.as_bytes()]).map_err(|cause| io_error(path, cause))
}

/// The place of a file that no link leads to.
fn apart_from_links(workspace: &Path, path: &str) -> Result<PathBuf, WriteError> {
    let target = workspace.join(path);
    let mut steps = target.ancestors().take_while(|step| *step != workspace);
    if steps.any(is_link) { Err(WriteError::Link(path.to_owned())) } else { Ok(target) }
}

fn io_error(path: &str, cause: io::Error) -> WriteError {
    WriteError::Io { path: path.to_owned(), cause }
}
