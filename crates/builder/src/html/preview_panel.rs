//! What the preview adds to a page and shows instead of one. None of it is ever published.

use serde::Serialize;

use super::FindingView;
use crate::view::LinkView;

/// What was found, below a page.
#[derive(Debug, Clone, Serialize)]
pub struct PreviewPanel {
    /// The state of the workspace that the page shows.
    pub version: String,
    /// Whether the page is an earlier one, since it cannot be made at the moment.
    pub earlier: bool,
    /// What the findings are about, `这份报告`; nothing on pages that none belong to.
    pub scope: Option<&'static str>,
    /// Whether they block nothing, since the report is a record.
    pub record: bool,
    /// How many findings belong to the page.
    pub counts: FindingCounts,
    /// The findings, the graver first.
    pub findings: Vec<FindingView>,
    /// How many findings there are on all reports together.
    pub all: FindingCounts,
    /// Whether there is a list of forms to fill in.
    pub forms: bool,
    /// Where the report can be filled in; nothing on other pages.
    pub form: Option<String>,
    /// What is needed to put the report into a content management system; nothing on other pages.
    pub cms: Option<CmsPanel>,
}

/// How a report gets into a content management system.
#[derive(Debug, Clone, Serialize)]
pub struct CmsPanel {
    /// Where its text stands as HTML.
    pub href: String,
    /// What to type in beside it: the name of each field with its text.
    pub labels: Vec<(&'static str, String)>,
    /// The pictures that have to be put in by hand.
    pub pictures: Vec<String>,
}

/// What is shown for a page that cannot be rendered or does not exist.
#[derive(Debug, Clone, Serialize)]
pub struct ProblemPage {
    /// The state of the workspace that it shows.
    pub version: String,
    /// What is the matter, as a heading.
    pub title: String,
    /// What whoever looks at the page can do about it.
    pub lead: String,
    /// The findings that are the reason.
    pub findings: Vec<FindingView>,
    /// What may have been meant.
    pub nearby: Vec<LinkView>,
    /// Whether there are other pages to go to.
    pub others: bool,
}

/// How many findings there are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct FindingCounts {
    /// How many are 错误.
    pub errors: usize,
    /// How many are 警告, without those that are accepted.
    pub warnings: usize,
    /// How many are 提示, without those that are accepted.
    pub hints: usize,
    /// How many of any kind are accepted (说明).
    pub accepted: usize,
    /// How many reports nobody has begun to fill in; what these wait for is not counted.
    pub unfilled: usize,
}
