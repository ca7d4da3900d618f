//! The lines of a paragraph as they stand in the file.

use std::ops::Range;

use nianbao_model::{Diagnostic, Span};

use super::number;
use crate::open_file::OpenFile;

/// A line without its line end, and where it stands.
pub(super) type Line<'t> = (&'t str, Range<usize>);

/// The lines at `range` of `text`.
pub(super) fn lines(text: &str, range: Range<usize>) -> Vec<Line<'_>> {
    let mut start = range.start;
    let written = text.get(range).unwrap_or("");
    let lines = written.split_inclusive('\n').map(|line| {
        let body = line.trim_end_matches(['\n', '\r']);
        let place = start..start + body.len();
        start += line.len();
        (body, place)
    });
    lines.collect()
}

/// The line that `at` stands on, from there on, and the one behind it.
pub(super) fn line_at(text: &str, at: usize) -> (&str, &str) {
    let mut lines = text.get(at..).unwrap_or("").lines();
    (lines.next().unwrap_or(""), lines.next().unwrap_or(""))
}

/// Offers to leave out the lines at `span`, each by itself, since no mend may take a line end.
pub(super) fn without(file: &OpenFile, finding: Diagnostic, span: Span) -> Diagnostic {
    let lines = lines(&file.text, span.start..span.end);
    lines.into_iter().fold(finding, |finding, (_, place)| finding.suggest(file.span(place), ""))
}

/// Whether a line opens with a number of its own: 一、 （一） 1. （1） ①.
pub(super) fn is_numbered(line: &str) -> bool {
    number_of(line).is_some()
}

/// Whether a text is such a number and nothing else.
pub(super) fn is_number(text: &str) -> bool {
    number::split(text).is_some_and(|(_, length)| length == text.len()) || circled(text).is_some() && text.len() == 3
}

/// The number that opens a line.
pub(super) fn number_of(line: &str) -> Option<u32> {
    number::split(line).map(|(number, _)| number).or_else(|| circled(line.trim_start()))
}

/// The number in a circle that opens a text.
fn circled(text: &str) -> Option<u32> {
    let first = text.chars().next()?;
    matches!(first, '①'..='⑳').then(|| u32::from(first) - u32::from('①') + 1)
}

/// Whether a line ends where a paragraph may end: with a full stop and the like, perhaps within quotes or bold.
pub(super) fn ends_sentence(line: &str) -> bool {
    let end = line.trim_end().trim_end_matches(['”', '’', '）', ')', '》', '】', '*']);
    end.ends_with(['。', '！', '？', '；', '：', '…'])
}
