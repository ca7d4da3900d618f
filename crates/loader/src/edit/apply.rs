//! Replacements on a text.

use nianbao_model::{Edit, SourceMap, Span};

/// The text with these edits, which lie within it and not on each other.
pub fn apply<'e>(text: &str, edits: impl IntoIterator<Item = &'e Edit>) -> String {
    let mut edits: Vec<&Edit> = edits.into_iter().collect();
    edits.sort_by_key(|edit| edit.span);
    let mut new = String::with_capacity(text.len());
    let mut at = 0;
    for Edit { span, replacement } in edits {
        new.push_str(text.get(at..span.start).unwrap_or_default());
        new.push_str(replacement);
        at = span.end;
    }
    new.push_str(text.get(at..).unwrap_or_default());
    new
}

/// The edits that undo `edits` on the text that they made of `text`.
pub fn inverse(text: &str, edits: &[Edit]) -> Vec<Edit> {
    let mut edits: Vec<&Edit> = edits.iter().collect();
    edits.sort_by_key(|edit| edit.span);
    let (mut gone, mut come) = (0, 0);
    let undo = edits.into_iter().map(|edit| {
        let Span { file, start, end } = edit.span;
        let at = start + come - gone;
        (gone, come) = (gone + end - start, come + edit.replacement.len());
        let replacement = text.get(start..end).unwrap_or_default().to_owned();
        Edit { span: Span::new(file, at, at + edit.replacement.len()), replacement }
    });
    undo.collect()
}

/// Whether there are edits, each within its file and none on another.
pub(crate) fn fits(sources: &SourceMap, edits: &[Edit]) -> bool {
    let text = |edit: &Edit| sources.file(edit.span.file)?.text().get(edit.span.start..edit.span.end);
    let mut sorted: Vec<&Edit> = edits.iter().collect();
    sorted.sort_by_key(|edit| edit.span);
    // Of those that overlap, two come next to each other.
    let apart = sorted.windows(2).all(|pair| !overlap(pair[0], pair[1]));
    !edits.is_empty() && apart && edits.iter().all(|edit| text(edit).is_some())
}

/// Whether it matters which of two edits comes first. What is put in at the edge of another edit does.
pub(crate) fn overlap(one: &Edit, other: &Edit) -> bool {
    let (a, b) = (one.span, other.span);
    let insertion = a.start == a.end || b.start == b.end;
    let touching = a.start <= b.end && b.start <= a.end;
    a.file == b.file && touching && (insertion || (a.start < b.end && b.start < a.end))
}
