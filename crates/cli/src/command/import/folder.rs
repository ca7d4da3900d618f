//! The files of a folder that is imported.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// Files that systems leave behind.
const CLUTTER: [&str; 2] = ["Thumbs.db", "desktop.ini"];

/// More files than that are no reports of a city.
const MOST: usize = 20_000;

/// All files below `folder` but for hidden ones, each with its path from there, sorted by that. `list` is none of them.
pub(super) fn files(folder: &Path, list: Option<&Path>) -> anyhow::Result<Vec<(PathBuf, String)>> {
    let list = list.and_then(|list| fs::canonicalize(list).ok());
    let mut found = Vec::new();
    let mut ahead = vec![(folder.to_owned(), String::new())];
    while let Some((folder, path)) = ahead.pop() {
        let entries = fs::read_dir(&folder).map_err(|error| unreadable(&folder, &error))?;
        for entry in entries {
            let entry = entry.map_err(|error| unreadable(&folder, &error))?;
            let name = entry.file_name().to_string_lossy().into_owned();
            if name.starts_with(['.', '~']) || CLUTTER.contains(&name.as_str()) {
                continue;
            }
            let path = if path.is_empty() { name } else { format!("{path}/{name}") };
            match entry.file_type() {
                Ok(kind) if kind.is_dir() => ahead.push((entry.path(), path)),
                _ => found.push((entry.path(), path)),
            }
            anyhow::ensure!(
                found.len() + ahead.len() <= MOST,
                "{} 里的文件太多，请只选放年报的文件夹",
                folder.display()
            );
        }
    }
    found.retain(|(path, _)| list.is_none() || fs::canonicalize(path).ok() != list);
    found.sort_by(|(_, one), (_, other)| one.cmp(other));
    anyhow::ensure!(!found.is_empty(), "{} 里没有文件", folder.display());
    Ok(found)
}

fn unreadable(folder: &Path, error: &std::io::Error) -> anyhow::Error {
    let folder = folder.display();
    match error.kind() {
        ErrorKind::NotFound => anyhow::anyhow!("没有文件夹 {folder}"),
        ErrorKind::NotADirectory => anyhow::anyhow!("{folder} 是文件，不是文件夹；导入一个文件，去掉 --batch"),
        ErrorKind::PermissionDenied => anyhow::anyhow!("读不了文件夹 {folder}：没有权限"),
        _ => anyhow::anyhow!("读不了文件夹 {folder}：{error}"),
    }
}
