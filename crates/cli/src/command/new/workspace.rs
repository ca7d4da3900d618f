//! `nianbao new workspace`.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use nianbao_disk::{create_folders, read_regular, remove_empty_folder};
use nianbao_loader::edit::{self, WriteError};
use nianbao_loader::{CONTENT, find_workspace};
use nianbao_workspace::new::{NewTexts, NewWorkspace, workspace};

use crate::args::NewWorkspaceArgs;
use crate::{Ending, output, target, visible};

use super::{create, reporting_year};

pub(super) fn new(folder: Option<&Path>, args: &NewWorkspaceArgs) -> anyhow::Result<Ending> {
    let NewWorkspace { government, files } = workspace(&args.city)?;
    let target = folder.map_or_else(|| args.target.clone(), |folder| folder.join(&args.target));
    target::make_sure_is_portable(&target)?;
    make_sure_is_outside_content(&target)?;
    edit::finish(&target);
    make_sure_is_ours(&target, &files)?;
    let missing = missing(&target, files)?;
    if missing.is_empty() {
        output::print_line(&format!("{} 已经建好了，没有改动。", target.display()))?;
    } else {
        let is_new = make_folder(&target)?;
        let created = create(&target, missing);
        if created.is_err() && is_new {
            drop(remove_empty_folder(&target));
        }
        created?;
        output::print_line(&format!("建好了{government}的工作区：{}", target.display()))?;
    }
    output::print(&next(&args.target, folder)?)?;
    Ok(Ending::Good)
}

/// Agencies and years stand in `content/`, no workspaces.
fn make_sure_is_outside_content(target: &Path) -> anyhow::Result<()> {
    let absolute = std::path::absolute(target)?;
    let there = absolute.ancestors().find_map(|above| fs::canonicalize(above).ok());
    let inside = there.is_some_and(|there| {
        let outer = find_workspace(&there).and_then(|outer| fs::canonicalize(outer.join(CONTENT)).ok());
        outer.is_some_and(|content| there.starts_with(content))
    });
    anyhow::ensure!(!inside, "{} 在另一个工作区的 content 里，那里只放报告；请换一个地方", target.display());
    Ok(())
}

/// What people wrote is never written over, nor mixed with what is ours.
fn make_sure_is_ours(target: &Path, files: &[(String, String)]) -> anyhow::Result<()> {
    let entries = match fs::read_dir(target) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        Err(error) if error.kind() == ErrorKind::NotADirectory => {
            anyhow::bail!("{} 是文件，不是文件夹；请换一个名称", target.display())
        }
        Err(cause) => return Err(failed(target, cause)),
    };
    for entry in entries {
        let name = entry.map_err(|cause| failed(target, cause))?.file_name().to_string_lossy().into_owned();
        let ours = files.iter().any(|(path, _)| path.split('/').next() == Some(name.as_str()));
        anyhow::ensure!(
            ours || name.starts_with('.'),
            "{} 不是空的（里面有“{name}”）；请换一个新文件夹",
            target.display()
        );
    }
    Ok(())
}

/// The files that are not there yet; a run that was cut off left the others.
fn missing(target: &Path, files: NewTexts) -> anyhow::Result<NewTexts> {
    let mut missing = NewTexts::new();
    for (path, text) in files {
        match read_regular(&target.join(&path), text.len() as u64) {
            Ok(there) if there == text.as_bytes() => {}
            Err(error) if error.kind() == Some(ErrorKind::NotFound) => missing.push((path, text)),
            _ => anyhow::bail!(
                "{} 里已经有 {path}，和要建的不一样，什么都没有改；要建工作区，请换一个新文件夹；要建机关，运行 nianbao new agencies",
                target.display()
            ),
        }
    }
    Ok(missing)
}

/// Makes the folder where it is missing; returns whether it did.
fn make_folder(target: &Path) -> anyhow::Result<bool> {
    if target.is_dir() {
        return Ok(false);
    }
    create_folders(target).map(|()| true).map_err(|cause| failed(target, cause))
}

fn failed(target: &Path, cause: std::io::Error) -> anyhow::Error {
    WriteError::Io { path: target.display().to_string(), cause }.into()
}

fn next(target: &Path, folder: Option<&Path>) -> anyhow::Result<String> {
    let year = reporting_year()?;
    let place = folder.map_or_else(|| target.to_owned(), |folder| folder.join(target)).display().to_string();
    let place = visible::line(&place).into_owned();
    let program = match place.as_str() {
        "." => "nianbao".to_owned(),
        place if place.contains(char::is_whitespace) => format!("nianbao -C \"{place}\""),
        place => format!("nianbao -C {place}"),
    };
    let serve = format!("{program} serve");
    Ok(format!(
        "\n接下来：\n\
        \u{20} 1. {serve}，在浏览器里打开它给出的“填写”网址（/_form/）：新增机关、新建年报、填写报告，都在那里\n\
        \u{20} 2. 看看里面的 请先读我.txt 和 例子；在 content/site.yaml 里填网址、备案号等，没有的不填\n\
        \u{20} 习惯用命令的，也可以这样：\n\
        \u{20}    建机关：{program} new agencies 名单.xlsx\n\
        \u{20}    名单的第一行写：名称、简称、类别、上级、电话；只有几个机关的，一个一个建：\n\
        \u{20}    {program} new agency 文件夹名 --name 机关的全称\n\
        \u{20}    建 {year} 年的报告：{program} new report --all --year {year}\n"
    ))
}
