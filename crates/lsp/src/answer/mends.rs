//! Mends as actions: that of one finding, and all of a file.

use std::collections::HashMap;

use gen_lsp_types::{
    CodeAction, CodeActionKind, CodeActionParams, DocumentChange, Edit as LspEdit,
    OptionalVersionedTextDocumentIdentifier, TextDocumentEdit, TextDocumentIdentifier, TextEdit, Uri, WorkspaceEdit,
};
use nianbao_loader::mend::plan;
use nianbao_model::{Diagnostic, Edit, FileId};
use nianbao_workspace::Checked;

use crate::publish::{Places, diagnostic};
use crate::session::Session;

/// A longer replacement is not repeated in a title, in characters.
const LONGEST_QUOTE: usize = 30;

/// What can be mended in the stretch that is asked for, and in its file.
pub(super) fn actions(session: &Session, params: &CodeActionParams) -> Option<Vec<CodeAction>> {
    let checked = session.checked.as_ref().filter(|_| session.client.actions)?;
    let path = session.path(&params.text_document.uri.0)?;
    let file = session.file(&path)?;
    let asked = session.lines(checked.sources.text(file)).bytes(params.range);
    let wants = |kind: &CodeActionKind| {
        let only = params.context.only.as_ref();
        only.is_none_or(|only| only.iter().any(|asked| is_kind(kind, asked)))
    };
    let of_file: Vec<&Diagnostic> = mendable(checked).filter(|finding| is_in(finding, file)).collect();
    let mut actions = Vec::new();
    if wants(&CodeActionKind::QuickFix) {
        let touched = |finding: &&&Diagnostic| {
            let here = |edit: &Edit| edit.span.start <= asked.end && asked.start <= edit.span.end;
            let place = finding.place().is_some_and(|span| span.start <= asked.end && asked.start <= span.end);
            place || finding.edits.iter().any(here)
        };
        actions.extend(of_file.iter().filter(touched).map(|finding| single(session, checked, finding)));
        if of_file.len() > 1 && !actions.is_empty() {
            actions.push(all(session, checked, &of_file, CodeActionKind::QuickFix));
        }
    }
    // Among all actions it would be there twice.
    let asked_for = params.context.only.is_some() && wants(&CodeActionKind::SourceFixAll);
    if asked_for && !of_file.is_empty() {
        actions.push(all(session, checked, &of_file, CodeActionKind::SourceFixAll));
    }
    Some(actions)
}

/// Whether `kind` is what is asked for, or one of its kinds.
fn is_kind(kind: &CodeActionKind, asked: &CodeActionKind) -> bool {
    let (kind, asked) = (kind.to_string(), asked.to_string());
    asked.is_empty() || kind == asked || kind.strip_prefix(&asked).is_some_and(|rest| rest.starts_with('.'))
}

/// The findings whose mends may be put in: never into a record, none on another.
fn mendable(checked: &Checked) -> impl Iterator<Item = &Diagnostic> {
    let changes =
        |finding: &&Diagnostic| finding.edits.iter().any(|edit| checked.sources.slice(edit.span) != edit.replacement);
    let plan = plan(&checked.findings, checked.municipality.as_ref(), &checked.sources);
    plan.findings.into_iter().filter(changes)
}

fn is_in(finding: &Diagnostic, file: FileId) -> bool {
    finding.edits.iter().all(|edit| edit.span.file == file)
}

fn single(session: &Session, checked: &Checked, finding: &Diagnostic) -> CodeAction {
    let mut places = Places::new(session, checked);
    let shown = finding.place().map(|span| vec![diagnostic(finding, span, &mut places)]);
    CodeAction {
        title: title(checked, finding),
        kind: Some(CodeActionKind::QuickFix),
        diagnostics: shown,
        is_preferred: Some(true),
        edit: Some(edit(session, checked, &[finding])),
        ..CodeAction::default()
    }
}

fn all(session: &Session, checked: &Checked, findings: &[&Diagnostic], kind: CodeActionKind) -> CodeAction {
    CodeAction {
        title: format!("改正这个文件里能自动改的全部 {} 处", findings.len()),
        kind: Some(kind),
        edit: Some(edit(session, checked, findings)),
        ..CodeAction::default()
    }
}

/// What the mend does, in a few words.
fn title(checked: &Checked, finding: &Diagnostic) -> String {
    let short = |text: &str| text.chars().count() <= LONGEST_QUOTE && !text.contains('\n');
    match finding.edits.as_slice() {
        [edit] if edit.replacement.is_empty() && short(checked.sources.slice(edit.span)) => {
            format!("删去“{}”", checked.sources.slice(edit.span))
        }
        [edit] if edit.span.start == edit.span.end && short(&edit.replacement) => {
            format!("加上“{}”", edit.replacement)
        }
        [edit] if short(&edit.replacement) && !edit.replacement.trim().is_empty() => {
            format!("改为“{}”", edit.replacement)
        }
        _ => format!("改正：{}", finding.message),
    }
}

/// The edits of the findings. Where the editor can tell, they are for the version that was checked and for no other.
fn edit(session: &Session, checked: &Checked, findings: &[&Diagnostic]) -> WorkspaceEdit {
    let mut places = Places::new(session, checked);
    let mut by_file: Vec<(FileId, Vec<TextEdit>)> = Vec::new();
    for edit in findings.iter().flat_map(|finding| &finding.edits) {
        let new = TextEdit { range: places.location(edit.span).range, new_text: edit.replacement.clone() };
        match by_file.iter_mut().find(|(file, _)| *file == edit.span.file) {
            Some((_, edits)) => edits.push(new),
            None => by_file.push((edit.span.file, vec![new])),
        }
    }
    let path = |file: FileId| checked.sources.path(file);
    let uri = |file: FileId| Uri(session.uri(path(file)));
    if !session.client.versioned_edits {
        let changes: HashMap<Uri, Vec<TextEdit>> =
            by_file.into_iter().map(|(file, edits)| (uri(file), edits)).collect();
        return WorkspaceEdit { changes: Some(changes), ..WorkspaceEdit::default() };
    }
    let change = |(file, edits): (FileId, Vec<TextEdit>)| {
        let version = session.documents.get(path(file)).map(|open| open.version);
        let text_document = OptionalVersionedTextDocumentIdentifier {
            version,
            text_document_identifier: TextDocumentIdentifier { uri: uri(file) },
        };
        let edits = edits.into_iter().map(LspEdit::TextEdit).collect();
        DocumentChange::TextDocumentEdit(TextDocumentEdit { text_document, edits })
    };
    WorkspaceEdit { document_changes: Some(by_file.into_iter().map(change).collect()), ..WorkspaceEdit::default() }
}
