//! `nianbao migrate`: content of an earlier version in the present one.

use std::fmt::Write as _;
use std::path::Path;

use nianbao_loader::{Disk, edit};
use nianbao_workspace::Migration;

use crate::{Ending, output, render, workspace};

pub(crate) fn migrate(folder: Option<&Path>, dry_run: bool) -> anyhow::Result<Ending> {
    let folder = workspace::find(folder)?;
    let migration = nianbao_workspace::migrate(&Disk::new(&folder))?;
    if dry_run {
        let changes = migration.files.iter().map(|(file, new)| {
            let sources = &migration.sources;
            render::changes(sources.path(*file), sources.text(*file), new)
        });
        output::print(&changes.collect::<String>())?;
    } else {
        edit::write(&folder, &migration.sources, &migration.files, &edit::Made::new())?;
    }
    output::print(&told(&migration, dry_run))?;
    Ok(Ending::Good)
}

fn told(migration: &Migration, dry_run: bool) -> String {
    let Migration { from, to, titles, files, .. } = migration;
    if from == to {
        return format!("内容已经是第 {to} 版格式，也就是这个程序的格式，没有要改的。\n");
    }
    let verb = if dry_run { "会改" } else { "改好了" };
    let mut text = format!("内容从第 {from} 版格式升到第 {to} 版，{verb} {} 个文件：\n", files.len());
    for title in titles {
        let _ = writeln!(text, "  {title}");
    }
    text + if dry_run { "去掉 --dry-run 就写进文件。\n" } else { "请再运行 nianbao check。\n" }
}
