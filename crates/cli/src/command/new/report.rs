//! `nianbao new report`.

use std::fmt::Write as _;
use std::path::Path;

use nianbao_loader::{Disk, edit, report_folder};
use nianbao_model::{Agency, Municipality};
use nianbao_workspace::new::{Fate, NewReport, UNDECIDED, distant, files, owing, reports, undecided};
use nianbao_workspace::{Checked, find_agency};

use crate::args::{DenyArgs, NewReportArgs};
use crate::{Ending, environment, output, visible, workspace};

use super::{all_lines, create, first_lines};

pub(super) fn new(folder: Option<&Path>, args: &NewReportArgs) -> anyhow::Result<Ending> {
    let folder = workspace::find(folder)?;
    edit::clear_leftovers(&folder);
    let checked = workspace::check(&folder, DenyArgs::default())?;
    let municipality = checked.municipality()?;
    let agencies = wanted(&checked, municipality, args)?;
    let new = reports(&Disk::new(&folder), &checked, municipality, &agencies, args.year)?;
    let made = files(&new);
    if let Some(why) =
        distant(municipality, args.year, environment::day()?).filter(|_| !made.is_empty() && !args.any_year)
    {
        anyhow::bail!("{why}；没有写错的，加上 --any-year 再运行。什么都没有建");
    }
    create(&folder, made)?;
    let left = if args.all { undecided(&checked, municipality, args.year) } else { Vec::new() };
    output::print(&told(&new, &left, args))?;
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

fn told(new: &[NewReport], left: &[&Agency], args: &NewReportArgs) -> String {
    let year = args.year;
    let made: Vec<String> = new.iter().filter_map(|report| line(report, year)).collect();
    let place = format!("nianbao status --year {year} 列出全部");
    let mut text = first_lines(&made, "份", &place);
    if !made.is_empty() {
        let _ = writeln!(text, "新建了 {} 份 {year} 年的报告。", made.len());
    }
    text += &others(new, &Fate::There, year);
    text += &others(new, &Fate::NotOwed, year);
    text += &left_out(left, year);
    if !made.is_empty() {
        let only = match new {
            [report] if !report.agency.as_str().is_empty() => format!(" --only {}", report.agency),
            _ => String::new(),
        };
        let _ = writeln!(
            text,
            "\n接下来：\n\
            \u{20} 1. nianbao serve{only}   在浏览器里打开它给出的“填写”网址，选一份报告填写（/_form/）\n\
            \u{20}    也可以直接改文件：在 report.yaml 里把“待核对”改成数字，没有的写 0；在 narrative.md 里每条提示的下面写文字\n\
            \u{20} 2. nianbao check{only}   看还有哪些没有写、哪里不对\n\
            \u{20} 3. 写好了，点最下面的“报送”；直接改文件的，把“状态”改为 可公开"
        );
    }
    text
}

/// A report that was made, and what it has of last year's.
fn line(report: &NewReport, year: i16) -> Option<String> {
    let Fate::Made(made) = &report.fate else { return None };
    let told: String = made.told(year).iter().flat_map(|phrase| ["，", phrase]).collect();
    let folder = report_folder(&report.agency, year);
    Some(visible::line(&format!("  ＋ {}{told}：{folder}", report.name)).into_owned())
}

/// The governments that nobody has decided on.
fn left_out(left: &[&Agency], year: i16) -> String {
    let line = |agency: &&Agency| {
        let name = &agency.name_in(year).value;
        let id = if agency.id.as_str().is_empty() { name.as_str() } else { agency.id.as_str() };
        visible::line(&format!("  {name}：要建的，运行 nianbao new report {id} --year {year}")).into_owned()
    };
    let lines: Vec<String> = left.iter().map(line).collect();
    if lines.is_empty() { String::new() } else { format!("{UNDECIDED}。\n") + &all_lines(&lines) }
}

/// Those that nothing was made for, for one reason.
fn others(new: &[NewReport], fate: &Fate, year: i16) -> String {
    let why = fate.reason(year).unwrap_or_default();
    let names = new.iter().filter(|report| report.fate == *fate).map(|report| format!("  {}", report.name));
    let names: Vec<String> = names.map(|name| visible::line(&name).into_owned()).collect();
    match names.as_slice() {
        [] => String::new(),
        [only] => format!("{why}：{}。\n", only.trim_start()),
        names => {
            let place = format!("nianbao status --year {year} 列出全部");
            let listed = if *fate == Fate::There { first_lines(names, "份", &place) } else { all_lines(names) };
            format!("{why}：{} 份\n{listed}", names.len())
        }
    }
}
