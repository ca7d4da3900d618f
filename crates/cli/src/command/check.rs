//! `nianbao check`: all problems of all reports, and their mends.

use std::fmt::Write as _;
use std::path::Path;

use nianbao_loader::edit;
use nianbao_loader::mend::{self, Mends};
use nianbao_workspace::Checked;

use crate::args::{CheckArgs, Format};
use crate::{Ending, output, render, workspace};

pub(crate) fn check(folder: Option<&Path>, args: &CheckArgs) -> anyhow::Result<Ending> {
    let format = args.format.format;
    anyhow::ensure!(!(args.diff && format.is_for_machines()), "--diff 是给人看的，不能和这种 --format 一起用");
    let (folder, filter) = (workspace::find(folder)?, args.selection.filter());
    let checked = workspace::check(&folder, args.deny)?.narrowed(&filter)?;
    if !(args.fix || args.diff) {
        return show(&checked, format);
    }
    let mends = mend::plan(&checked.findings, checked.municipality.as_ref(), &checked.sources);
    if args.diff {
        output::print(&render::diff(&checked.sources, &mends))?;
    }
    if !args.fix {
        output::print(&told(&mends, "可以改好", "；加上 --fix 就写进文件"))?;
        return Ok(ending(&checked));
    }
    edit::write(&folder, &checked.sources, &mends.files)?;
    let ending = show(&workspace::check(&folder, args.deny)?.narrowed(&filter)?, format)?;
    let told = told(&mends, "改好了", "");
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
fn told(mends: &Mends, verb: &str, more: &str) -> String {
    let mut text = match mends.mended {
        0 => "没有可以自动改的地方。\n".to_owned(),
        mended => format!("{verb} {mended} 处（{} 个文件）{more}。\n", mends.files.len()),
    };
    for (count, why) in [
        (mends.waiting, "和上面的改动挤在一起，改完以后再运行一次"),
        (mends.records, "在已公开的报告里，存档不自动改"),
        (mends.recoded, "所在的文件不是 UTF-8 编码，请先另存为 UTF-8"),
    ] {
        if count > 0 {
            let _ = writeln!(text, "另有 {count} 处{why}。");
        }
    }
    text
}
