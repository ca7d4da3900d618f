//! The files of a folder that is imported.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context;

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
        let entries = fs::read_dir(&folder).with_context(|| format!("读不了文件夹 {}", folder.display()))?;
        for entry in entries {
            let entry = entry.with_context(|| format!("读不了文件夹 {}", folder.display()))?;
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
