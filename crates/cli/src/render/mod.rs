//! Showing findings, one way a file. A renderer knows nothing of rules, and rules nothing of renderers.

mod diff;
mod full;
mod github;
mod json;
mod sarif;
mod short;
mod summary;
mod unfilled;
mod words;

use std::cmp::Reverse;
use std::collections::BTreeSet;

use nianbao_model::{Diagnostic, Municipality, Status};
use nianbao_workspace::Checked;

use crate::args::Format;

pub(crate) use diff::{changes, diff};
pub(crate) use unfilled::Unfilled;
pub(crate) use words::segments;

/// All findings with their summary, in the form asked for. Programs are told all; people of a report that nobody has begun only
/// that, as `told` says.
pub(crate) fn findings(checked: &Checked, format: Format, coloured: bool, told: Unfilled) -> String {
    let Checked { sources, findings, .. } = checked;
    let unfilled = checked.unfilled();
    let begun = checked.begun(&unfilled);
    let shown = match format {
        Format::Full => full::render(sources, &begun, coloured),
        Format::Short => short::render(sources, &begun),
        Format::Github => github::render(sources, &begun),
        Format::Json => {
            return json::render(sources, findings, &checked.summary(), unfilled.len(), |finding| {
                checked.blocks(finding)
            });
        }
        Format::Sarif => return sarif::render(sources, findings),
    };
    let summary = summary::render(&checked.summary_of(begun), &unfilled, has_other_reports(checked));
    shown + &told.render(checked, &unfilled) + &summary
}

/// The first `most` of the findings of what was `checked`, the graver in front; what `rest` says of the number of others, and the
/// summary of all. What is yet to be filled in is not shown, whoever asks tells of that.
pub(crate) fn first_findings(checked: &Checked, most: usize, rest: impl Fn(usize) -> String, coloured: bool) -> String {
    let mut begun: Vec<&Diagnostic> = checked.findings.iter().filter(|finding| !finding.is_unfinished()).collect();
    begun.sort_by_key(|finding| Reverse(finding.severity()));
    let (first, others) = begun.split_at(most.min(begun.len()));
    let rest = if others.is_empty() { String::new() } else { rest(others.len()) };
    let summary = summary::render(&checked.summary(), &BTreeSet::new(), has_other_reports(checked));
    full::render(&checked.sources, first, coloured) + &rest + &summary
}

/// Whether there are reports that are not being written.
fn has_other_reports(checked: &Checked) -> bool {
    let reports = checked.municipality.iter().flat_map(Municipality::reports);
    reports.into_iter().any(|(_, report)| report.status != Status::Draft)
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
