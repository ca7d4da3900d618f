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
        let words = rest.get(..length).unwrap_or("").trim_end();
        found.push(at..at + words.len());
        at += length.max(1);
    }
    found
}
