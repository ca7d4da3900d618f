//! What a check finds in a report that was read, for people: how much of it, and the first few.

use nianbao_importer::Blame;
use nianbao_loader::report_folder;

use super::result::{Imports, ReadReport};
use super::writing::Written;
use crate::{output, render};

/// Of more findings the first are shown; a check shows all of them.
const FIRST: usize = 5;

/// What is wrong with the report, and whose fault each is. What is yet to be filled in was told before.
pub(super) fn findings(report: &ReadReport, imports: &Imports) -> String {
    let mut shown = report.alone(&imports.checked);
    for (finding, (_, blame)) in shown.findings.iter_mut().zip(&report.findings) {
        finding.message += match blame {
            Blame::Source => "（原件如此）",
            Blame::Reading => "（读取时没有把握）",
        };
    }
    let rest = |count: usize| format!("其余 {count} 个问题{}。\n\n", whereabouts(report));
    format!("\n{}", render::first_findings(&shown, FIRST, rest, output::coloured()))
}

/// Where all of them are told.
fn whereabouts(report: &ReadReport) -> String {
    let draft = &report.draft;
    let agency = draft.agency.as_str();
    let whose = if agency.is_empty() { &draft.called } else { agency };
    match &report.written {
        Written::New | Written::Replaced(_) | Written::Already => {
            format!("，运行 nianbao check --only {whose} --year {} 全部列出来", draft.year)
        }
        _ => format!("没有列；写进 {} 以后用 nianbao check 看", report_folder(&draft.agency, draft.year)),
    }
}
