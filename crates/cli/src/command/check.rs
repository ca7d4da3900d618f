//! `nianbao check`: all problems of all reports, and their mends.

use std::fmt::Write as _;
use std::path::Path;

use nianbao_loader::{Disk, Files, edit};
use nianbao_workspace::{Checked, Filter, Mended};

use crate::args::{CheckArgs, Format};
use crate::render::Unfilled;
use crate::workspace::Examined;
use crate::{Ending, environment, output, render, workspace};

pub(crate) fn check(folder: Option<&Path>, args: &CheckArgs) -> anyhow::Result<Ending> {
    let format = args.format.format;
    anyhow::ensure!(!(args.diff && format.is_for_machines()), "--diff 是给人看的，不能和这种 --format 一起用");
    let (folder, filter) = (workspace::find(folder)?, args.selection.filter());
    let examine = || examine(&folder, args, &filter);
    let judge = |files: &dyn Files| anyhow::Ok(workspace::judge(files, args.deny)?.narrowed(&filter)?);
    if !(args.fix || args.diff) {
        return show(&examine()?, format);
    }
    let mended = nianbao_workspace::mend(&Disk::new(&folder), judge)?;
    if args.diff {
        output::print(&render::diff(&mended))?;
    }
    if !args.fix {
        output::print(&told(&mended, "可以改好", "；加上 --fix 就写进文件"))?;
        return Ok(ending(&examine()?));
    }
    edit::write(&folder, &mended.before.sources, &mended.files, &edit::Made::new())?;
    let ending = show(&examine()?, format)?;
    let told = told(&mended, "改好了", "");
    if format.is_for_machines() {
        output::tell(&told);
    } else {
        output::print(&told)?;
    }
    Ok(ending)
}

/// What is wrong with the part that is asked for, what of it cannot be built included.
fn examine(folder: &Path, args: &CheckArgs, filter: &Filter) -> anyhow::Result<Checked> {
    let fonts = environment::font_folders(&args.fonts.font_path);
    let Examined { checked, unchecked, .. } = workspace::examine(folder, args.deny, filter, Some(fonts))?;
    if let Some(error) = unchecked {
        output::tell(&format!("注意：没有核对字体里有没有生僻字。{error}\n"));
    }
    Ok(checked)
}

fn show(checked: &Checked, format: Format) -> anyhow::Result<Ending> {
    output::print(&render::findings(checked, format, output::coloured(), Unfilled::Listed))?;
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
