//! A run of `*`: what it may do, by what it stands beside, and what it does.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

/// One or more `*` next to each other.
#[derive(Debug)]
pub(super) struct Run {
    start: usize,
    pub(super) length: usize,
    pub(super) can_open: bool,
    pub(super) can_close: bool,
    /// What it ends, the innermost first.
    ends: Vec<Emphasis>,
    /// What it starts, the innermost first.
    starts: Vec<Emphasis>,
}

/// A stretch of text that a pair makes bold or italic, and where it stands, its `*` included.
#[derive(Debug, Clone)]
pub(super) struct Emphasis {
    pub(super) is_strong: bool,
    pub(super) range: Range<usize>,
}

impl Emphasis {
    /// How many `*` it takes on each side.
    fn width(&self) -> usize {
        if self.is_strong { 2 } else { 1 }
    }
}

impl Run {
    /// The run that begins at `start`, at the start of its paragraph or not.
    pub(super) fn at(text: &str, start: usize, at_start: bool) -> Self {
        let (before, rest) = text.split_at_checked(start).unwrap_or((text, ""));
        let behind = rest.trim_start_matches('*');
        let length = rest.len() - behind.len();
        let previous = before.chars().next_back().filter(|_| !at_start);
        let (can_open, can_close) = abilities(length, previous, behind.chars().next());
        Self { start, length, can_open, can_close, ends: Vec::new(), starts: Vec::new() }
    }

    pub(super) fn range(&self) -> Range<usize> {
        self.start..self.start + self.length
    }

    /// The `*` that no pair took yet.
    pub(super) fn left(&self) -> Range<usize> {
        let taken = |by: &[Emphasis]| by.iter().map(Emphasis::width).sum::<usize>();
        self.start + taken(&self.ends)..self.start + self.length - taken(&self.starts)
    }

    /// Ends something with the first `*` that are left.
    pub(super) fn end(&mut self, emphasis: Emphasis) {
        self.ends.push(emphasis);
    }

    /// Starts something with the last `*` that are left.
    pub(super) fn start(&mut self, emphasis: Emphasis) {
        self.starts.push(emphasis);
    }

    pub(super) fn ends<'t>(&self) -> impl Iterator<Item = (Event<'t>, Range<usize>)> {
        let tag = |strong| if strong { TagEnd::Strong } else { TagEnd::Emphasis };
        self.ends.iter().map(move |emphasis| (Event::End(tag(emphasis.is_strong)), emphasis.range.clone()))
    }

    pub(super) fn starts<'t>(&self) -> impl Iterator<Item = (Event<'t>, Range<usize>)> {
        let tag = |strong| if strong { Tag::Strong } else { Tag::Emphasis };
        self.starts.iter().rev().map(move |emphasis| (Event::Start(tag(emphasis.is_strong)), emphasis.range.clone()))
    }
}

/// Whether a run of `length` between two characters may open and close. No white space stands on the inner side.
///
/// Two `*` mean bold whatever else they stand beside. A single one may be a times sign or belong to a note, so it keeps
/// CommonMark's rule for marks, in which all but ASCII counts as Chinese.
fn abilities(length: usize, previous: Option<char>, next: Option<char>) -> (bool, bool) {
    let (open, close) = (!is_blank(next), !is_blank(previous));
    if length > 1 {
        return (open, close);
    }
    if is_product(previous, next) {
        return (false, false);
    }
    (open && may_adjoin(next, previous), close && may_adjoin(previous, next))
}

/// Whether a mark on the `inner` side does no harm, for what is on the `outer` one.
fn may_adjoin(inner: Option<char>, outer: Option<char>) -> bool {
    !is_mark(inner) || is_blank(outer) || is_mark(outer) || outer.is_some_and(|outer| !outer.is_ascii())
}

/// Whether a `*` is a times sign: `3*4`, `100*（1+5%）*2`.
fn is_product(previous: Option<char>, next: Option<char>) -> bool {
    let factor = |side: char, bracket: [char; 2]| side.is_ascii_alphanumeric() || bracket.contains(&side);
    previous.is_some_and(|side| factor(side, [')', '）'])) && next.is_some_and(|side| factor(side, ['(', '（']))
}

/// White space, or the edge of a paragraph or cell.
fn is_blank(side: Option<char>) -> bool {
    side.is_none_or(|side| side.is_whitespace() || side == '|')
}

/// A mark of ASCII. Braces enclose a figure, which is as good as a word.
fn is_mark(side: Option<char>) -> bool {
    side.is_some_and(|side| side.is_ascii_punctuation() && !matches!(side, '{' | '}'))
}

#[cfg(test)]
mod tests {
    use super::abilities;

    #[test]
    fn two_stars_look_at_white_space_alone() {
        for sides in ["实《", "》要", "1（", "a(", "。全", "12", "ab"] {
            assert_eq!(of(2, sides), (true, true), "{sides}");
        }
        assert_eq!(of(2, " 甲"), (true, false));
        assert_eq!(of(2, "甲　"), (false, true));
        assert_eq!(of(2, "  "), (false, false));
    }

    #[test]
    fn one_star_may_be_a_times_sign() {
        for sides in ["34", "a2", "）2", "0（", ")("] {
            assert_eq!(of(1, sides), (false, false), "{sides}");
        }
        for sides in ["实《", "）主", "。全", "1件"] {
            assert_eq!(of(1, sides), (true, true), "{sides}");
        }
    }

    fn of(length: usize, sides: &str) -> (bool, bool) {
        let mut sides = sides.chars();
        abilities(length, sides.next(), sides.next())
    }
}
