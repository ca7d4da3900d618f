//! Workbooks to be filled in (填报表), one for each agency.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use nianbao_builder::data::EntryForm;
use nianbao_builder::{Exported, first_few};
use nianbao_model::completeness::unfilled;
use nianbao_model::{Agency, AgencyId, Diagnostic, Municipality, Report};
use nianbao_workspace::{ReportError, complete_report, find_agency, year_or_latest};

use crate::args::{DenyArgs, ExportArgs};
use crate::{Ending, environment, output, target, workspace};

/// So many names of files are told.
const NAMED: usize = 3;

pub(super) fn export(folder: Option<&Path>, args: &ExportArgs) -> anyhow::Result<Ending> {
    let folder = workspace::find(folder)?;
    let checked = workspace::check(&folder, DenyArgs::default())?;
    let (municipality, findings) = (checked.municipality()?, checked.findings.as_slice());
    make_sure_is_folder(&args.out, &folder)?;
    let named: Vec<&Agency> =
        args.agencies.iter().map(|name| find_agency(name, municipality)).collect::<Result<_, _>>()?;
    let unbegun = unfilled(municipality, findings);
    let year = match args.year {
        Some(year) => year,
        None => year_to_fill_in(&named, municipality, findings, &unbegun)?,
    };
    let agencies = if args.all { reporting(municipality, year) } else { named };
    let (mut made, mut skipped) = (Vec::new(), Vec::new());
    for agency in agencies {
        match prepare(municipality, agency, year, findings, &unbegun) {
            Ok(form) => made.push((args.out.join(form.file_name()), form)),
            Err(why) => skipped.push(why),
        }
    }
    make_sure_is_free(&made)?;
    let date = environment::source_date()?;
    for (path, form) in &made {
        Exported::File(form.render(date)?).write(path, &form.file_name())?;
    }
    tell(year, made.len(), &skipped, &args.out)?;
    for (path, form) in &made {
        tell_left_out(path, form);
    }
    Ok(if skipped.iter().any(|why| matches!(why, Skipped::Unread(_))) { Ending::Blocked } else { Ending::Good })
}

/// Why there is no form for an agency.
enum Skipped {
    /// Its figures are added up from those below.
    AddedUp(String),
    /// What there is of it cannot be read.
    Unread(ReportError),
}

fn prepare<'a>(
    municipality: &'a Municipality,
    agency: &'a Agency,
    year: i16,
    findings: &[Diagnostic],
    unbegun: &BTreeSet<(AgencyId, i16)>,
) -> Result<EntryForm<'a>, Skipped> {
    if agency.reports.get(&year).is_some_and(Report::is_added_up) {
        return Err(Skipped::AddedUp(agency.name.value.clone()));
    }
    let report = match complete_report(agency, Some(year), findings) {
        Ok(party) => Some(party.report),
        Err(ReportError::NoSuchYear { .. } | ReportError::None { .. }) => None,
        // There is nothing in it to go on with.
        Err(_) if unbegun.contains(&(agency.id.clone(), year)) => None,
        Err(unread) => return Err(Skipped::Unread(unread)),
    };
    let previous = complete_report(agency, Some(year.saturating_sub(1)), findings).ok().map(|party| party.report);
    match report.or(previous) {
        Some(report) if report.is_added_up() => Err(Skipped::AddedUp(agency.name.value.clone())),
        _ => Ok(EntryForm::new(municipality, agency, year, report, previous)),
    }
}

/// The newest year that there are reports of, if an agency of those asked for has not begun its own yet; else the year after.
fn year_to_fill_in(
    named: &[&Agency],
    municipality: &Municipality,
    findings: &[Diagnostic],
    unbegun: &BTreeSet<(AgencyId, i16)>,
) -> anyhow::Result<i16> {
    let latest = |agency: &Agency| year_or_latest(agency, None, findings).ok();
    let Some(newest) = municipality.agencies().filter_map(latest).max() else {
        // Reports are written at the beginning of the next year.
        return Ok(environment::day()?.year().saturating_sub(1));
    };
    let all = if named.is_empty() { reporting(municipality, newest) } else { named.to_vec() };
    let is_to_come = |agency: &Agency| latest(agency) < Some(newest) || unbegun.contains(&(agency.id.clone(), newest));
    let lacking = all.iter().any(|agency| agency.duty.covers(newest) && is_to_come(agency));
    Ok(if lacking { newest } else { newest.saturating_add(1) })
}

/// The agencies that make a report for `year`. One with others below it that never had a report may be there for them alone.
fn reporting(municipality: &Municipality, year: i16) -> Vec<&Agency> {
    let reports =
        |agency: &&Agency| agency.duty.covers(year) && (agency.children.is_empty() || !agency.reports.is_empty());
    municipality.agencies().filter(reports).collect()
}

fn make_sure_is_folder(out: &Path, workspace: &Path) -> anyhow::Result<()> {
    target::make_sure_is_outside_content(&out.join("填报表.xlsx"), workspace)?;
    anyhow::ensure!(!out.is_file(), "{} 是文件，填报表要写到文件夹里", out.display());
    let ending = out.extension().filter(|ending| ending.eq_ignore_ascii_case("xlsx"));
    anyhow::ensure!(ending.is_none(), "填报表写到文件夹里，每个机关一个文件；--out 请写文件夹名，如 填报表");
    Ok(())
}

/// Nothing is written where somebody may have filled in a form already, or where two forms would meet.
fn make_sure_is_free(made: &[(PathBuf, EntryForm)]) -> anyhow::Result<()> {
    let mut names = BTreeSet::new();
    let taken = made.iter().map(|(path, _)| path).filter(|path| path.exists() || !names.insert(path.as_path()));
    let taken: Vec<String> = taken.map(|path| path.display().to_string()).collect();
    anyhow::ensure!(
        taken.is_empty(),
        "{} 已经有了，什么都没有写；请换一个文件夹，或者先把它们移走",
        first_few(&taken, NAMED)
    );
    Ok(())
}

/// What somebody has to put in again who takes a form back.
fn tell_left_out(path: &Path, form: &EntryForm) {
    let left_out = form.left_out().join("、");
    if !left_out.is_empty() {
        output::tell(&format!("注意：{} 里没有原来正文中的{left_out}，收回来以后请补上。\n", path.display()));
    }
}

/// How many were written for which year, and for whom there is none. The year need not have been typed.
fn tell(year: i16, made: usize, skipped: &[Skipped], out: &Path) -> anyhow::Result<()> {
    output::print_line(&format!("写了 {made} 份 {year} 年的填报表：{}", out.display()))?;
    for why in skipped {
        match why {
            Skipped::AddedUp(name) => output::print_line(&format!("没有写{name}的：它的数字由下级汇总得出，不用填表"))?,
            Skipped::Unread(why) => output::complain(&format!("没有写：{why}")),
        }
    }
    Ok(())
}
