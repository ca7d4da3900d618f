//! All that changed, in the order in which it is told: problems, the site, agencies with their reports.

use nianbao_builder::html::ChangedGroup;
use nianbao_workspace::changes::{Changes, ReportChanges, ReportEvent, TableChanges};

use super::{ComparedStates, keys, problems, report};

/// What changed, a group for each thing.
pub(super) fn groups(compared: &ComparedStates) -> Vec<ChangedGroup> {
    let changes = &compared.changes;
    let agencies = changes.agencies.iter().flat_map(|agency| {
        let reports = agency.reports.iter().map(|one| report::group(agency, one));
        keys::agency(agency).into_iter().chain(reports)
    });
    problems::group(compared).into_iter().chain(keys::site(changes)).chain(agencies).collect()
}

/// How much changed, in a sentence.
pub(super) fn summary(changes: &Changes) -> String {
    if changes.is_empty() {
        return "没有改动。".to_owned();
    }
    let reports = || changes.agencies.iter().flat_map(|agency| &agency.reports);
    let events =
        |wanted: fn(&ReportEvent) -> bool| reports().filter(|report| report.event.as_ref().is_some_and(wanted)).count();
    let added = events(|event| matches!(event, ReportEvent::Added(_)));
    let removed = events(|event| matches!(event, ReportEvent::Removed(_)));
    let texts = reports().flat_map(|report| &report.narrative).map(|section| section.blocks.len()).sum();
    let counts = [
        ("改了报告 ", reports().count() - added - removed, " 份"),
        ("新增报告 ", added, " 份"),
        ("删去报告 ", removed, " 份"),
        ("填的数 ", reports().map(typed).sum(), " 个"),
        ("文字 ", texts, " 处"),
        ("新出现问题 ", changes.findings.new.len(), " 个"),
        ("不再有的问题 ", changes.findings.gone.len(), " 个"),
    ];
    let told: Vec<String> = counts
        .into_iter()
        .filter(|(_, count, _)| *count > 0)
        .map(|(before, count, unit)| format!("{before}{count}{unit}"))
        .collect();
    if told.is_empty() { "有改动，见下。".to_owned() } else { format!("{}。", told.join("，")) }
}

fn typed(report: &ReportChanges) -> usize {
    report.own.len() + report.tables.iter().map(|table: &TableChanges| table.cells.len()).sum::<usize>()
}
