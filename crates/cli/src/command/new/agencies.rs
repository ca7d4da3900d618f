//! `nianbao new agency` and `nianbao new agencies`.

use std::fmt::Write as _;
use std::path::Path;

use anyhow::Context;
use nianbao_loader::{Disk, agency_file, edit};
use nianbao_workspace::new::{Agencies, List, Listed, Wrong, agencies, listed, others_told};

use crate::args::{DenyArgs, NewAgenciesArgs, NewAgencyArgs};
use crate::{Ending, output, reading, visible, workspace};

use super::{all_lines, create, first_lines, reporting_year, table};

/// The same without commands.
const IN_BROWSER: &str =
    "  nianbao serve   在浏览器里也能建：打开它给出的“填写”网址（/_form/），用“新建年报”，再选一份填写";

/// Makes the agencies of a list.
pub(super) fn all(folder: Option<&Path>, args: &NewAgenciesArgs) -> anyhow::Result<Ending> {
    let folder = workspace::find(folder)?;
    let document = reading::read(&args.list).with_context(|| format!("读不了名单 {}", args.list.display()))?;
    let list = listed(&table::tables(&document)).with_context(|| format!("名单 {}", args.list.display()))?;
    let plan = match plan(&folder, &list.rows)? {
        Ok(plan) => plan,
        Err(wrong) => return Ok(refuse(&args.list, &wrong)),
    };
    if !args.dry_run {
        create(&folder, plan.files.clone())?;
    }
    output::print(&told(&plan, &list, args.dry_run)?)?;
    Ok(Ending::Good)
}

/// Makes a single agency.
pub(super) fn one(folder: Option<&Path>, args: &NewAgencyArgs) -> anyhow::Result<Ending> {
    anyhow::ensure!(!args.id.trim().is_empty(), "请写文件夹名，如 tcj；它也是网站上的地址");
    let folder = workspace::find(folder)?;
    let row = Listed {
        name: args.name.clone(),
        short_name: args.short.clone(),
        category: args.category.clone(),
        superior: args.parent.clone(),
        telephone: args.telephone.clone(),
        folder: args.id.clone(),
        ..Listed::default()
    };
    match plan(&folder, &[row.tidied()])? {
        Ok(plan) => {
            create(&folder, plan.files.clone())?;
            output::print(&told_of_one(&plan)?)?;
            Ok(Ending::Good)
        }
        Err(wrong) => {
            for wrong in &wrong {
                output::complain(&format!("{}，什么都没有写", wrong.message));
            }
            Ok(Ending::Failed)
        }
    }
}

fn plan(folder: &Path, rows: &[Listed]) -> anyhow::Result<Result<Agencies, Vec<Wrong>>> {
    edit::clear_leftovers(folder);
    let checked = workspace::check(folder, DenyArgs::default())?;
    Ok(agencies(&Disk::new(folder), checked.municipality()?, rows))
}

fn refuse(list: &Path, wrong: &[Wrong]) -> Ending {
    output::complain(&format!("名单 {} 有 {} 行不对，什么都没有写：", list.display(), wrong.len()));
    for Wrong { place, message, .. } in wrong {
        output::tell(&format!("  {}\n", visible::line(&format!("{place}：{message}"))));
    }
    output::tell("请改好名单，再运行一次。\n");
    Ending::Failed
}

fn told(plan: &Agencies, list: &List, dry_run: bool) -> anyhow::Result<String> {
    let lines =
        plan.added.iter().map(|added| visible::line(&format!("  ＋ {}  {}", added.id, added.name)).into_owned());
    let lines: Vec<String> = lines.collect();
    // What folders are called is settled with this look.
    let mut text =
        if dry_run { all_lines(&lines) } else { first_lines(&lines, "个", "文件夹都在 content/agencies 里") };
    text += &plan.told(!dry_run);
    text += "\n";
    let differing = plan.there.iter().filter(|there| !there.differs.is_empty());
    let differing = differing.map(|there| {
        let line = format!("  {}：{}（{}）", there.name, there.differs.join("、"), agency_file(&there.id));
        visible::line(&line).into_owned()
    });
    let differing: Vec<String> = differing.collect();
    if !differing.is_empty() {
        text += "注意：下面的机关与名单里写的不同，没有改动；要改的，在填写页的“报告和机关”里改，或者打开文件：\n";
        text += &all_lines(&differing);
    }
    if let Some(telephones) = plan.telephones_told(&list.rows) {
        text += &visible::line(&telephones);
        text += "\n";
    }
    if let Some(others) = others_told(&list.others) {
        text += &visible::line(&others);
        text += "\n";
    }
    if !list.unused.is_empty() {
        text += &visible::line(&format!("没有用到的栏目：{}。", list.unused.join("、")));
        text += "\n";
    }
    if dry_run && !plan.added.is_empty() {
        text += "文件夹的名称就是网站上的地址，公开以后不要再改。要另取名称，请在名单里加上“文件夹”一栏。\n去掉 --dry-run 就写进文件。\n";
    } else {
        let year = reporting_year()?;
        let _ =
            writeln!(text, "\n接下来：\n  nianbao new report --all --year {year}   建 {year} 年的报告\n{IN_BROWSER}");
    }
    Ok(text)
}

fn told_of_one(plan: &Agencies) -> anyhow::Result<String> {
    let mut text = String::new();
    for there in &plan.there {
        let differs = there.differs.join("、");
        let differs = if differs.is_empty() { String::new() } else { format!("，{differs}不同") };
        let line = format!("“{}”已经有了{differs}，没有改动：{}", there.name, agency_file(&there.id));
        text += &visible::line(&line);
        text += "\n";
    }
    for added in &plan.added {
        text += &visible::line(&format!("建好了“{}”：{}", added.name, agency_file(&added.id)));
        let year = reporting_year()?;
        let next = format!("  nianbao new report {} --year {year}   建 {year} 年的报告\n{IN_BROWSER}", added.id);
        let _ = writeln!(text, "\n\n接下来：\n{next}");
    }
    Ok(text)
}
