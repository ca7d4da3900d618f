//! `nianbao check`: all problems of all reports, and their mends.

use std::fmt::Write as _;
use std::path::Path;

use nianbao_loader::{Disk, Files, edit};
use nianbao_workspace::{Checked, Mended};

use crate::args::{CheckArgs, Format};
use crate::{Ending, output, render, workspace};

pub(crate) fn check(folder: Option<&Path>, args: &CheckArgs) -> anyhow::Result<Ending> {
    let format = args.format.format;
    anyhow::ensure!(!(args.diff && format.is_for_machines()), "--diff 是给人看的，不能和这种 --format 一起用");
    let (folder, filter) = (workspace::find(folder)?, args.selection.filter());
    let judge = |files: &dyn Files| anyhow::Ok(workspace::judge(files, args.deny)?.narrowed(&filter)?);
    if !(args.fix || args.diff) {
        return show(&judge(&Disk::new(&folder))?, format);
    }
    let mended = nianbao_workspace::mend(&Disk::new(&folder), judge)?;
    if args.diff {
        output::print(&render::diff(&mended))?;
    }
    if !args.fix {
        output::print(&told(&mended, "可以改好", "；加上 --fix 就写进文件"))?;
        return Ok(ending(&mended.before));
    }
    edit::write(&folder, &mended.before.sources, &mended.files)?;
    let ending = show(&judge(&Disk::new(&folder))?, format)?;
    let told = told(&mended, "改好了", "");
    if format.is_for_machines() {
        output::tell(&told);
    } else {
        output::print(&told)?;
    }
    Ok(ending)
}

fn show(checked: &Checked, format: Format) -> anyhow::Result<Ending> {
    output::print(&render::findings(checked, format, output::coloured()))?;
    Ok(ending(checked))
}

fn ending(checked: &Checked) -> Ending {
    if checked.is_blocked() { Ending::Blocked } else { Ending::Good }
}

/// How many findings `verb` mends, and what is left for which reason.
fn told(mended: &Mended, verb: &str, more: &str) -> String {
    let mut text = match mended.mended {
        0 => "没有可以自动改的地方。\n".to_owned(),
        count => format!("{verb} {count} 处（{} 个文件）{more}。\n", mended.files.len()),
    };
    for (count, why) in [
        (mended.refused, "改了会带出别的问题，没有自动改，请照提示自己改"),
        (mended.records, "在已公开的报告里，存档不自动改"),
        (mended.recoded, "所在的文件不是 UTF-8 编码，请先另存为 UTF-8"),
    ] {
        if count > 0 {
            let _ = writeln!(text, "另有 {count} 处{why}。");
        }
    }
    text
}
