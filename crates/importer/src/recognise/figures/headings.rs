//! The headings of an axis of the form, to be found again by their letters.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::Range;

use nianbao_model::Form;
use nianbao_model::form::{Axis, Content, Item};

use super::letters;

/// What a total may be called.
const TOTALS: [&str; 4] = ["总计", "合计", "小计", "共计"];

/// A heading must be so much more like a text than any other.
const MARGIN: f64 = 0.08;

/// A heading of the form.
#[derive(Debug)]
pub(super) struct Heading {
    /// Its letters.
    pub(super) letters: String,
    /// Those of its key, by which it goes for short.
    short: String,
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
                collect(axis.items, &mut 0, &mut all);
            }
        }
        Self { all, known: RefCell::default() }
    }

    /// The headings of `axis`.
    pub(super) fn of(axis: &Axis) -> Self {
        let mut found = Vec::new();
        collect(axis.items, &mut 0, &mut found);
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

    /// The printed line that a text of these letters is the heading of, if it is of one alone.
    pub(super) fn leaf(&self, text: &str) -> Option<(usize, f64)> {
        let found = self.find(text)?;
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
        Self { letters: letters::of(label), short: String::new(), label, leaves: 0..0, group: true, total: false }
    }

    fn likeness(&self, found: &str) -> f64 {
        if self.total && TOTALS.contains(&found) {
            return 1.0;
        }
        let short = if self.short.is_empty() { 0.0 } else { letters::likeness(found, &self.short) };
        letters::likeness(found, &self.letters).max(short.min(0.97))
    }
}

fn collect(items: &'static [Item], at: &mut usize, found: &mut Vec<Heading>) {
    for item in items {
        let place = found.len();
        let start = *at;
        let group = if let Content::Group(below) = item.content {
            collect(below, at, found);
            true
        } else {
            *at += 1;
            false
        };
        let heading = Heading {
            letters: letters::of(item.label),
            short: item.key.map(letters::of).unwrap_or_default(),
            label: item.label,
            leaves: start..*at,
            group,
            total: item.content == Content::Total,
        };
        found.insert(place, heading);
    }
}
