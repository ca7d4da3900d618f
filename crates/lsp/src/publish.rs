//! Findings as the editor shows them, file by file; a file whose findings are gone is told so.

use std::collections::BTreeMap;

use gen_lsp_types::{
    Code, Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, Location, Message, PublishDiagnosticsParams,
};
use nianbao_model::{Diagnostic as Finding, FileId, Severity, Span};
use nianbao_workspace::Checked;

use crate::session::Session;
use crate::text::Lines;

/// Who says so.
const SOURCE: &str = "年报工坊";

/// What some systems put in front of a text. It is not read as a part of it.
const MARK: char = '\u{feff}';

/// What an editor was told of a file.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Told {
    uri: String,
    version: Option<i32>,
    diagnostics: Vec<Diagnostic>,
}

/// What an editor was told of all files that it was told anything of.
pub(crate) type AllTold = BTreeMap<String, Told>;

/// What an editor that knows `told` is to be told now; `told` is what it knows then.
pub(crate) fn news(session: &Session, told: &mut AllTold) -> Vec<PublishDiagnosticsParams> {
    let now = all(session);
    let mut news = Vec::new();
    for (path, before) in told.iter() {
        // A file may have been opened under another name for the same address.
        let again = now.get(path).is_some_and(|now| now.uri == before.uri);
        if !again && !before.diagnostics.is_empty() {
            news.push(PublishDiagnosticsParams {
                uri: before.uri.as_str().into(),
                version: None,
                diagnostics: Vec::new(),
            });
        }
    }
    for (path, now) in &now {
        if told.get(path) != Some(now) {
            let Told { uri, version, diagnostics } = now.clone();
            news.push(PublishDiagnosticsParams { uri: uri.into(), version, diagnostics });
        }
    }
    *told = now;
    news
}

/// The findings of each file that has any or is open.
fn all(session: &Session) -> AllTold {
    let mut by_file: BTreeMap<String, Vec<Diagnostic>> = BTreeMap::new();
    if let Some(checked) = &session.checked {
        let mut places = Places::new(session, checked);
        for finding in &checked.findings {
            if let Some(span) = finding.place() {
                let path = checked.sources.path(span.file).to_owned();
                by_file.entry(path).or_default().push(diagnostic(finding, span, &mut places));
            }
        }
    }
    for path in session.documents.paths() {
        by_file.entry(path.to_owned()).or_default();
    }
    let told = |(path, diagnostics): (String, Vec<Diagnostic>)| {
        let version = session.documents.get(&path).map(|open| open.version);
        let uri = session.uri(&path);
        (path, Told { uri, version, diagnostics })
    };
    by_file.into_iter().map(told).collect()
}

/// Places of the files that were read, each file's lines counted once.
pub(crate) struct Places<'s> {
    session: &'s Session,
    checked: &'s Checked,
    lines: BTreeMap<FileId, Lines<'s>>,
}

impl<'s> Places<'s> {
    pub(crate) fn new(session: &'s Session, checked: &'s Checked) -> Self {
        Self { session, checked, lines: BTreeMap::new() }
    }

    /// A place as the editor counts it.
    pub(crate) fn location(&mut self, span: Span) -> Location {
        let (session, checked) = (self.session, self.checked);
        let path = checked.sources.path(span.file);
        // Nearly all editors keep a byte order mark to themselves. To the others it is the first character.
        let marked = session.documents.get(path).map(|open| open.text.as_str()).filter(|text| text.starts_with(MARK));
        let text = || marked.unwrap_or_else(|| checked.sources.text(span.file));
        let lines = self.lines.entry(span.file).or_insert_with(|| session.lines(text()));
        let before = if marked.is_some() { MARK.len_utf8() } else { 0 };
        let range = lines.range(span.start.saturating_add(before)..span.end.saturating_add(before));
        Location { uri: session.uri(checked.sources.path(span.file)).into(), range }
    }
}

/// A finding at `span`.
pub(crate) fn diagnostic(finding: &Finding, span: Span, places: &mut Places<'_>) -> Diagnostic {
    let related = places.session.client.related;
    let others = finding.labels.iter().filter(|label| related && (label.span != span || !label.text.is_empty()));
    let others = others.map(|label| {
        let message = match (label.text.as_str(), label.primary) {
            ("", true) => "这里也是".to_owned(),
            ("", false) => "参见这里".to_owned(),
            (text, _) => text.to_owned(),
        };
        DiagnosticRelatedInformation { location: places.location(label.span), message }
    });
    let others: Vec<DiagnosticRelatedInformation> = others.collect();
    Diagnostic {
        range: places.location(span).range,
        severity: Some(severity(finding)),
        code: Some(Code::String(finding.code.id.to_owned())),
        source: Some(SOURCE.to_owned()),
        message: Message::String(message(finding)),
        related_information: Some(others).filter(|others| !others.is_empty()),
        code_description: None,
        tags: None,
        data: None,
    }
}

/// What is wrong and what to do, the reason of one who accepts it included.
fn message(finding: &Finding) -> String {
    let help = finding.help.iter().map(|help| format!("\n怎样改：{help}"));
    let reason = finding.accepted.iter().map(|reason| format!("\n已说明：{reason}"));
    help.chain(reason).fold(finding.message.clone(), |message, more| message + &more)
}

/// What is accepted is still to be seen, but asks for nothing.
fn severity(finding: &Finding) -> DiagnosticSeverity {
    match finding.severity() {
        _ if finding.accepted.is_some() => DiagnosticSeverity::Hint,
        Severity::Error => DiagnosticSeverity::Error,
        Severity::Warning => DiagnosticSeverity::Warning,
        Severity::Hint => DiagnosticSeverity::Information,
    }
}
