//! The JSON contract: version 1.

use std::collections::BTreeMap;

use nianbao_model::{Diagnostic, Edit, Label, Position, SourceMap, Span};
use nianbao_workspace::Summary;
use serde::Serialize;

use crate::json;

#[derive(Serialize)]
struct CheckResult<'a> {
    version: u8,
    diagnostics: Vec<Finding<'a>>,
    summary: Counts,
}

#[derive(Serialize)]
struct Finding<'a> {
    code: &'a str,
    kind: &'a str,
    severity: &'a str,
    message: &'a str,
    agency: Option<&'a str>,
    year: Option<i16>,
    labels: Vec<PlacedLabel<'a>>,
    help: Option<&'a str>,
    suggestion: Option<Mend<'a>>,
    accepted: Option<&'a str>,
    blocking: bool,
}

#[derive(Serialize)]
struct PlacedLabel<'a> {
    #[serde(flatten)]
    range: Range<'a>,
    text: &'a str,
    primary: bool,
}

#[derive(Serialize)]
struct Mend<'a> {
    edits: Vec<Change<'a>>,
}

#[derive(Serialize)]
struct Change<'a> {
    #[serde(flatten)]
    range: Range<'a>,
    replacement: &'a str,
}

/// Lines and columns count from 1, columns in characters.
#[derive(Serialize)]
struct Range<'a> {
    file: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
}

#[derive(Serialize)]
struct Counts {
    reports: usize,
    errors: usize,
    warnings: usize,
    hints: usize,
    accepted: usize,
    blocking: usize,
    /// Of those that block, those in drafts; and the drafts that nobody has begun.
    blocking_drafts: usize,
    unfilled: usize,
    kinds: BTreeMap<&'static str, usize>,
}

/// `unfilled` is the number of drafts that nobody has begun; `blocks` says of a finding whether it keeps its report from being published.
pub(super) fn render(
    sources: &SourceMap,
    findings: &[Diagnostic],
    summary: &Summary,
    unfilled: usize,
    blocks: impl Fn(&Diagnostic) -> bool,
) -> String {
    let document = CheckResult {
        version: 1,
        diagnostics: findings.iter().map(|finding| self::finding(sources, finding, blocks(finding))).collect(),
        summary: counts(summary, unfilled),
    };
    json::document(&document)
}

/// Each finding as it stands in the contract.
pub(super) fn values<'f>(
    sources: &SourceMap,
    findings: impl Iterator<Item = &'f Diagnostic>,
    blocks: impl Fn(&Diagnostic) -> bool,
) -> Vec<serde_json::Value> {
    let found = findings.map(|finding| self::finding(sources, finding, blocks(finding)));
    // Plain structs of text and numbers: serialising them cannot fail.
    found.map(|finding| serde_json::to_value(finding).unwrap_or_default()).collect()
}

/// What is accepted is counted apart, and by no kind.
fn counts(summary: &Summary, unfilled: usize) -> Counts {
    Counts {
        reports: summary.reports,
        errors: summary.errors,
        warnings: summary.warnings.open,
        hints: summary.hints.open,
        accepted: summary.accepted(),
        blocking: summary.blocking,
        blocking_drafts: summary.blocking_drafts,
        unfilled,
        kinds: summary.kinds.iter().map(|(kind, count)| (kind.name(), *count)).collect(),
    }
}

fn finding<'a>(sources: &'a SourceMap, finding: &'a Diagnostic, blocking: bool) -> Finding<'a> {
    Finding {
        code: finding.code.id,
        kind: finding.code.kind.name(),
        severity: finding.severity().id(),
        message: &finding.message,
        agency: finding.agency.as_ref().map(nianbao_model::AgencyId::as_str),
        year: finding.year,
        labels: finding.labels.iter().map(|label| place(sources, label)).collect(),
        help: finding.help.as_deref(),
        suggestion: mend(sources, &finding.edits),
        accepted: finding.accepted.as_deref(),
        blocking,
    }
}

fn place<'a>(sources: &'a SourceMap, label: &'a Label) -> PlacedLabel<'a> {
    PlacedLabel { range: range(sources, label.span), text: &label.text, primary: label.primary }
}

fn mend<'a>(sources: &'a SourceMap, edits: &'a [Edit]) -> Option<Mend<'a>> {
    let replace = |edit: &'a Edit| Change { range: range(sources, edit.span), replacement: &edit.replacement };
    (!edits.is_empty()).then(|| Mend { edits: edits.iter().map(replace).collect() })
}

fn range(sources: &SourceMap, span: Span) -> Range<'_> {
    let Position { line, column, end_line, end_column } = sources.position(span);
    Range { file: sources.path(span.file), line, column, end_line, end_column }
}
