//! Why a report cannot be published.

use nianbao_loader::edit::EditError;
use nianbao_model::{Agency, Report};

use crate::{Checked, ReportKey};

/// A report that cannot be published.
#[derive(Debug)]
pub struct Refusal {
    /// The report.
    pub report: ReportKey,
    /// Its title.
    pub title: String,
    /// Why.
    pub why: Why,
}

/// Why a report cannot be published.
#[derive(Debug, thiserror::Error)]
pub enum Why {
    /// So many of its findings block it.
    #[error("有 {0} 个妨碍发布的问题")]
    Findings(usize),
    /// A report that it adds up cannot be published.
    #[error("它汇总的报告有妨碍发布的问题")]
    Parts,
    /// Its report.yaml must be edited by hand.
    #[error("{0}")]
    Edit(EditError),
    /// It is a record, and its sum would lack these now.
    #[error("已经公开，汇总的数现在与公布时的不同，还缺：{0}；补齐以后再公布")]
    IncompleteSum(String),
    /// It is a record, and its sum is another one now.
    #[error("已经公开，汇总的数现在与公布时的不同；公布的数有差错的，先在 report.yaml 的“更正”里再写一条，然后公布")]
    SumWithoutCorrection,
}

impl Refusal {
    pub(super) fn new(agency: &Agency, report: &Report, why: Why) -> Self {
        Self { report: (agency.id.clone(), report.year), title: agency.title(report), why }
    }

    /// Whether it was found in `checked`.
    pub(super) fn is_in(&self, checked: &Checked) -> bool {
        let (agency, year) = &self.report;
        checked.findings.iter().any(|finding| finding.is_about(agency, *year) && checked.blocks(finding))
    }
}

impl Why {
    /// What blocks a report in a workspace: its own findings, or else those of the reports that it counts.
    pub(super) fn findings(checked: &Checked, agency: &Agency, report: &Report) -> Self {
        let own = checked.findings.iter().filter(|finding| finding.is_about(&agency.id, report.year));
        match own.filter(|finding| checked.blocks(finding)).count() {
            0 => Self::Parts,
            count => Self::Findings(count),
        }
    }
}

/// Whether a report is among those that cannot be published.
pub(super) fn holds(refused: &[Refusal], report: &ReportKey) -> bool {
    refused.iter().any(|refusal| refusal.report == *report)
}
