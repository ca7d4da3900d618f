//! Source lines with carets below what is wrong, and what to do about it.

mod excerpt;

use std::collections::BTreeMap;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Message, Origin, Patch, Renderer, Snippet};
use nianbao_model::{Diagnostic, Edit, FileId, Label, Severity, SourceMap, Span};

use crate::visible;
use excerpt::{Excerpt, MARKED, clip, together};

/// Long paragraphs are cut to this width around what is wrong.
const WIDTH: usize = 120;

/// So many edits of one mend are shown; of more, --diff shows the whole file.
const EDITS: usize = 20;

pub(super) fn render(sources: &SourceMap, findings: &[&Diagnostic], coloured: bool) -> String {
    let renderer = if coloured { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.decor_style(DecorStyle::Unicode).term_width(WIDTH);
    let mut text = String::new();
    for finding in findings {
        text.push_str(&shown(sources, finding, &renderer));
        text.push_str("\n\n");
    }
    text
}

/// One finding. Columns are counted from the beginning of what is shown of a line; they are put right.
fn shown(sources: &SourceMap, finding: &Diagnostic, renderer: &Renderer) -> String {
    let labels: Vec<Piece<&Label>> = pieces(sources, &finding.labels, |label| label.span, false);
    let edits: Vec<Piece<&Edit>> = pieces(sources, shown_edits(sources, finding), |edit| edit.span, true);
    let text = renderer.render(&groups(sources, finding, &labels, &edits));
    let wrong = labels.iter().filter_map(|piece| piece.locations(sources, |label| label.span));
    let wrong = wrong.chain(edits.iter().filter_map(|piece| piece.locations(sources, |edit| edit.span)));
    wrong.fold(text, |text, [shown, right]| text.replacen(&shown, &right, 1))
}

/// What is shown together: labels or edits and the lines that hold them.
struct Piece<'s, T> {
    items: Vec<T>,
    file: FileId,
    excerpt: Excerpt<'s>,
}

impl<T> Piece<'_, T> {
    fn locations(&self, sources: &SourceMap, span: impl Fn(&T) -> Span) -> Option<[String; 2]> {
        self.items.first().and_then(|item| self.excerpt.locations(sources, span(item)))
    }
}

/// The pieces of the files that `items` stand in.
fn pieces<'s, 'i, T>(
    sources: &'s SourceMap,
    items: &'i [T],
    span: impl Fn(&T) -> Span,
    marked: bool,
) -> Vec<Piece<'s, &'i T>> {
    let files = by_file(items, &span).into_iter();
    let pieces =
        files.flat_map(|(file, items)| together(items, |item| span(item)).into_iter().map(move |items| (file, items)));
    let piece = |(file, items): (FileId, Vec<&'i T>)| {
        let spans: Vec<Span> = items.iter().map(|item| span(item)).collect();
        Piece { excerpt: Excerpt::of(sources, &spans, marked), file, items }
    };
    pieces.map(piece).collect()
}

/// The edits that are shown: none where there are too many, or no line to show.
fn shown_edits<'f>(sources: &SourceMap, finding: &'f Diagnostic) -> &'f [Edit] {
    let edits = finding.edits.as_slice();
    let has_line = edits.first().is_some_and(|edit| !sources.text(edit.span.file).is_empty());
    let short = edits.iter().all(|edit| edit.span.end - edit.span.start <= MARKED && edit.replacement.len() <= MARKED);
    // A file that is only to be converted has no letter to change.
    let changes = edits.iter().any(|edit| edit.span.start < edit.span.end || !edit.replacement.is_empty());
    if changes && has_line && short && edits.len() <= EDITS && finding.accepted.is_none() { edits } else { &[] }
}

fn groups<'a>(
    sources: &'a SourceMap,
    finding: &'a Diagnostic,
    labels: &'a [Piece<'a, &'a Label>],
    edits: &'a [Piece<'a, &'a Edit>],
) -> Vec<Group<'a>> {
    let title = level(finding.severity()).primary_title(visible::line(&finding.message)).id(finding.code.id);
    let mut group = Group::with_title(title);
    for piece in labels {
        // A file that is missing or empty has no line to show.
        group = if sources.text(piece.file).is_empty() {
            group.element(Origin::path(visible::line(sources.path(piece.file))))
        } else {
            let annotations = piece.items.iter().map(|label| annotation(sources, label, &piece.excerpt));
            group.element(snippet(sources, piece.file, &piece.excerpt).annotations(annotations))
        };
    }
    if let Some(reason) = &finding.accepted {
        return vec![group.element(help_line(&format!("已说明：{reason}")))];
    }
    if let Some(help) = &finding.help {
        group = group.element(help_line(&format!("怎样改：{help}")));
    }
    if finding.edits.len() > EDITS {
        let more = format!("可以改的有 {} 处，用 nianbao check --diff 查看。", finding.edits.len());
        group = group.element(help_line(&more));
    }
    let mut groups = vec![group];
    if !edits.is_empty() {
        let title = Group::with_title(Level::HELP.no_name().secondary_title("可以改成："));
        groups.push(edits.iter().fold(title, |group, piece| {
            let patches = piece.items.iter().map(|edit| patch(edit, &piece.excerpt));
            group.element(snippet(sources, piece.file, &piece.excerpt).patches(patches))
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

fn snippet<'a, T: Clone>(sources: &'a SourceMap, file: FileId, excerpt: &'a Excerpt) -> Snippet<'a, T> {
    Snippet::source(&*excerpt.text).line_start(excerpt.line).path(visible::line(sources.path(file)))
}

fn annotation<'a>(sources: &SourceMap, label: &'a Label, excerpt: &Excerpt) -> Annotation<'a> {
    let kind = if label.primary { AnnotationKind::Primary } else { AnnotationKind::Context };
    let marked = clip(sources.text(label.span.file), label.span);
    kind.span(excerpt.place(&marked)).label(visible::line(&label.text))
}

fn patch<'a>(edit: &'a Edit, excerpt: &Excerpt) -> Patch<'a> {
    Patch::new(excerpt.place(&(edit.span.start..edit.span.end)), visible::in_place(&edit.replacement))
}

fn help_line(text: &str) -> Message<'static> {
    Level::HELP.no_name().message(visible::line(text).into_owned())
}

fn level(severity: Severity) -> Level<'static> {
    let level = match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Hint => Level::NOTE,
    };
    level.with_name(severity.name())
}
