//! One report in a format that others can work on.

use std::path::Path;

use nianbao_builder::{ExportError, ExportFormat, ExportOptions, Exported, export as hand_over};
use nianbao_model::Diagnostic;
use nianbao_model::compare::Party;
use nianbao_workspace::{Checked, complete_report, find_agency};

use crate::args::{DenyArgs, ExportArgs, Format};
use crate::render::Unfilled;
use crate::{Ending, environment, output, render, target, workspace};

pub(super) fn export(folder: Option<&Path>, args: &ExportArgs, format: ExportFormat) -> anyhow::Result<Ending> {
    let folder = workspace::find(folder)?;
    let checked = workspace::check(&folder, DenyArgs::default())?;
    let municipality = checked.municipality()?;
    target::make_sure_is_outside_content(&args.out, &folder)?;
    target::make_sure_is_named_like(&args.out, format.file_name())?;
    let agency = find_agency(the_one(args)?, municipality)?;
    let party = complete_report(agency, args.year, &checked.findings)?;
    let options = ExportOptions {
        templates: &workspace::templates(&folder)?,
        fonts: environment::font_folders(&args.fonts.font_path).with_site(&municipality.site, &folder),
        source_date: environment::source_date()?,
        printing: municipality.site.printing,
    };
    let exported = match hand_over(format, party.agency, party.report, &options) {
        Err(ExportError::Findings(findings)) => return refuse(checked.clone(), findings),
        exported => exported?,
    };
    exported.write(&args.out, format.file_name())?;
    output::print_line(&summary(&exported, &party, &args.out))?;
    warn(&checked, &party);
    Ok(Ending::Good)
}

/// The one agency that is named.
pub(super) fn the_one(args: &ExportArgs) -> anyhow::Result<&str> {
    match args.agencies.as_slice() {
        [name] => Ok(name),
        _ => anyhow::bail!("这种格式一次导出一个机关的报告，请写一个机关；填报表（form）才能一次导出好几个"),
    }
}

/// Says what in the report the format cannot hold.
fn refuse(mut checked: Checked, findings: Vec<Diagnostic>) -> anyhow::Result<Ending> {
    checked.findings = findings;
    output::print(&render::findings(&checked, Format::Full, output::coloured(), Unfilled::Listed))?;
    output::complain("报告里有导不出的内容，没有导出");
    Ok(Ending::Blocked)
}

/// What was written where. Which report it is is always said: the year need not have been typed.
pub(super) fn summary(exported: &Exported, party: &Party, out: &Path) -> String {
    let (name, year) = (&party.agency.name_on(party.report).value, party.report.year);
    let files = match exported {
        Exported::File(_) => String::new(),
        Exported::Folder(files) => format!("（{} 个文件）", files.len()),
    };
    format!("写了{name}{year}年的报告：{}{files}", out.display())
}

/// What is wrong with a report is told to whoever hands it over.
pub(super) fn warn(checked: &Checked, party: &Party) {
    let of_report = checked.findings.iter().filter(|finding| finding.is_about(&party.agency.id, party.report.year));
    let blocking = of_report.filter(|finding| checked.blocks(finding)).count();
    if blocking > 0 {
        output::tell(&format!("注意：这份报告有 {blocking} 个妨碍发布的问题，用 nianbao check 查看。\n"));
    }
}
