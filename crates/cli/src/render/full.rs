//! Source lines with carets below what is wrong, and what to do about it.

use std::collections::BTreeMap;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Patch, Renderer, Snippet};
use nianbao_model::{Diagnostic, Edit, FileId, Label, Severity, SourceMap, Span};

use crate::visible;

/// Long paragraphs are cut to this width around what is wrong.
const WIDTH: usize = 120;

/// A paragraph longer than this, in bytes, is told only by its place: some 7,000 characters.
const LONGEST_LINE: usize = 20_000;

pub(super) fn render(sources: &SourceMap, findings: &[Diagnostic], coloured: bool) -> String {
    let renderer = if coloured { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.decor_style(DecorStyle::Unicode).term_width(WIDTH);
    let show = |finding| renderer.render(&groups(sources, finding)) + "\n\n";
    findings.iter().map(show).collect()
}

fn groups<'a>(sources: &'a SourceMap, finding: &'a Diagnostic) -> Vec<Group<'a>> {
    let title = level(finding.severity()).primary_title(visible::line(&finding.message)).id(finding.code.id);
    let mut group = Group::with_title(title);
    for (file, labels) in by_file(&finding.labels, |label| label.span) {
        let first = labels.first().map(|label| label.span);
        group = if let Some(span) = first.filter(|span| !has_line_to_show(sources, *span)) {
            group.element(place(sources, span))
        } else {
            group.element(snippet(sources, file).annotations(labels.into_iter().map(annotation)))
        };
    }
    if let Some(reason) = &finding.accepted {
        return vec![
            group.element(Level::HELP.no_name().message(visible::line(&format!("已说明：{reason}")).into_owned())),
        ];
    }
    if let Some(help) = &finding.help {
        group = group.element(Level::HELP.no_name().message(visible::line(&format!("怎样改：{help}")).into_owned()));
    }
    let mut groups = vec![group];
    if finding.edits.first().is_some_and(|edit| has_line_to_show(sources, edit.span)) {
        let title = Group::with_title(Level::HELP.no_name().secondary_title("可以改成："));
        let files = by_file(&finding.edits, |edit| edit.span).into_iter();
        groups.push(files.fold(title, |group, (file, edits)| {
            group.element(snippet(sources, file).patches(edits.into_iter().map(patch)))
        }));
    }
    groups
}

/// The labels or edits of each file, the file of the first one first.
fn by_file<T>(items: &[T], span: impl Fn(&T) -> Span) -> Vec<(FileId, Vec<&T>)> {
    let mut order = Vec::new();
    let mut files: BTreeMap<FileId, Vec<&T>> = BTreeMap::new();
    for item in items {
        let file = span(item).file;
        if !files.contains_key(&file) {
            order.push(file);
        }
        files.entry(file).or_default().push(item);
    }
    order.into_iter().filter_map(|file| files.remove_entry(&file)).collect()
}

/// A file that is missing or empty has no line to show, and a line of this length nobody can read.
fn has_line_to_show(sources: &SourceMap, span: Span) -> bool {
    let text = sources.text(span.file);
    let (before, behind) = text.split_at_checked(span.start).unwrap_or((text, ""));
    let line = before.rsplit('\n').next().map_or(0, str::len) + behind.split('\n').next().map_or(0, str::len);
    !text.is_empty() && line <= LONGEST_LINE
}

/// Only where it stands.
fn place(sources: &SourceMap, span: Span) -> Origin<'_> {
    let origin = Origin::path(visible::line(sources.path(span.file)));
    if sources.text(span.file).is_empty() {
        return origin;
    }
    let at = sources.position(span);
    origin.line(at.line).char_column(at.column)
}

fn snippet<T: Clone>(sources: &SourceMap, file: FileId) -> Snippet<'_, T> {
    Snippet::source(visible::in_place(sources.text(file))).path(visible::line(sources.path(file)))
}

fn annotation(label: &Label) -> Annotation<'_> {
    let kind = if label.primary { AnnotationKind::Primary } else { AnnotationKind::Context };
    kind.span(label.span.start..label.span.end).label(visible::line(&label.text))
}

fn patch(edit: &Edit) -> Patch<'_> {
    Patch::new(edit.span.start..edit.span.end, visible::in_place(&edit.replacement))
}

fn level(severity: Severity) -> Level<'static> {
    let level = match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Hint => Level::NOTE,
    };
    level.with_name(severity.name())
}
