//! The lines around what is wrong, and of a long line only a part: a paragraph of a hundred pages on one line costs no more
//! to show than any other, and what is shown fits on a screen.

use std::borrow::Cow;
use std::ops::Range;

use nianbao_model::{SourceMap, Span};

use crate::visible;

/// Where a line is cut, in bytes.
#[derive(Clone, Copy)]
struct Cut {
    /// A line that goes on further than this before or behind what is wrong is cut.
    long: usize,
    /// What is kept of such a line on either side.
    kept: usize,
}

/// What is wrong: some 200 characters, and 100, since such a line is cut once more to the width of the screen.
const LABELLED: Cut = Cut { long: 600, kept: 300 };

/// What is put in its place, which is shown as wide as it is: some 60 characters, and 30.
const EDITED: Cut = Cut { long: 180, kept: 90 };

/// Of what is marked, as much is marked, in bytes.
pub(super) const MARKED: usize = 1_200;

/// Places that are further from each other are shown each for itself, in bytes.
const FAR: usize = 2_000;

/// What stands for what was cut off.
const CUT: &str = "…";

/// A piece of a file.
pub(super) struct Excerpt<'s> {
    pub(super) text: Cow<'s, str>,
    /// The number of its first line.
    pub(super) line: usize,
    /// Where it starts in the file, and where that stands in the text.
    start: usize,
    prefix: usize,
    /// How many characters of its first line it does not hold.
    hidden: usize,
}

impl<'s> Excerpt<'s> {
    /// The lines that hold `spans`, which stand in one file. With `marked`, what was cut off leaves its mark.
    pub(super) fn of(sources: &'s SourceMap, spans: &[Span], marked: bool) -> Self {
        let Some(file) = spans.first().map(|span| span.file) else { return Self::empty() };
        let text = sources.text(file);
        let clipped: Vec<Range<usize>> = spans.iter().map(|span| clip(text, *span)).collect();
        let first = clipped.iter().map(|range| range.start).min().unwrap_or_default();
        let last = clipped.iter().map(|range| range.end).max().unwrap_or_default();
        let cut = if marked { EDITED } else { LABELLED };
        let (start, begins) = line_start(text, first, cut);
        let (end, ends) = line_end(text, last, cut);
        // What is put in behind the last line is shown with that line.
        let (start, begins) =
            if start == end && start > 0 { line_start(text, start - 1, cut) } else { (start, begins) };
        let position = sources.position(Span::new(file, start, start));
        let kept = visible::in_place(text.get(start..end).unwrap_or_default());
        let prefix = if marked && !begins { CUT } else { "" };
        let suffix = if marked && !ends { CUT } else { "" };
        let text = if prefix.len() + suffix.len() > 0 { Cow::Owned(format!("{prefix}{kept}{suffix}")) } else { kept };
        let hidden = (position.column - 1).saturating_sub(prefix.chars().count());
        Self { text, line: position.line, start, prefix: prefix.len(), hidden }
    }

    fn empty() -> Self {
        Self { text: Cow::Borrowed(""), line: 1, start: 0, prefix: 0, hidden: 0 }
    }

    /// Where something of the file stands in it.
    pub(super) fn place(&self, range: &Range<usize>) -> Range<usize> {
        let place = |at: usize| at.saturating_sub(self.start) + self.prefix;
        place(range.start).min(self.text.len())..place(range.end).min(self.text.len())
    }

    /// `:line:column` as it is shown for a place of the file, counted within the text, and as it is.
    pub(super) fn locations(&self, sources: &SourceMap, span: Span) -> Option<[String; 2]> {
        let at = sources.position(span);
        let shown = at.column.checked_sub(self.hidden).filter(|_| self.hidden > 0 && at.line == self.line)?;
        let path = visible::line(sources.path(span.file));
        Some([shown, at.column].map(|column| format!("{path}:{}:{column}", at.line)))
    }
}

/// The places that are shown together: all of them where they are near to each other, else each for itself.
pub(super) fn together<T>(items: Vec<T>, span: impl Fn(&T) -> Span) -> Vec<Vec<T>> {
    let first = items.iter().map(|item| span(item).start).min().unwrap_or_default();
    let last = items.iter().map(|item| span(item).start).max().unwrap_or_default();
    if last - first <= FAR { vec![items] } else { items.into_iter().map(|item| vec![item]).collect() }
}

/// As much of a place as is marked.
pub(super) fn clip(text: &str, span: Span) -> Range<usize> {
    let start = text.floor_char_boundary(span.start);
    let end = text.ceil_char_boundary(span.end.max(start));
    start..if end - start > MARKED { text.floor_char_boundary(start + MARKED) } else { end }
}

/// Where the line of `at` is shown from, and whether that is where it starts.
fn line_start(text: &str, at: usize, cut: Cut) -> (usize, bool) {
    let from = text.floor_char_boundary(at.saturating_sub(cut.long));
    match text.get(from..at).and_then(|before| before.rfind('\n')) {
        Some(end) => (from + end + 1, true),
        None if from == 0 => (0, true),
        None => (text.floor_char_boundary(at - cut.kept), false),
    }
}

/// Where the line of `at` is shown to, and whether that is where it ends.
fn line_end(text: &str, at: usize, cut: Cut) -> (usize, bool) {
    let to = text.ceil_char_boundary((at + cut.long).min(text.len()));
    match text.get(at..to).and_then(|behind| behind.find('\n')) {
        Some(end) => (at + end, true),
        None if to == text.len() => (to, true),
        None => (text.ceil_char_boundary(at + cut.kept), false),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(text: &str) -> (SourceMap, Span) {
        let mut sources = SourceMap::default();
        let file = sources.add("甲.md".into(), text.into());
        let at = text.find('错').expect("is there");
        (sources, Span::new(file, at, at + "错".len()))
    }

    #[test]
    fn a_short_line_is_shown_whole() {
        let (sources, span) = source("一\n二错三\n四\n");
        let excerpt = Excerpt::of(&sources, &[span], true);
        assert_eq!((&*excerpt.text, excerpt.line), ("二错三", 2));
        assert_eq!(&excerpt.text[excerpt.place(&(span.start..span.end))], "错");
        assert_eq!(excerpt.locations(&sources, span), None);
    }

    #[test]
    fn a_long_line_is_cut_on_both_sides() {
        let (sources, span) = source(&format!("一\n{}错{}\n", "前".repeat(90_000), "后".repeat(90_000)));
        for (marked, length) in [(false, 603), (true, 189)] {
            let excerpt = Excerpt::of(&sources, &[span], marked);
            assert!(excerpt.text.len().abs_diff(length) < 5, "{}", excerpt.text.len());
            assert_eq!(&excerpt.text[excerpt.place(&(span.start..span.end))], "错");
            let shown = excerpt.text.find('错').map(|at| excerpt.text[..at].chars().count() + 1).expect("is there");
            let [wrong, right] = excerpt.locations(&sources, span).expect("columns differ");
            assert_eq!((wrong, right), (format!("甲.md:2:{shown}"), "甲.md:2:90001".to_owned()));
        }
    }

    #[test]
    fn what_is_put_in_at_the_end_is_shown_with_the_last_line() {
        let (sources, span) = source("一\n错\n");
        let end = span.end + 1;
        let excerpt = Excerpt::of(&sources, &[Span::new(span.file, end, end)], true);
        assert_eq!((&*excerpt.text, excerpt.line), ("错\n", 2));
    }
}
