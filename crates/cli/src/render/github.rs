//! Workflow commands, which GitHub shows beside the lines of a change.

use std::fmt::Write as _;

use nianbao_model::{Diagnostic, Severity, SourceMap};

use super::said;
use crate::visible;

pub(super) fn render(sources: &SourceMap, findings: &[&Diagnostic]) -> String {
    findings.iter().map(|finding| command(sources, finding)).collect()
}

fn command(sources: &SourceMap, finding: &Diagnostic) -> String {
    let mut properties = String::new();
    if let Some(span) = finding.place() {
        let (file, at) = (property(&visible::line(sources.path(span.file))), sources.position(span));
        let _ = write!(properties, "file={file},line={},endLine={},col={}", at.line, at.end_line, at.column);
        // Columns of different lines are not taken.
        if at.line == at.end_line {
            let _ = write!(properties, ",endColumn={}", at.end_column);
        }
        properties.push(',');
    }
    let title = property(&format!("{} {}", finding.code.id, finding.code.title));
    format!("::{} {properties}title={title}::{}\n", level(finding), data(&visible::lines(&said(finding))))
}

/// What is accepted is only mentioned.
fn level(finding: &Diagnostic) -> &'static str {
    match finding.severity() {
        Severity::Error => "error",
        Severity::Warning if finding.accepted.is_none() => "warning",
        Severity::Warning | Severity::Hint => "notice",
    }
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
