//! Showing findings, one way a file. A renderer knows nothing of rules, and rules nothing of renderers.

mod diff;
mod full;
mod github;
mod json;
mod sarif;
mod short;
mod summary;
mod words;

use nianbao_model::Diagnostic;
use nianbao_workspace::Checked;

use crate::args::Format;

pub(crate) use diff::{changes, diff};
pub(crate) use words::segments;

/// All findings with their summary, in the form asked for.
pub(crate) fn findings(checked: &Checked, format: Format, coloured: bool) -> String {
    let Checked { sources, findings, .. } = checked;
    let summary = checked.summary();
    match format {
        Format::Full => full::render(sources, findings, coloured) + &summary::render(&summary),
        Format::Short => short::render(sources, findings) + &summary::render(&summary),
        Format::Github => github::render(sources, findings) + &summary::render(&summary),
        Format::Json => json::render(sources, findings, &summary, |finding| checked.blocks(finding)),
        Format::Sarif => sarif::render(sources, findings),
    }
}

/// Each of `findings` in what was `checked`, as the JSON contract has it.
pub(crate) fn values<'f>(checked: &Checked, findings: impl Iterator<Item = &'f Diagnostic>) -> Vec<serde_json::Value> {
    json::values(&checked.sources, findings, |finding| checked.blocks(finding))
}

/// All that is said of a finding where no source lines are shown: what is wrong, then why that is accepted or what
/// to do.
fn said(finding: &Diagnostic) -> String {
    let Diagnostic { message, help, accepted, .. } = finding;
    match (accepted, help) {
        (Some(reason), _) => format!("{message}\n已说明：{reason}"),
        (None, Some(help)) => format!("{message}\n怎样改：{help}"),
        (None, None) => message.clone(),
    }
}
