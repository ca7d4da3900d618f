//! SARIF 2.1.0, which editors and code hosts read.

mod log;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use nianbao_model::{Code, Diagnostic, Edit, FileId, Label, Position, Severity, SourceMap, Span};

use super::said;
use crate::json;
use log::{
    Artifact, ArtifactChange, Configuration, Driver, Fix, Help, Location, Log, Outcome, PhysicalLocation, Region,
    Replacement, Rule, Run, Suppression, Text, Tool,
};

/// The base of all addresses: the workspace.
const BASE: &str = "%SRCROOT%";

pub(super) fn render(sources: &SourceMap, findings: &[Diagnostic]) -> String {
    let codes: BTreeMap<&str, &Code> = findings.iter().map(|finding| (finding.code.id, finding.code)).collect();
    let places: BTreeMap<&str, usize> = codes.keys().copied().zip(0..).collect();
    let driver = Driver {
        name: "nianbao",
        full_name: "年报工坊 nianbao",
        version: env!("CARGO_PKG_VERSION"),
        language: "zh-CN",
        rules: codes.values().map(|code| rule(code)).collect(),
    };
    let index = |finding: &Diagnostic| places.get(finding.code.id).copied().unwrap_or_default();
    let results = findings.iter().map(|finding| result(sources, finding, index(finding))).collect();
    let log = Log {
        schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: [Run { tool: Tool { driver }, column_kind: "unicodeCodePoints", results }],
    };
    json::document(&log)
}

fn rule(code: &Code) -> Rule {
    // Every explanation begins with what is checked.
    let checked = code.docs.split("## ").nth(1).and_then(|part| part.split_once('\n')).map_or("", |(_, text)| text);
    Rule {
        id: code.id,
        short_description: Text { text: code.title.into() },
        full_description: Text { text: checked.trim().into() },
        help: Help { text: code.docs, markdown: code.docs },
        default_configuration: Configuration { level: level(code.severity) },
    }
}

fn result<'a>(sources: &SourceMap, finding: &'a Diagnostic, rule_index: usize) -> Outcome<'a> {
    let places = |primary| finding.labels.iter().filter(move |label| label.primary == primary);
    Outcome {
        rule_id: finding.code.id,
        rule_index,
        level: level(finding.severity()),
        message: Text { text: said(finding).into() },
        locations: places(true).map(|label| location(sources, label)).collect(),
        related_locations: places(false).map(|label| location(sources, label)).collect(),
        fixes: fix(sources, &finding.edits).into_iter().collect(),
        suppressions: finding.accepted.as_deref().map(suppression).into_iter().collect(),
    }
}

fn location<'a>(sources: &SourceMap, label: &'a Label) -> Location<'a> {
    // A file that is missing or empty has no region.
    let region = (!sources.text(label.span.file).is_empty()).then(|| region(sources, label.span));
    let message = (!label.text.is_empty()).then(|| Text { text: label.text.as_str().into() });
    let artifact_location = artifact(sources, label.span.file);
    Location { physical_location: PhysicalLocation { artifact_location, region }, message }
}

fn fix<'a>(sources: &SourceMap, edits: &'a [Edit]) -> Option<Fix<'a>> {
    let mut files: BTreeMap<FileId, Vec<Replacement>> = BTreeMap::new();
    for edit in edits {
        let inserted_content = Text { text: edit.replacement.as_str().into() };
        let replacement = Replacement { deleted_region: region(sources, edit.span), inserted_content };
        files.entry(edit.span.file).or_default().push(replacement);
    }
    let changes = files
        .into_iter()
        .map(|(file, replacements)| ArtifactChange { artifact_location: artifact(sources, file), replacements });
    (!edits.is_empty())
        .then(|| Fix { description: Text { text: "可以改成".into() }, artifact_changes: changes.collect() })
}

fn suppression(justification: &str) -> Suppression<'_> {
    Suppression { kind: "inSource", status: "accepted", justification }
}

fn region(sources: &SourceMap, span: Span) -> Region {
    let Position { line, column, end_line, end_column } = sources.position(span);
    Region { start_line: line, start_column: column, end_line, end_column }
}

fn artifact(sources: &SourceMap, file: FileId) -> Artifact {
    Artifact { uri: uri(sources.path(file)), uri_base_id: BASE }
}

/// A path as a relative address: all but plain letters, digits and a few marks is escaped.
fn uri(path: &str) -> String {
    path.bytes().fold(String::with_capacity(path.len()), |mut uri, byte| {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'.' | b'_' | b'~' => uri.push(byte.into()),
            _ => {
                let _ = write!(uri, "%{byte:02X}");
            }
        }
        uri
    })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Hint => "note",
    }
}
