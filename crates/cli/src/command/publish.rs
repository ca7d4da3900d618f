//! `nianbao publish`: reports become records.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::Context;
use jiff::civil::Date;
use nianbao_loader::{Disk, Files, edit};
use nianbao_model::{Municipality, Severity, Status};
use nianbao_workspace::publish::{Publishing, Refusal, Step, Wanted, publish as plan};
use nianbao_workspace::{Checked, ReportKey, find_agency, find_report, year_or_latest};

use crate::args::{Format, PublishArgs};
use crate::render::Unfilled;
use crate::{Ending, environment, output, render, workspace};

pub(crate) fn publish(folder: Option<&Path>, args: &PublishArgs) -> anyhow::Result<Ending> {
    let folder = workspace::find(folder)?;
    let fonts = environment::font_folders(&args.fonts.font_path);
    let judge = |files: &dyn Files| {
        let checked = workspace::judge(files, args.deny)?;
        anyhow::Ok(workspace::with_unbuildable(&folder, checked, Some(fonts.clone())).checked)
    };
    let disk = Disk::new(&folder);
    let wanted = Wanted {
        reports: wanted(&workspace::judge(&disk, args.deny)?, args)?,
        day: args.date,
        today: environment::day()?,
    };
    let publishing = plan(&disk, &wanted, nianbao_writer::record, judge)?;
    let refused = !publishing.refused.is_empty();
    if refused {
        refuse(&publishing)?;
    }
    if refused && !args.keep_going {
        output::complain("什么都没有改；先改好上面的问题，或者加上 --keep-going 只公布其余的");
        return Ok(Ending::Blocked);
    }
    if !args.dry_run {
        let records = publishing.records.iter().map(|(path, text)| (path.clone(), text.clone().into_bytes())).collect();
        edit::write(&folder, &publishing.before.sources, &publishing.files, &records)?;
    }
    tell(&publishing, wanted.today, args.dry_run)?;
    Ok(if refused { Ending::Blocked } else { Ending::Good })
}

/// The reports that were asked for.
fn wanted(checked: &Checked, args: &PublishArgs) -> anyhow::Result<BTreeSet<ReportKey>> {
    let municipality = checked.municipality()?;
    if args.ready {
        let ready = ready(municipality, args.year);
        anyhow::ensure!(!ready.is_empty(), "没有状态是“可公开”的报告；写好了的，把 report.yaml 里的状态改成“可公开”");
        return Ok(ready);
    }
    let named = args.agencies.iter().map(|name| {
        let agency = find_agency(name, municipality)?;
        let year = year_or_latest(agency, args.year, &checked.findings)?;
        find_report(agency, year, &checked.findings).with_context(|| format!("没有公布“{}”", agency.name.value))?;
        Ok((agency.id.clone(), year))
    });
    named.collect()
}

fn ready(municipality: &Municipality, year: Option<i16>) -> BTreeSet<ReportKey> {
    let released = municipality.reports().filter(|(_, report)| report.status == Status::Released);
    let asked = released.filter(|(_, report)| year.is_none_or(|year| report.year == year));
    asked.map(|(agency, report)| (agency.id.clone(), report.year)).collect()
}

/// What keeps reports from being published.
fn refuse(publishing: &Publishing) -> anyhow::Result<()> {
    let refused: BTreeSet<ReportKey> = publishing.refused.iter().map(|refusal| refusal.report.clone()).collect();
    // Lines are counted as they stand in the files, unless only publication brings the fault.
    let mut shown = publishing.before.clone().about(&refused);
    if !shown.is_blocked() {
        shown = publishing.tried.clone().about(&refused);
    }
    if !shown.findings.is_empty() {
        output::print(&render::findings(&shown, Format::Full, output::coloured(), Unfilled::Counted))?;
    }
    for Refusal { title, why, .. } in &publishing.refused {
        output::print_line(&format!("没有公布《{title}》：{why}。"))?;
    }
    Ok(())
}

/// What is changed, a line for each report, behind what they are published with all the same.
fn tell(publishing: &Publishing, today: Date, dry_run: bool) -> anyhow::Result<()> {
    let reports: BTreeSet<ReportKey> = publishing.steps.iter().map(|step| step.report.clone()).collect();
    let mut shown = publishing.tried.clone().about(&reports);
    shown.findings.retain(|finding| finding.severity() == Severity::Warning && finding.accepted.is_none());
    if !shown.findings.is_empty() {
        output::print(&render::findings(&shown, Format::Short, output::coloured(), Unfilled::Counted))?;
    }
    for step in &publishing.steps {
        output::print_line(&line(step))?;
    }
    if publishing.steps.iter().any(|step| step.day > today) {
        output::print_line("注意：有的发布日期还没有到。")?;
    }
    let count = publishing.steps.len();
    let ending = match (count, dry_run) {
        (0, _) if publishing.refused.is_empty() => "要公布的都已经公布，没有要改的。".to_owned(),
        (0, _) => "没有公布。".to_owned(),
        (_, true) => format!("可以公布 {count} 份；去掉 --dry-run 就写进文件。"),
        (_, false) => format!("公布了 {count} 份。现在运行 nianbao build 生成网站和 PDF。"),
    };
    output::print_line(&ending)
}

fn line(step: &Step) -> String {
    let Step { title, was, day, kept, .. } = step;
    let kept = kept.map(|agencies| format!("，存下汇总的数和 {agencies} 个机关的数")).unwrap_or_default();
    let was = match was {
        Status::Draft => "起草",
        Status::Released => "可公开",
        Status::Published => return format!("《{title}》：已公开，重新存档{kept}"),
    };
    format!("《{title}》：{was} → 已公开，发布日期 {day}{kept}")
}
