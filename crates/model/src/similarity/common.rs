//! The stretches that two texts share.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::letters::{Letter, placed};

/// Places of one text that are tried as counterparts of a place of the other: what occurs more often than
/// this is a turn of phrase, and the first of them serve as well.
const PLACES: usize = 64;

/// A stretch that two texts share, letter by letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Common {
    /// Its bytes in the one text.
    pub left: Range<usize>,
    /// Its bytes in the other.
    pub right: Range<usize>,
    /// How many letters it has.
    pub letters: usize,
}

/// The stretches of `least` letters and more that two texts share, in the order of the left one. The
/// longest is chosen first; none overlaps another on either side.
pub fn common(left: &str, right: &str, least: usize) -> Vec<Common> {
    let (left, right) = (placed(left), placed(right));
    let least = least.max(1);
    let mut waiting: BTreeSet<Match> = matches(&left, &right, least).into_iter().collect();
    let mut chosen: Vec<Match> = Vec::new();
    while let Some(longest) = waiting.pop_last() {
        match chosen.iter().find_map(|other| longest.overlap(other)) {
            Some(overlap) => waiting.extend(longest.without(&overlap).filter(|rest| rest.length >= least)),
            None => chosen.push(longest),
        }
    }
    chosen.sort_by_key(|found| found.left.0);
    chosen.iter().map(|found| found.in_texts(&left, &right)).collect()
}

/// A stretch in letters. The longer is the greater, then the earlier.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Match {
    length: usize,
    left: Reverse<usize>,
    right: Reverse<usize>,
}

impl Match {
    fn new(left: usize, right: usize, length: usize) -> Self {
        Self { length, left: Reverse(left), right: Reverse(right) }
    }

    /// The part that is taken by `other` in one of the texts.
    fn overlap(&self, other: &Self) -> Option<Range<usize>> {
        [(self.left.0, other.left.0), (self.right.0, other.right.0)].into_iter().find_map(|(own, theirs)| {
            let start = theirs.saturating_sub(own);
            let end = (theirs + other.length).saturating_sub(own).min(self.length);
            (start < end).then_some(start..end)
        })
    }

    /// What is left before and behind a part of it.
    fn without(&self, part: &Range<usize>) -> impl Iterator<Item = Self> {
        let behind = Self::new(self.left.0 + part.end, self.right.0 + part.end, self.length - part.end);
        [Self::new(self.left.0, self.right.0, part.start), behind].into_iter()
    }

    fn in_texts(&self, left: &[Letter], right: &[Letter]) -> Common {
        let bytes = |text: &[Letter], at: usize| text[at].range.start..text[at + self.length - 1].range.end;
        Common { left: bytes(left, self.left.0), right: bytes(right, self.right.0), letters: self.length }
    }
}

/// Every shared stretch that cannot be made longer at either end.
fn matches(left: &[Letter], right: &[Letter], least: usize) -> Vec<Match> {
    let places = places(right, least);
    let mut found = Vec::new();
    for (at, window) in left.windows(least).enumerate() {
        for &other in places.get(&key(window)).map(Vec::as_slice).unwrap_or_default() {
            let begun_before = at > 0 && other > 0 && left[at - 1].value == right[other - 1].value;
            if !begun_before {
                found.push(Match::new(at, other, shared(&left[at..], &right[other..])));
            }
        }
    }
    found
}

/// Where each window of `length` letters stands.
fn places(text: &[Letter], length: usize) -> BTreeMap<Vec<char>, Vec<usize>> {
    let mut places: BTreeMap<Vec<char>, Vec<usize>> = BTreeMap::new();
    for (at, window) in text.windows(length).enumerate() {
        let known = places.entry(key(window)).or_default();
        if known.len() < PLACES {
            known.push(at);
        }
    }
    places
}

fn key(window: &[Letter]) -> Vec<char> {
    window.iter().map(|letter| letter.value).collect()
}

/// How many letters two texts share from their beginnings.
fn shared(left: &[Letter], right: &[Letter]) -> usize {
    left.iter().zip(right).take_while(|(a, b)| a.value == b.value).count()
}
