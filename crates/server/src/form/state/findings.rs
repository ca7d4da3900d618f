//! What is wrong with a report, told where it stands in the form.

use nianbao_model::{Diagnostic, Kind, Severity};
use nianbao_workspace::Checked;
use serde::Serialize;

use super::super::subject::Subject;
use super::places::{Places, Standing};
use super::wording;
use crate::help;

/// How many cells a finding points at, at most.
const MOST_CELLS: usize = 60;

/// A finding.
#[derive(Debug, Serialize)]
pub(super) struct FindingState {
    code: &'static str,
    /// Where the manual explains the code.
    manual: Option<&'static str>,
    severity: &'static str,
    message: String,
    help: Option<String>,
    blocking: bool,
    accepted: bool,
    /// Why it is accepted.
    reason: Option<String>,
    /// Whether the report may accept it.
    acceptable: bool,
    /// The code of the acceptance that it is about.
    explains: Option<String>,
    /// The cells that are wrong, and those that explain.
    cells: Vec<String>,
    operands: Vec<String>,
    field: Option<String>,
    section: Option<&'static str>,
    block: Option<usize>,
    from: Option<usize>,
    to: Option<usize>,
    /// Where it stands in the files, for what the form does not show. What is said of other reports stands nowhere here.
    place: Option<String>,
}

/// How many findings there are that are not accepted.
#[derive(Debug, Default, Serialize)]
pub(super) struct FindingCount {
    errors: usize,
    warnings: usize,
    hints: usize,
}

/// All that was found in a report and of its agency, the graver first.
pub(super) fn all(checked: &Checked, subject: &Subject, places: &Places<'_>) -> Vec<FindingState> {
    let concerning = checked.findings.iter().filter(|finding| finding.concerns(&subject.agency, subject.year));
    let mut findings: Vec<&Diagnostic> = concerning.collect();
    findings.sort_by_key(|finding| {
        std::cmp::Reverse((finding.accepted.is_none() || finding.holds_up(), severity(finding)))
    });
    findings.into_iter().map(|finding| state(checked, subject, finding, places)).collect()
}

/// How grave it is for whoever hands the report in: what the report cannot go out with is an error before that.
fn severity(finding: &Diagnostic) -> Severity {
    if finding.holds_up() { Severity::Error } else { finding.severity() }
}

/// How many of each severity are not accepted.
pub(super) fn count(findings: &[FindingState]) -> FindingCount {
    let mut count = FindingCount::default();
    for finding in findings.iter().filter(|finding| !finding.accepted) {
        let one = match finding.severity {
            grade if grade == Severity::Error.id() => &mut count.errors,
            grade if grade == Severity::Warning.id() => &mut count.warnings,
            _ => &mut count.hints,
        };
        *one += 1;
    }
    count
}

/// Whether a report can say why it accepts a finding; what is wrong with its acceptances it cannot.
fn is_acceptable(subject: &Subject, finding: &Diagnostic) -> bool {
    let is_own = finding.agency.as_ref() == Some(&subject.agency) && finding.year == Some(subject.year);
    let is_of_acceptances = nianbao_model::acceptance::codes().iter().any(|code| code.id == finding.code.id);
    is_own && !finding.holds_up() && !is_of_acceptances
}

fn state(checked: &Checked, subject: &Subject, finding: &Diagnostic, places: &Places<'_>) -> FindingState {
    let accepted = finding.accepted.as_ref().filter(|_| !finding.holds_up());
    let mut state = FindingState {
        code: finding.code.id,
        manual: help::of_code(finding.code.id),
        severity: severity(finding).id(),
        message: finding.message.clone(),
        help: wording::help(finding),
        blocking: checked.blocks(finding),
        accepted: accepted.is_some(),
        reason: accepted.cloned(),
        acceptable: is_acceptable(subject, finding),
        explains: None,
        cells: Vec::new(),
        operands: Vec::new(),
        field: None,
        section: None,
        block: None,
        from: None,
        to: None,
        place: finding.place().filter(|_| finding.code.kind != Kind::City).map(|place| {
            let path = checked.sources.path(place.file);
            format!("{path}:{}", checked.sources.position(place).line)
        }),
    };
    for label in &finding.labels {
        match places.at(label.span) {
            Standing::Cells(cells) => {
                let list = if label.primary { &mut state.cells } else { &mut state.operands };
                let room = MOST_CELLS.saturating_sub(list.len());
                list.extend(cells.into_iter().take(room));
            }
            Standing::Acceptance(code) => state.explains = state.explains.or(Some(code)),
            Standing::Field(path) if state.field.is_none() => state.field = Some(path),
            Standing::Text(section, block) if state.section.is_none() => {
                state.section = Some(section);
                if let Some((id, from, to)) = block {
                    (state.block, state.from, state.to) = (Some(id), Some(from), Some(to));
                }
            }
            _ => {}
        }
    }
    // What is missing has no place of its own.
    let is_placed = !state.cells.is_empty() || state.section.is_some() || state.field.is_some();
    if !is_placed && finding.code.kind == Kind::Deadline {
        state.field = Some("发布日期".to_owned());
    }
    state
}
