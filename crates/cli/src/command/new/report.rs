//! `nianbao new report`.

use std::fmt::Write as _;
use std::path::Path;

use nianbao_loader::{Disk, edit, report_folder};
use nianbao_model::{Agency, Municipality};
use nianbao_workspace::new::{Carried, Fate, Made, NewReport, NewTexts, owing, reports};
use nianbao_workspace::{Checked, find_agency};

use crate::args::{DenyArgs, NewReportArgs};
use crate::{Ending, output, visible, workspace};

use super::{create, first_lines};

pub(super) fn new(folder: Option<&Path>, args: &NewReportArgs) -> anyhow::Result<Ending> {
    let folder = workspace::find(folder)?;
    edit::clear_leftovers(&folder);
    let checked = workspace::check(&folder, DenyArgs::default())?;
    let municipality = checked.municipality()?;
    let agencies = wanted(&checked, municipality, args)?;
    let new = reports(&Disk::new(&folder), &checked, municipality, &agencies, args.year)?;
    create(&folder, files(&new))?;
    output::print(&told(&new, args))?;
    let refused = !args.all && new.iter().any(|report| report.fate == Fate::NotOwed);
    Ok(if refused { Ending::Blocked } else { Ending::Good })
}

/// The agencies that were asked for, each once.
fn wanted<'a>(
    checked: &Checked,
    municipality: &'a Municipality,
    args: &NewReportArgs,
) -> anyhow::Result<Vec<&'a Agency>> {
    let mut agencies: Vec<&Agency> = Vec::new();
    if args.all {
        agencies = owing(checked, municipality, args.year);
        anyhow::ensure!(!agencies.is_empty(), "还没有要编报的机关；先建机关：nianbao new agencies 名单.xlsx");
        return Ok(agencies);
    }
    for name in &args.agencies {
        let agency = find_agency(name, municipality)?;
        if !agencies.iter().any(|known| known.id == agency.id) {
            agencies.push(agency);
        }
    }
    Ok(agencies)
}

fn files(new: &[NewReport]) -> NewTexts {
    let made = new.iter().filter_map(|report| match &report.fate {
        Fate::Made(made) => Some(&made.files),
        Fate::There | Fate::NotOwed => None,
    });
    made.flatten().cloned().collect()
}

fn told(new: &[NewReport], args: &NewReportArgs) -> String {
    let year = args.year;
    let made: Vec<String> = new.iter().filter_map(|report| line(report, year)).collect();
    let mut text = first_lines(&made, "份");
    if !made.is_empty() {
        let _ = writeln!(text, "新建了 {} 份 {year} 年的报告。", made.len());
    }
    text += &others(new, &Fate::There, &format!("已经有 {year} 年的报告，没有改动："));
    text += &others(new, &Fate::NotOwed, &format!("按 agency.yaml 里写的，不编 {year} 年的报告，没有建："));
    if !made.is_empty() {
        let only = match new {
            [report] if !report.agency.as_str().is_empty() => format!(" --only {}", report.agency),
            _ => String::new(),
        };
        let _ = writeln!(
            text,
            "\n接下来：\n\
            \u{20} 1. 在 report.yaml 里把“待核对”改成数字，没有的写 0；在 narrative.md 里每条提示的下面写文字\n\
            \u{20} 2. nianbao check{only}   看还有哪些没有写、哪里不对\n\
            \u{20}    nianbao serve{only}   在浏览器里边写边看\n\
            \u{20} 3. 写好了，把 report.yaml 里的“状态”改为 可公开"
        );
    }
    text
}

/// A report that was made, and what it has of last year's.
fn line(report: &NewReport, year: i16) -> Option<String> {
    let Fate::Made(Made { carried, summed, .. }) = &report.fate else { return None };
    let last = year.saturating_sub(1);
    let of_sum = if *summed { "，三张表由下级的报告加起来" } else { "" };
    let of_last_year = match carried {
        Carried::Over { merged, draft } => {
            let merged = if merged.is_empty() { String::new() } else { format!("和并入的{}", merged.join("、")) };
            let draft = if *draft { "（那份还在起草，以后有改动请一起改）" } else { "" };
            format!("，上年结转已照 {last} 年的报告{merged}填好{draft}")
        }
        Carried::Nothing if *summed => String::new(),
        Carried::Nothing => format!("，没有 {last} 年的报告，上年结转写的是“待核对”"),
        Carried::Unreadable => format!("，{last} 年的报告还没有填完，或者有读不出的内容，上年结转写的是“待核对”"),
    };
    let folder = report_folder(&report.agency, year);
    Some(visible::line(&format!("  ＋ {}{of_sum}{of_last_year}：{folder}", report.name)).into_owned())
}

/// Those that nothing was made for, for one reason.
fn others(new: &[NewReport], fate: &Fate, why: &str) -> String {
    let names = new.iter().filter(|report| report.fate == *fate).map(|report| format!("  {}", report.name));
    let names: Vec<String> = names.map(|name| visible::line(&name).into_owned()).collect();
    match names.as_slice() {
        [] => String::new(),
        [only] => format!("{why}{}。\n", only.trim_start()),
        names => format!("{why}{} 份\n", names.len()) + &first_lines(names, "份"),
    }
}
