//! The headings of an axis of the form, to be found again by their letters.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::Range;

use nianbao_model::Form;
use nianbao_model::form::{Axis, Content, Item};

use super::letters;
use super::lines::Line;

/// What a total may be called.
const TOTALS: [&str; 4] = ["总计", "合计", "小计", "共计"];

/// A heading of columns must be so much like the form's.
const LIKE_ENOUGH: f64 = 0.75;

/// A line of so many labels is a head.
const SEVERAL: usize = 3;

/// A shorter word says nothing.
const SHORTEST_WORD: usize = 2;

/// How much a heading that is written with the one above it is like itself.
const WRITTEN_WHOLE: f64 = 0.95;

/// A heading must be so much more like a text than any other.
const MARGIN: f64 = 0.08;

/// A heading of the form.
#[derive(Debug)]
pub(super) struct Heading {
    /// Its letters.
    pub(super) letters: String,
    /// Those of its key, by which it goes for short.
    short: String,
    /// Those of the heading above it, which people write before or behind it: `行政诉讼—复议后`.
    above: String,
    /// The label as the form prints it.
    pub(super) label: &'static str,
    /// The printed lines that stand below it, itself if it is one.
    pub(super) leaves: Range<usize>,
    /// Whether others stand below it.
    pub(super) group: bool,
    total: bool,
}

/// All headings of an axis.
#[derive(Debug)]
pub(super) struct Headings {
    /// The headings.
    pub(super) all: Vec<Heading>,
    /// What texts were found to be.
    known: RefCell<BTreeMap<String, Option<Match>>>,
}

/// The headings that a text may be: several where the form has several of the same letters.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Match {
    /// Their numbers.
    pub(super) headings: Vec<usize>,
    /// How much the text is like them.
    pub(super) likeness: f64,
}

impl Headings {
    /// All headings of `form`: of rows, columns and blocks.
    pub(super) fn of_form(form: &Form) -> Self {
        let mut all = Vec::new();
        for block in form.tables.iter().flat_map(|table| &table.blocks) {
            for label in [block.heading, block.corner].into_iter().flatten() {
                all.push(Heading::alone(label));
            }
            for axis in [&block.rows, &block.columns] {
                collect(axis.items, "", &mut 0, &mut all);
            }
        }
        Self { all, known: RefCell::default() }
    }

    /// The headings of `axis`.
    pub(super) fn of(axis: &Axis) -> Self {
        let mut found = Vec::new();
        collect(axis.items, "", &mut 0, &mut found);
        Self { all: found, known: RefCell::default() }
    }

    /// What a text of these letters is, if it is any.
    pub(super) fn find(&self, found: &str) -> Option<Match> {
        if found.is_empty() || found.len() > 200 {
            return None;
        }
        if let Some(known) = self.known.borrow().get(found) {
            return known.clone();
        }
        let what = self.compare(found);
        self.known.borrow_mut().insert(found.to_owned(), what.clone());
        what
    }

    fn compare(&self, found: &str) -> Option<Match> {
        let rated: Vec<f64> = self.all.iter().map(|heading| heading.likeness(found)).collect();
        let best = rated.iter().copied().fold(0.0, f64::max);
        let of_best = |rate: &f64| *rate >= best;
        let first = rated.iter().position(of_best)?;
        let letters = &self.all.get(first)?.letters;
        let same = |heading: &Heading| heading.letters == *letters;
        let rivals = self.all.iter().zip(&rated).filter(|(heading, _)| !same(heading)).map(|(_, rate)| *rate);
        let second = rivals.fold(0.0, f64::max);
        let clear = best >= 1.0 && second < 1.0 || best - second >= MARGIN;
        (best > 0.0 && clear).then(|| Match {
            headings: self
                .all
                .iter()
                .enumerate()
                .filter(|(_, heading)| same(heading))
                .map(|(number, _)| number)
                .collect(),
            likeness: best,
        })
    }

    /// What a heading of columns of these letters in `line` is: one that is like it enough, or in a line of several labels
    /// the only one that the word stands in (`维持`, `企业`).
    pub(super) fn column(&self, found: &str, line: &Line) -> Option<Match> {
        let several = || line.cells.iter().filter(|at| at.piece.is_label).nth(SEVERAL - 1).is_some();
        let alike = self.find(found).filter(|alike| alike.likeness >= LIKE_ENOUGH);
        alike.or_else(|| self.only_with(found).filter(|_| several()))
    }

    fn only_with(&self, word: &str) -> Option<Match> {
        if word.chars().count() < SHORTEST_WORD {
            return None;
        }
        let with: Vec<usize> = self
            .all
            .iter()
            .enumerate()
            .filter(|(_, one)| one.letters.contains(word))
            .map(|(number, _)| number)
            .collect();
        let letters = |number: &usize| self.all.get(*number).map(|heading| &heading.letters);
        let same = with.windows(2).all(|pair| matches!(pair, [one, other] if letters(one) == letters(other)));
        (same && !with.is_empty()).then_some(Match { headings: with, likeness: LIKE_ENOUGH })
    }

    /// Whether a text of these letters is a piece of a heading, or several headings that run together.
    pub(super) fn is_torn(&self, text: &str) -> bool {
        self.all.iter().any(|heading| {
            heading.letters.contains(text) || !heading.letters.is_empty() && text.contains(&heading.letters)
        })
    }

    /// The printed line that a text of these letters is the heading of, if it is of one alone.
    pub(super) fn leaf(&self, text: &str) -> Option<(usize, f64)> {
        self.one_leaf(&self.find(text)?)
    }

    /// The printed line that what was found is the heading of, if it is of one alone.
    pub(super) fn one_leaf(&self, found: &Match) -> Option<(usize, f64)> {
        match found.headings.as_slice() {
            [only] => self
                .all
                .get(*only)
                .filter(|heading| !heading.group)
                .map(|heading| (heading.leaves.start, found.likeness)),
            _ => None,
        }
    }

    /// The headings of single lines, in order.
    pub(super) fn leaves(&self) -> impl Iterator<Item = &Heading> {
        self.all.iter().filter(|heading| !heading.group)
    }
}

impl Heading {
    /// A heading of nothing in particular.
    fn alone(label: &'static str) -> Self {
        Self {
            letters: letters::of(label),
            short: String::new(),
            above: String::new(),
            label,
            leaves: 0..0,
            group: true,
            total: false,
        }
    }

    fn likeness(&self, found: &str) -> f64 {
        if self.total && TOTALS.contains(&found) {
            return 1.0;
        }
        let short = if self.short.is_empty() { 0.0 } else { letters::likeness(found, &self.short) };
        letters::likeness(found, &self.letters).max(short.min(0.97)).max(self.written_whole(found))
    }

    /// How much `found` is like this heading together with the one above it.
    fn written_whole(&self, found: &str) -> f64 {
        let above = Some(self.above.as_str()).filter(|above| !above.is_empty());
        let rest = above.and_then(|above| found.strip_prefix(above).or_else(|| found.strip_suffix(above)));
        let rest = rest.map(|rest| rest.trim_matches('的')).filter(|rest| rest.chars().count() >= SHORTEST_WORD);
        let is_own = |rest: &str| self.letters.contains(rest) || letters::likeness(rest, &self.letters) >= LIKE_ENOUGH;
        if rest.is_some_and(is_own) { WRITTEN_WHOLE } else { 0.0 }
    }
}

fn collect(items: &'static [Item], above: &str, at: &mut usize, found: &mut Vec<Heading>) {
    for item in items {
        let place = found.len();
        let start = *at;
        let group = if let Content::Group(below) = item.content {
            collect(below, &letters::of(item.label), at, found);
            true
        } else {
            *at += 1;
            false
        };
        let heading = Heading {
            letters: letters::of(item.label),
            short: item.key.map(letters::of).unwrap_or_default(),
            above: above.to_owned(),
            label: item.label,
            leaves: start..*at,
            group,
            total: item.content == Content::Total,
        };
        found.insert(place, heading);
    }
}
