//! What the preview adds to a page and shows instead of one. None of it is ever published.

use serde::Serialize;

use super::FindingView;
use crate::view::LinkView;

/// What was found, below a page.
#[derive(Debug, Clone, Serialize)]
pub struct PreviewPanel {
    /// The state of the workspace that the page shows.
    pub version: String,
    /// What the findings are about, `这份报告`; nothing on pages that none belong to.
    pub scope: Option<&'static str>,
    /// Whether they block nothing, since the report is a record.
    pub record: bool,
    /// How many there are.
    pub counts: FindingCounts,
    /// The findings, the graver first.
    pub findings: Vec<FindingView>,
    /// How many there are of all reports.
    pub all: FindingCounts,
}

/// What is shown for a page that cannot be rendered or does not exist.
#[derive(Debug, Clone, Serialize)]
pub struct ProblemPage {
    /// The state of the workspace that it shows.
    pub version: String,
    /// What is the matter.
    pub title: String,
    /// What to do.
    pub lead: String,
    /// Why.
    pub findings: Vec<FindingView>,
    /// What may have been meant.
    pub nearby: Vec<LinkView>,
    /// Whether there are other pages to go to.
    pub others: bool,
}

/// How many findings there are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct FindingCounts {
    /// 错误.
    pub errors: usize,
    /// 警告, without those that are accepted.
    pub warnings: usize,
    /// 提示, without those that are accepted.
    pub hints: usize,
    /// Those that are accepted.
    pub accepted: usize,
}
