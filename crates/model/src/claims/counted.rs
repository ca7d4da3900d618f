//! The plain figures of a passage: so many of something.

use std::collections::BTreeMap;

use super::attribution::{Attribution, Setting, is_whole};
use super::combine::Memory;
use super::measure::{Measure, Published, Route, Row};
use super::scan::{Token, TokenKind};
use super::word::Word;
use super::{Amount, Claim, Doubt, Says};
use crate::Decimal;

/// A quantity that was understood.
#[derive(Debug, Clone, Copy)]
pub(super) enum Counted {
    /// A claim of so many.
    Claim(Measure, Amount),
    /// Last year's figure, and what it counts; `None` where the clause does not say.
    Aside(Option<Measure>),
    /// By how much something grew or shrank, and what if the clause says so.
    Difference {
        /// By how much.
        by: Amount,
        /// Whether it shrank.
        less: bool,
        /// What changed; `None` where the clause does not say.
        measure: Option<Measure>,
    },
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
        reading.put_together();
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
                TokenKind::Word(Word::Route(route)) => memory.speak_of(route),
                // 新收的申请中，自然人 13 件.
                TokenKind::Word(Word::Row(row @ (Row::Received | Row::NewlyReceived))) => memory.requests = Some(row),
                TokenKind::Word(Word::Court) => memory.route = Some(Route::Litigation),
                TokenKind::Word(Word::Documents(kind)) => memory.documents = Some(kind),
                TokenKind::Stop => (memory.last, memory.documents) = (None, None),
                _ => {}
            }
        }
    }

    fn count(&mut self, at: usize, value: Amount, memory: &mut Memory) {
        let money = matches!(self.setting.tokens.kind(at), Some(TokenKind::Money(_)));
        let listed = self.listed(at);
        match self.setting.attribute(at, memory, &listed) {
            // Only fees are amounts of money, and they are nothing else.
            Attribution::Claim(measure, ..) | Attribution::Before(Some((measure, _)))
                if money != (measure == Measure::Published(Published::Fees)) => {}
            Attribution::Claim(measure, word, doubtful) => {
                memory.keep(measure);
                let doubt = self.setting.doubt(at, word, measure, doubtful, &listed);
                // A share or a growth of another agency's figure stands in no table.
                if doubt != Doubt::Elsewhere || !is_whole(measure) {
                    self.counted.insert(at, Counted::Claim(measure, value));
                }
                let claim = self.claim(at, word.min(at), word.max(at), Says::Count { measure, value });
                self.claims.push(Claim { doubt, ..claim });
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
                self.counted.insert(at, Counted::Difference { by: value, less, measure });
            }
            Attribution::Nothing => {}
        }
    }

    /// Marks the requests that several bodies are said to have received in one part of a sentence.
    fn put_together(&mut self) {
        let tokens = self.setting.tokens;
        let part_of = |claim: &Claim| {
            let at = tokens.all.partition_point(|token| token.range.start < claim.figure.start);
            tokens.part_start(at)
        };
        let of_a_body = |claim: &Claim| match claim.says {
            Says::Count { measure: Measure::Requests { row, applicant: None }, value } => {
                let received = matches!(row, Row::Received | Row::NewlyReceived | Row::ReceivedPart);
                value.if_exact().filter(|_| received && claim.doubt != Doubt::None)
            }
            _ => None,
        };
        let mut sums: BTreeMap<usize, (usize, Decimal)> = BTreeMap::new();
        for claim in &self.claims {
            if let Some(value) = of_a_body(claim) {
                let (count, sum) = sums.entry(part_of(claim)).or_default();
                (*count, *sum) = (*count + 1, *sum + value);
            }
        }
        // 局机关受理 97 件、自然资源所受理 61 件，两级共受理 158 件: the last is the sum of the others.
        for claim in &self.claims {
            let whole = of_a_body(claim).and_then(|value| Some((sums.get_mut(&part_of(claim))?, value)));
            if let Some(((count, sum), value)) = whole
                && *count > 2
                && *sum == value + value
            {
                *sum = value;
            }
        }
        for claim in &mut self.claims {
            let body = of_a_body(claim).filter(|_| claim.doubt != Doubt::Elsewhere);
            let together = body.and_then(|_| sums.get(&part_of(claim))).filter(|(count, _)| *count > 1);
            claim.doubt = together.map_or(claim.doubt, |(_, sum)| Doubt::Together(*sum));
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
            doubt: Doubt::None,
        }
    }
}
