//! What stands between the blocks of a narrative: blank lines and comments, which belong to what stays, and what is neither.

use std::ops::Range;

const OPEN: &str = "<!--";
const CLOSE: &str = "-->";

/// A range up to the edges of its lines, as far as nothing else stands there: between `from` and `to`.
pub(super) fn whole_lines(text: &str, range: Range<usize>, from: usize, to: usize) -> Range<usize> {
    let start = range.start.max(from).min(text.len());
    let before = text.get(from..start).unwrap_or("");
    let start = from + before.rfind('\n').map_or(0, |end| end + 1).min(before.len());
    let start = if before.is_empty() { range.start.max(from) } else { start };
    let end = range.end.clamp(start, text.len());
    let after = text.get(end..to.max(end)).unwrap_or("");
    let rest = after.find('\n').map_or(after, |line_end| after.get(..line_end).unwrap_or(""));
    start..end + rest.trim_end().len()
}

/// Where between blocks something stands that is neither blank nor a comment.
pub(super) fn found(text: &str, gap: Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = gap.start;
    while let Some(rest) = text.get(at..gap.end).filter(|rest| !rest.trim_start().is_empty()) {
        at += rest.len() - rest.trim_start().len();
        let rest = rest.trim_start();
        if rest.starts_with(OPEN) {
            at += rest.find(CLOSE).map_or(rest.len(), |end| end + CLOSE.len());
            continue;
        }
        let length = rest.find(OPEN).unwrap_or(rest.len());
        found.extend(notes_apart(rest.get(..length).unwrap_or("")).map(|words| at + words.start..at + words.end));
        at += length.max(1);
    }
    found
}

/// Words with each footnote by itself.
fn notes_apart(words: &str) -> impl Iterator<Item = Range<usize>> {
    let mut starts = vec![0];
    let begins =
        |at: &usize| words.get(at + 1..).is_some_and(|line| line.starts_with("[^") && first_line(line).contains("]:"));
    starts.extend(words.match_indices('\n').map(|(at, _)| at).filter(begins).map(|at| at + 1));
    let ends: Vec<usize> = starts.iter().skip(1).copied().chain([words.len()]).collect();
    let ranges = starts.into_iter().zip(ends);
    ranges.map(|(start, end)| start..start + words.get(start..end).unwrap_or("").trim_end().len())
}

/// The first line of a text.
fn first_line(text: &str) -> &str {
    text.split('\n').next().unwrap_or("")
}
