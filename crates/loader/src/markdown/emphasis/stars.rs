//! A run of `*`: what it may do, by what it stands beside, and what it does.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

/// One or more `*` next to each other.
#[derive(Debug)]
pub(super) struct Stars {
    start: usize,
    pub(super) length: usize,
    pub(super) can_open: bool,
    pub(super) can_close: bool,
    /// What it ends, the innermost first.
    ends: Vec<Emphasis>,
    /// What it starts, the innermost first.
    starts: Vec<Emphasis>,
}

/// What does not show in the characters beside a run.
#[derive(Debug, Clone, Copy)]
pub(super) struct Surroundings {
    /// Nothing of its paragraph stands before it.
    pub(super) at_start: bool,
    /// A link ends before it.
    pub(super) behind_link: bool,
    pub(super) in_cell: bool,
}

/// A link is as good as a word.
const WORD: char = '词';

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

impl Stars {
    /// The run that begins at `start`.
    pub(super) fn at(text: &str, start: usize, surroundings: Surroundings) -> Self {
        let (before, rest) = text.split_at_checked(start).unwrap_or((text, ""));
        let behind = rest.trim_start_matches('*');
        let length = rest.len() - behind.len();
        let previous = match surroundings {
            Surroundings { at_start: true, .. } => None,
            Surroundings { behind_link: true, .. } => Some(WORD),
            _ => before.chars().next_back(),
        };
        let next = behind.chars().next().filter(|next| !(surroundings.in_cell && *next == '|'));
        let (can_open, can_close) = abilities(length, previous, next);
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
    // Braces enclose a figure, which is as good as a word.
    let is_word = inner.is_none_or(|inner| !inner.is_ascii_punctuation() || matches!(inner, '{' | '}'));
    is_word || is_blank(outer) || outer.is_some_and(|outer| !outer.is_ascii_alphanumeric())
}

/// Whether a `*` is a times sign: `3*4`, `100*（1+5%）*2`.
fn is_product(previous: Option<char>, next: Option<char>) -> bool {
    let factor = |side: char, bracket: [char; 2]| side.is_ascii_alphanumeric() || bracket.contains(&side);
    previous.is_some_and(|side| factor(side, [')', '）'])) && next.is_some_and(|side| factor(side, ['(', '（']))
}

/// White space, or the edge of a paragraph or cell.
fn is_blank(side: Option<char>) -> bool {
    side.is_none_or(char::is_whitespace)
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
