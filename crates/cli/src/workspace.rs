//! The workspace that a command is about.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::Context;
use nianbao_builder::Templates;
use nianbao_loader::{Disk, Files};
use nianbao_model::{Diagnostic, Severity, SourceMap};
use nianbao_workspace::Checked;

use crate::args::DenyArgs;

/// The workspace at or above `folder`, without one at or above the folder that the program runs in.
pub(crate) fn find(folder: Option<&Path>) -> anyhow::Result<PathBuf> {
    let start = match folder {
        Some(folder) => folder.to_owned(),
        None => env::current_dir().context("不知道现在在哪个文件夹")?,
    };
    Ok(nianbao_workspace::find(&start)?)
}

/// Reads and checks the whole workspace in `folder`.
pub(crate) fn check(folder: &Path, deny: DenyArgs) -> anyhow::Result<Checked> {
    judge(&Disk::new(folder), deny)
}

/// Reads and checks the whole workspace that `files` holds.
pub(crate) fn judge(files: &dyn Files, deny: DenyArgs) -> anyhow::Result<Checked> {
    Ok(nianbao_workspace::check(files, nianbao_builder::codes(), deny.least())?)
}

/// The templates of the workspace in `folder`, for a command that makes a single thing.
pub(crate) fn templates(folder: &Path) -> anyhow::Result<Templates> {
    let (templates, findings) = Templates::of_workspace(folder, &mut SourceMap::default());
    match findings.iter().find(|finding| finding.severity() == Severity::Error) {
        Some(Diagnostic { message, .. }) => anyhow::bail!("{message}"),
        None => Ok(templates),
    }
}
