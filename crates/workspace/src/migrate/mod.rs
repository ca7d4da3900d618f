//! Brings content that was written for an earlier version of 内容格式 to the present one.
//!
//! What a version changes is an [`Upgrade`]: for each file a new text, made by lossless edits, so that comments and all else stay.

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::io::ErrorKind::NotFound;

use nianbao_loader::edit::{Change, EditError, KeyPath, Value, edited};
use nianbao_loader::keys::{Document, site};
use nianbao_loader::{Files, LoadError, ReadError, site_file};
use nianbao_model::{CONTENT_VERSION, FileId, SourceMap};

/// What has to be changed to come from one version to the next.
struct Upgrade {
    /// The version that it leads to.
    version: u32,
    /// What it changes, in the words of those whose files they are.
    title: &'static str,
    /// The new text of a file, by its path from the workspace; nothing where it stays as it is.
    ///
    /// # Errors
    /// Where only a person can change the file.
    rewrite: fn(path: &str, text: &str) -> Result<Option<String>, EditError>,
}

/// All steps there ever were, in their order. The first version is still the present one.
static STEPS: &[Upgrade] = &[];

/// What is to be written.
#[derive(Debug)]
pub struct Migration {
    /// The version that the content is written in.
    pub from: u32,
    /// The version that it will be written in.
    pub to: u32,
    /// What changes, a line for each step.
    pub titles: Vec<&'static str>,
    /// The files as they were read.
    pub sources: SourceMap,
    /// The files that change, with their new texts.
    pub files: BTreeMap<FileId, String>,
}

/// Why content cannot be brought to the present version.
#[derive(Debug, thiserror::Error)]
pub enum MigrateError {
    /// There is no content.
    #[error(transparent)]
    Load(#[from] LoadError),
    /// It was written for a later program.
    #[error("内容是按第 {0} 版格式写的，这个程序只认得第 {1} 版。请换用新版的 nianbao")]
    Later(u32, u32),
    /// There is no file to write the version into.
    #[error("没有 {0}，不知道内容是按第几版格式写的。请先写好它（nianbao check 会说缺什么）")]
    NoSite(String),
    /// A file that only a person can change.
    #[error("{0}：{1}。什么都没有改；请先照 nianbao check 的提示改好这个文件，再运行一次")]
    Unchangeable(String, EditError),
}

/// What brings the content in `files` to the present version: nothing where it is written in that already.
///
/// # Errors
/// If there is no content, it is of a later version, or a file cannot be changed by a program.
pub fn migrate(files: &dyn Files) -> Result<Migration, MigrateError> {
    by_steps(files, STEPS, CONTENT_VERSION)
}

/// As [`migrate`], by these steps to the version `to`.
fn by_steps(files: &dyn Files, steps: &[Upgrade], to: u32) -> Result<Migration, MigrateError> {
    let loaded = nianbao_loader::load(files)?;
    let version = loaded.municipality.as_ref().and_then(|municipality| municipality.site.content_version);
    let from = version.unwrap_or(1);
    let mut migration = Migration { from, to, titles: Vec::new(), sources: loaded.sources, files: BTreeMap::new() };
    if from > to {
        return Err(MigrateError::Later(from, to));
    }
    for step in steps.iter().filter(|step| (from + 1..=to).contains(&step.version)) {
        migration.take(step)?;
    }
    if from < to {
        migration.say_version(files)?;
    }
    Ok(migration)
}

impl Migration {
    /// Makes a step in each file.
    fn take(&mut self, step: &Upgrade) -> Result<(), MigrateError> {
        self.titles.push(step.title);
        let paths: Vec<String> = self.sources.files().map(|file| file.path().to_owned()).collect();
        for path in paths {
            let Some((file, text)) = self.text(&path) else { continue };
            let rewritten = (step.rewrite)(&path, text).map_err(|why| MigrateError::Unchangeable(path, why))?;
            self.files.extend(rewritten.map(|text| (file, text)));
        }
        Ok(())
    }

    /// Writes into site.yaml in which version all is written now.
    fn say_version(&mut self, files: &dyn Files) -> Result<(), MigrateError> {
        let path = site_file();
        // A file that is not there is among the sources, too, for findings to point at.
        let is_missing =
            |read: Result<_, ReadError>| matches!(read, Err(ReadError::Io(error)) if error.kind() == NotFound);
        let Some((file, text)) = self.text(&path).filter(|_| !is_missing(files.read(&path, 0))) else {
            return Err(MigrateError::NoSite(path));
        };
        let change = Change::set(KeyPath::of([site::CONTENT_FORMAT.key]), Value::text(self.to));
        let text = edited(text, Document::Site, &[change]).map_err(|why| MigrateError::Unchangeable(path, why))?;
        self.files.insert(file, text);
        Ok(())
    }

    /// A file as the steps so far have left it.
    fn text(&self, path: &str) -> Option<(FileId, &str)> {
        let file = self.sources.find(path)?;
        Some((file, self.files.get(&file).map_or_else(|| self.sources.text(file), String::as_str)))
    }
}
