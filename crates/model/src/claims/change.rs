//! Figures of a change: 由 5 件降至 3 件, 增加 74 件, 较上年的 21 件.

use super::attribution::{Attribution, Setting};
use super::combine::{Memory, combine};
use super::measure::{Measure, Row};
use super::scan::TokenKind;
use super::subject::Subject;
use super::word::Word;

impl Setting<'_> {
    /// 由 5 件, 降至 3 件, 增加 74 件, 较上年的 21 件.
    pub(super) fn by_change(&self, index: usize, before: &[usize], memory: &Memory) -> Option<Attribution> {
        if let Some(at) = before.iter().rev().find(|at| self.is_compared_year(**at)) {
            return Some(Attribution::Before(self.changing(*at, memory).map(|measure| (measure, *at))));
        }
        let mut words = before.iter().rev().filter_map(|at| self.tokens.word(*at).map(|word| (*at, word)));
        let (at, word) = words.find(|(_, word)| *word != Word::Filler)?;
        match word {
            Word::Up | Word::Down if self.tokens.unknown_between(at, index) == 0 => {
                Some(Attribution::Difference { less: word == Word::Down, measure: self.measure_before(at, memory) })
            }
            // 少收行政复议 270 件.
            Word::Route(_) | Word::Topic | Word::Request => {
                let less = self.change_before(before, at)?;
                let measure = match self.claiming(at) {
                    Some(claiming) => combine(claiming, &[], memory),
                    None => Some(Measure::Requests { row: Row::Received, applicant: None }),
                };
                Some(Attribution::Difference { less, measure })
            }
            Word::From | Word::Compared if self.tokens.unknown_between(at, index) < 3 => {
                Some(Attribution::Before(self.changing(at, memory).map(|measure| (measure, at))))
            }
            Word::LastYear => Some(Attribution::Before(self.changing(at, memory).map(|measure| (measure, at)))),
            Word::To => self.changing(at, memory).map(|measure| Attribution::Claim(measure, at, false)),
            _ => None,
        }
    }

    /// Whether 减少 or 增加 stands directly before the word at `at`.
    pub(super) fn change_before(&self, before: &[usize], at: usize) -> Option<bool> {
        let place = before.iter().position(|other| *other == at)?.checked_sub(1)?;
        let changed = before.get(place).filter(|other| self.tokens.unknown_between(**other, at) == 0)?;
        match self.tokens.word(*changed)? {
            Word::Up => Some(false),
            Word::Down => Some(true),
            _ => None,
        }
    }

    /// 较 2023 年的 12 件.
    fn is_compared_year(&self, at: usize) -> bool {
        let compared = ["较", "比", "与", "同"].iter().any(|word| self.tokens.ends_before(at, word));
        let behind = self.tokens.text.get(self.tokens.all[at].range.end..).unwrap_or_default();
        self.tokens.kind(at) == Some(TokenKind::Year(self.year - 1))
            && compared
            && (behind.starts_with('的')
                || matches!(self.tokens.kind(at + 1), Some(TokenKind::Quantity(_)))
                    && self.tokens.unknown_between(at, at + 1) == 0)
    }

    /// What changes: what the clause names, else what was counted last.
    fn changing(&self, at: usize, memory: &Memory) -> Option<Measure> {
        let proceedings = memory.route.map(|route| Measure::Proceedings { route, outcome: None });
        let requests = || Measure::Requests { row: Row::Received, applicant: None };
        let named = self.measure_before(at, memory).or(memory.last).or(proceedings);
        named.or_else(|| (self.subjects[at] == Subject::Requests).then(requests))
    }

    /// The measure of the word before a token in its clause.
    pub(super) fn measure_before(&self, at: usize, memory: &Memory) -> Option<Measure> {
        let before = self.tokens.before(at);
        let found = self.by_published(at, &before, memory).or_else(|| self.by_word_before(at, &before, memory, &[]));
        match found {
            Some(Attribution::Claim(measure, word, _)) if self.about(at, word, measure) => Some(measure),
            _ => None,
        }
    }
}
