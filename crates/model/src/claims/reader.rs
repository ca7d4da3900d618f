//! Reads a narrative for claims.

use std::collections::BTreeMap;

use super::attribution::{Attribution, Setting};
use super::combine::Memory;
use super::measure::{Measure, Route};
use super::scan::{Kind, Token, scan};
use super::sentence::Tokens;
use super::subject::subjects;
use super::word::Word;
use super::{Claim, Says, absence, ratio};
use crate::prose::Role;
use crate::{Decimal, Passage, Prose};

/// Who reports, and of which year.
#[derive(Debug, Clone, Copy)]
pub struct Reporter<'a> {
    /// The reporting year.
    pub year: i16,
    /// The agency's names, full and short.
    pub names: &'a [&'a str],
}

/// The claims of a narrative, in the order written.
pub fn read(prose: &Prose, reporter: Reporter<'_>) -> Vec<Claim> {
    let passages = prose.passages.iter().enumerate();
    // In a table of the narrative a label and its figure stand in cells of their own.
    let passages = passages.filter(|(_, passage)| matches!(passage.role, Role::Paragraph | Role::Item));
    passages.flat_map(|(index, passage)| read_passage(index, passage, reporter)).collect()
}

fn read_passage(index: usize, passage: &Passage, reporter: Reporter<'_>) -> Vec<Claim> {
    let scanned = scan(&passage.text);
    let subjects = subjects(&passage.headings, &passage.text, &scanned);
    let tokens = Tokens { text: &passage.text, all: &scanned };
    let setting = Setting { tokens, subjects: &subjects, year: reporter.year, names: reporter.names };
    let mut reading = Reading { setting, passage: index, counted: BTreeMap::new(), claims: Vec::new() };
    reading.counts();
    let absences = absence::read(&reading);
    reading.claims.extend(absences);
    let ratios = ratio::read(&reading);
    reading.claims.extend(ratios);
    reading.claims.sort_by_key(|claim| claim.figure.start);
    reading.claims
}

/// A quantity that was understood.
#[derive(Debug, Clone, Copy)]
pub(super) enum Counted {
    /// A claim of so many.
    Claim(Measure, Decimal),
    /// Last year's figure.
    Aside(Option<Measure>),
    /// By how much something grew, and what if the clause says so.
    Difference(Decimal, Option<Measure>),
}

/// The reading of one passage.
pub(super) struct Reading<'a> {
    pub(super) setting: Setting<'a>,
    pub(super) passage: usize,
    /// The quantities understood so far, by token.
    pub(super) counted: BTreeMap<usize, Counted>,
    pub(super) claims: Vec<Claim>,
}

impl Reading<'_> {
    /// The plain claims: so many of something.
    fn counts(&mut self) {
        let mut memory = Memory::default();
        for (at, token) in self.setting.tokens.all.iter().enumerate() {
            match token.kind {
                Kind::Quantity(value) | Kind::Money(value) => self.count(at, value, &mut memory),
                Kind::Percent(_) => memory.last = self.setting.measure_before(at, &memory).or(memory.last),
                Kind::Word(Word::Route(route)) => memory.route = Some(route),
                Kind::Word(Word::Court) => memory.route = Some(Route::Litigation),
                Kind::Stop => memory.last = None,
                _ => {}
            }
        }
    }

    fn count(&mut self, at: usize, value: Decimal, memory: &mut Memory) {
        let money = matches!(self.setting.tokens.kind(at), Some(Kind::Money(_)));
        match self.setting.attribute(at, memory, &self.listed(at)) {
            // Only fees are amounts of money, and they are nothing else.
            Attribution::Claim(measure, ..) | Attribution::Before(Some((measure, _)))
                if money != (measure == Measure::Fees) => {}
            Attribution::Claim(measure, word, doubtful) => {
                memory.keep(measure);
                self.counted.insert(at, Counted::Claim(measure, value));
                let claim = self.claim(at, word.min(at), word.max(at), Says::Count { measure, value });
                self.claims.push(Claim { doubtful, ..claim });
            }
            Attribution::Before(Some((measure, word))) => {
                memory.last = Some(measure);
                self.counted.insert(at, Counted::Aside(Some(measure)));
                self.claims.push(self.claim(at, word.min(at), word.max(at), Says::Before { measure, value }));
            }
            Attribution::Before(None) => {
                self.counted.insert(at, Counted::Aside(None));
            }
            Attribution::Difference { less, measure } => {
                self.counted.insert(at, Counted::Difference(if less { -value } else { value }, measure));
            }
            Attribution::Nothing => {}
        }
    }

    /// What was counted before `index` in its part of the sentence.
    fn listed(&self, index: usize) -> Vec<Measure> {
        let counted = self.counted.range(self.setting.tokens.part_start(index)..index);
        let measures = counted.filter_map(|(_, counted)| match counted {
            Counted::Claim(measure, _) => Some(*measure),
            _ => None,
        });
        measures.collect()
    }

    /// A claim whose figure is the token `at` and whose words reach from token `first` to token `last`.
    pub(super) fn claim(&self, at: usize, first: usize, last: usize, says: Says) -> Claim {
        let token = |index: usize| -> &Token { &self.setting.tokens.all[index] };
        Claim {
            passage: self.passage,
            figure: token(at).range.clone(),
            quote: token(first).range.start..token(last).range.end,
            says,
            doubtful: false,
        }
    }
}
