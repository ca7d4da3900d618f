//! The workspace that a command is about.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::Context;
use nianbao_builder::Templates;
use nianbao_builder::pdf::{FontError, FontFolders};
use nianbao_loader::{Disk, Files, edit};
use nianbao_model::{Diagnostic, Severity, SourceMap};
use nianbao_workspace::{Checked, Checker, Filter};

use crate::args::DenyArgs;
use crate::environment;

/// The workspace at or above `folder`, without one at or above the folder that the program runs in. What a run left half written
/// that was cut off is carried on.
pub(crate) fn find(folder: Option<&Path>) -> anyhow::Result<PathBuf> {
    let start = match folder {
        Some(folder) => folder.to_owned(),
        None => env::current_dir().context("不知道现在在哪个文件夹")?,
    };
    let folder = nianbao_workspace::find(&start)?;
    edit::finish(&folder);
    Ok(folder)
}

/// Reads and checks the whole workspace in `folder`.
pub(crate) fn check(folder: &Path, deny: DenyArgs) -> anyhow::Result<Checked> {
    judge(&Disk::new(folder), deny)
}

/// Reads and checks the whole workspace that `files` holds.
pub(crate) fn judge(files: &dyn Files, deny: DenyArgs) -> anyhow::Result<Checked> {
    Ok(nianbao_workspace::check(files, nianbao_builder::codes(), deny.least(), environment::day()?)?)
}

/// Checks one state of a workspace after the other.
pub(crate) fn checker(deny: DenyArgs) -> Checker {
    Checker::new(nianbao_builder::codes(), deny.least())
}

/// A workspace with all that keeps it from being built.
pub(crate) struct Examined {
    /// What it holds, and what is wrong with it.
    pub(crate) checked: Checked,
    /// Its templates.
    pub(crate) templates: Templates,
    /// Why rare characters were not looked up in fonts.
    pub(crate) unchecked: Option<FontError>,
}

/// Reads and checks the part of the workspace in `folder` that `filter` asks for, and looks for what of it cannot be built.
/// Without `fonts`, no PDFs are wanted.
pub(crate) fn examine(
    folder: &Path,
    deny: DenyArgs,
    filter: &Filter,
    fonts: Option<FontFolders>,
) -> anyhow::Result<Examined> {
    Ok(with_unbuildable(folder, check(folder, deny)?.narrowed(filter)?, fonts))
}

/// A checked workspace with what of it cannot be built. Without `fonts`, no PDFs are wanted.
pub(crate) fn with_unbuildable(folder: &Path, mut checked: Checked, fonts: Option<FontFolders>) -> Examined {
    let (templates, findings) = Templates::of_workspace(folder, &mut checked.sources);
    checked.add(findings);
    let mut unchecked = None;
    if let Some(municipality) = &checked.municipality {
        let fonts = fonts.map(|fonts| fonts.with_site(&municipality.site, folder));
        let found = nianbao_builder::unbuildable(municipality, &templates, fonts.as_ref());
        checked.add(found.findings);
        unchecked = found.unchecked;
    }
    Examined { checked, templates, unchecked }
}

/// The templates of the workspace in `folder`, for a command that makes a single thing.
pub(crate) fn templates(folder: &Path) -> anyhow::Result<Templates> {
    let (templates, findings) = Templates::of_workspace(folder, &mut SourceMap::default());
    match findings.iter().find(|finding| finding.severity() == Severity::Error) {
        Some(Diagnostic { message, .. }) => anyhow::bail!("{message}"),
        None => Ok(templates),
    }
}
