//! The plain figures of a passage: so many of something.

use std::collections::BTreeMap;

use super::attribution::{Attribution, Setting};
use super::combine::Memory;
use super::measure::{Measure, Route, Row};
use super::scan::{Token, TokenKind};
use super::word::Word;
use super::{Claim, Says};
use crate::Decimal;

/// A quantity that was understood.
#[derive(Debug, Clone, Copy)]
pub(super) enum Counted {
    /// A claim of so many.
    Claim(Measure, Decimal),
    /// Last year's figure, and what it counts; `None` where the clause does not say.
    Aside(Option<Measure>),
    /// By how much something grew, and what if the clause says so.
    Difference(Decimal, Option<Measure>),
}

/// The reading of one passage.
pub(super) struct PassageReading<'a> {
    pub(super) setting: Setting<'a>,
    pub(super) passage: usize,
    /// The quantities understood so far, by token.
    pub(super) counted: BTreeMap<usize, Counted>,
    pub(super) claims: Vec<Claim>,
    /// Of what there was none, by where that stands in the text; each with its place among the claims.
    pub(super) denied: BTreeMap<usize, (usize, Measure)>,
}

impl<'a> PassageReading<'a> {
    /// The reading of a passage as far as its plain figures go.
    pub(super) fn of(setting: Setting<'a>, passage: usize) -> Self {
        let mut reading =
            Self { setting, passage, counted: BTreeMap::new(), claims: Vec::new(), denied: BTreeMap::new() };
        reading.counts();
        reading
    }

    /// Takes in what was found there is none of.
    pub(super) fn deny(&mut self, absences: Vec<Claim>) {
        for claim in absences {
            if let Says::None { measure } = claim.says {
                self.denied.entry(claim.figure.start).or_insert((self.claims.len(), measure));
            }
            self.claims.push(claim);
        }
    }

    fn counts(&mut self) {
        let mut memory = Memory::default();
        for (at, token) in self.setting.tokens.all.iter().enumerate() {
            match token.kind {
                TokenKind::Quantity(value) | TokenKind::Money(value) => self.count(at, value, &mut memory),
                TokenKind::Percent(_) => memory.last = self.setting.measure_before(at, &memory).or(memory.last),
                TokenKind::Word(Word::Route(route)) => memory.route = Some(route),
                // 新收的申请中，自然人 13 件.
                TokenKind::Word(Word::Row(row @ (Row::Received | Row::NewlyReceived))) => memory.requests = Some(row),
                TokenKind::Word(Word::Court) => memory.route = Some(Route::Litigation),
                TokenKind::Stop => memory.last = None,
                _ => {}
            }
        }
    }

    fn count(&mut self, at: usize, value: Decimal, memory: &mut Memory) {
        let money = matches!(self.setting.tokens.kind(at), Some(TokenKind::Money(_)));
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
