//! A report as report.yaml and narrative.md have it.

use nianbao_model::{Aggregation, Figures, Filing, Scope, Span, Spanned, Status};

use super::{Cells, narrative};
use crate::report::{Head, Report};
use crate::tree::Agency;

/// A report. One that has others below it adds them up.
pub(crate) fn report(agency: &Agency, report: &Report, is_sum: bool, cells: &Cells) -> nianbao_model::Report {
    let head = &report.head;
    let own = cells.filled(&report.own);
    let sum = |own| Aggregation { scope: Scope::All, span: Span::NOWHERE, own, typed: false };
    let (figures, aggregation) = if is_sum { (Figures::default(), Some(sum(own))) } else { (own, None) };
    let blank = nianbao_model::Report::blank(head.year);
    nianbao_model::Report {
        status: if head.is_record { Status::Published } else { Status::Released },
        published: head.published.map(Spanned::unwritten),
        filing: filing(agency, head),
        aggregation,
        figures,
        narrative: narrative::narrative(&report.narrative, blank.form),
        ..blank
    }
}

/// Numbers that no archive has.
fn filing(agency: &Agency, head: &Head) -> Filing {
    let Head { year, number, .. } = head;
    let topics = agency.topics.iter().take(2).copied();
    Filing {
        index: Some(Spanned::unwritten(format!("000000000/{}-{number:05}", year + 1))),
        document: agency.is_government().then(|| Spanned::unwritten(format!("云演示〔{}〕{number}号", year + 1))),
        keywords: ["政府信息公开", "年度报告"].into_iter().chain(topics).map(str::to_owned).collect(),
    }
}
