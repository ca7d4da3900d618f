//! The JSON contract: version 1.

use std::collections::BTreeMap;

use nianbao_model::{Diagnostic, Edit, Label, Position, Span};
use serde::Serialize;

use crate::summary::Summary;
use crate::workspace::Checked;

#[derive(Serialize)]
struct Document<'a> {
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
    labels: Vec<Place<'a>>,
    help: Option<&'a str>,
    suggestion: Option<Mend<'a>>,
    accepted: Option<&'a str>,
    blocking: bool,
}

#[derive(Serialize)]
struct Place<'a> {
    #[serde(flatten)]
    range: Range<'a>,
    text: &'a str,
    primary: bool,
}

#[derive(Serialize)]
struct Mend<'a> {
    edits: Vec<Replacement<'a>>,
}

#[derive(Serialize)]
struct Replacement<'a> {
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
    kinds: BTreeMap<&'static str, usize>,
}

pub(super) fn render(checked: &Checked) -> String {
    let document = Document {
        version: 1,
        diagnostics: checked.findings.iter().map(|finding| self::finding(checked, finding)).collect(),
        summary: counts(&Summary::of(checked)),
    };
    // Plain structs of text and numbers: serialising them cannot fail.
    serde_json::to_string(&document).unwrap_or_default() + "\n"
}

/// What is accepted is counted apart, and by no kind.
fn counts(summary: &Summary) -> Counts {
    Counts {
        reports: summary.reports,
        errors: summary.errors,
        warnings: summary.warnings.open,
        hints: summary.hints.open,
        accepted: summary.accepted(),
        blocking: summary.blocking,
        kinds: summary.kinds.iter().map(|(kind, count)| (kind.name(), *count)).collect(),
    }
}

fn finding<'a>(checked: &'a Checked, finding: &'a Diagnostic) -> Finding<'a> {
    Finding {
        code: finding.code.id,
        kind: finding.code.kind.name(),
        severity: finding.severity().id(),
        message: &finding.message,
        agency: finding.agency.as_ref().map(nianbao_model::AgencyId::as_str),
        year: finding.year,
        labels: finding.labels.iter().map(|label| place(checked, label)).collect(),
        help: finding.help.as_deref(),
        suggestion: mend(checked, &finding.edits),
        accepted: finding.accepted.as_deref(),
        blocking: checked.blocks(finding),
    }
}

fn place<'a>(checked: &'a Checked, label: &'a Label) -> Place<'a> {
    Place { range: range(checked, label.span), text: &label.text, primary: label.primary }
}

fn mend<'a>(checked: &'a Checked, edits: &'a [Edit]) -> Option<Mend<'a>> {
    let replace = |edit: &'a Edit| Replacement { range: range(checked, edit.span), replacement: &edit.replacement };
    (!edits.is_empty()).then(|| Mend { edits: edits.iter().map(replace).collect() })
}

fn range(checked: &Checked, span: Span) -> Range<'_> {
    let Position { line, column, end_line, end_column } = checked.sources.position(span);
    Range { file: checked.sources.path(span.file), line, column, end_line, end_column }
}
