//! Puts edited files on the disk: each whole or not at all. Beside `files/disk.rs` and `workspace.rs`, the only place of
//! the crate that touches the disk.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use nianbao_disk::{ReadError, Replacement, read_regular, remove_leftovers, sync_folder};
use nianbao_model::{FileId, SourceFile, SourceMap};

use crate::error::reason;
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
    #[error("无法写入 {path}：{}", reason(cause))]
    Io {
        /// The file.
        path: String,
        /// What the system says.
        cause: io::Error,
    },
}

/// Files that the program writes whole in the folder of a report, by their paths from the workspace.
pub type Made = BTreeMap<String, Vec<u8>>;

/// Removes what was left beside the files by a run that was killed.
pub fn clear_leftovers(workspace: &Path) {
    remove_leftovers(&workspace.join(CONTENT));
}

/// Writes the new texts of `files` below `workspace`, and sees them onto the disk. None is replaced before all of them lie ready.
/// What was left beside the files by a run that was killed goes first. Those that are `made` whole come behind the others,
/// whatever stood in their place.
///
/// # Errors
/// If a file on the disk is not what `sources` holds, is reached through a link, or cannot be written; then nothing was.
pub fn write(
    workspace: &Path,
    sources: &SourceMap,
    files: &BTreeMap<FileId, String>,
    made: &Made,
) -> Result<(), WriteError> {
    clear_leftovers(workspace);
    let mut ready = Vec::new();
    for (file, text) in files {
        let path = sources.path(*file);
        let is_utf8 = sources.file(*file).is_none_or(SourceFile::is_utf8);
        ready.push((path, prepare(workspace, path, (sources.text(*file), is_utf8), text)?));
    }
    for (path, text) in made {
        ready.push((path.as_str(), whole(workspace, path, text)?));
    }
    let mut folders = BTreeMap::new();
    for (path, new) in ready {
        folders.insert(new.folder().to_owned(), path);
        new.put().map_err(|cause| io_error(path, cause))?;
    }
    folders.iter().try_for_each(|(folder, path)| sync_folder(folder).map_err(|cause| io_error(path, cause)))
}

/// Puts new files below `workspace` in their order, where nothing stands yet, and sees them onto the disk; folders are made
/// where they are missing. None is put there before all of them lie ready.
///
/// # Errors
/// If a file is there already, would be reached through a link, or cannot be written. What was put there before is whole, and
/// no folder that was made for another is left.
pub fn create(workspace: &Path, files: &[(String, Vec<u8>)]) -> Result<(), WriteError> {
    let mut made = Vec::new();
    let created = create_in(workspace, files, &mut made);
    if created.is_err() {
        // A folder that something was put into stays.
        made.iter().rev().for_each(|folder| drop(fs::remove_dir(folder)));
    }
    created
}

/// As [`create`]; tells which folders were `made`.
fn create_in(workspace: &Path, files: &[(String, Vec<u8>)], made: &mut Vec<PathBuf>) -> Result<(), WriteError> {
    let mut ready = Vec::new();
    for (path, bytes) in files {
        let target = apart_from_links(workspace, path)?;
        if target.symlink_metadata().is_ok() {
            return Err(WriteError::Exists(path.clone()));
        }
        make_folders_of(&target, made).map_err(|cause| io_error(path, cause))?;
        ready.push((path.as_str(), whole(workspace, path, bytes)?));
    }
    let mut folders = BTreeMap::new();
    for (path, new) in ready {
        folders.insert(new.folder().to_owned(), path);
        new.put_new().map_err(|cause| match cause.kind() {
            io::ErrorKind::AlreadyExists => WriteError::Exists(path.to_owned()),
            _ => io_error(path, cause),
        })?;
    }
    folders.iter().try_for_each(|(folder, path)| sync_folder(folder).map_err(|cause| io_error(path, cause)))
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
    fs::remove_file(&target).map_err(|cause| io_error(path, cause))?;
    target.parent().map_or(Ok(()), sync_folder).map_err(|cause| io_error(path, cause))?;
    Ok(bytes)
}

/// The folders above a file that are missing, from the top.
fn make_folders_of(target: &Path, made: &mut Vec<PathBuf>) -> io::Result<()> {
    let missing: Vec<&Path> = target.ancestors().skip(1).take_while(|folder| !folder.is_dir()).collect();
    for folder in missing.into_iter().rev().filter(|folder| !folder.as_os_str().is_empty()) {
        match fs::create_dir(folder) {
            Ok(()) => made.push(folder.to_owned()),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
        folder.parent().map_or(Ok(()), sync_folder)?;
    }
    Ok(())
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
