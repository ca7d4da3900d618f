//! Replacements on a text.

use std::cmp::Reverse;

use nianbao_model::{Edit, SourceMap, Span};

/// The text with these edits, which lie within it and not on each other.
pub fn apply<'e>(text: &str, edits: impl IntoIterator<Item = &'e Edit>) -> String {
    let mut edits: Vec<&Edit> = edits.into_iter().collect();
    // From the bottom up, so that the places above stay where they are.
    edits.sort_by_key(|edit| Reverse(edit.span));
    let mut text = text.to_owned();
    for edit in edits {
        text.replace_range(edit.span.start..edit.span.end, &edit.replacement);
    }
    text
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
    let apart = |at: usize, edit: &Edit| edits.iter().skip(at + 1).all(|other| !overlap(edit, other));
    !edits.is_empty() && edits.iter().enumerate().all(|(at, edit)| text(edit).is_some() && apart(at, edit))
}

/// Whether it matters which of two edits comes first. What is put in at the edge of another edit does.
pub(crate) fn overlap(one: &Edit, other: &Edit) -> bool {
    let (a, b) = (one.span, other.span);
    let insertion = a.start == a.end || b.start == b.end;
    let touching = a.start <= b.end && b.start <= a.end;
    a.file == b.file && touching && (insertion || (a.start < b.end && b.start < a.end))
}
