//! Several figures for several words, in the same order: 行政许可、行政处罚分别为 12 件、3 件.

use super::attribution::Setting;
use super::combine::{Memory, combine};
use super::measure::{Applicant, Measure, Published, Route, Row};
use super::scan::TokenKind;
use super::sentence::Claiming;
use super::word::Word;

/// So many words and figures at most.
const MOST: usize = 8;

/// What may be counted by its place.
#[derive(Clone, Copy)]
enum Named {
    Measure(Measure),
    Claiming(Claiming),
}

impl Setting<'_> {
    /// What the figure at `index` counts by its place among those behind 分别为, and the word that says so.
    pub(super) fn by_order(&self, index: usize, memory: &Memory) -> Option<(Measure, usize)> {
        let (from, place, count) = self.place_behind_respectively(index)?;
        let named = self.named_before(from, memory);
        // 自然人和法人分别提交申请 12 件、3 件 are words of one kind; so are results.
        let (named, at) = *named.get(place).filter(|_| named.len() == count)?;
        let measure = match named {
            Named::Measure(measure) => measure,
            Named::Claiming(claiming) => combine(claiming, &[], memory)?,
        };
        Some((measure, at))
    }

    /// The 分别 that the figure at `index` stands behind, its place among the figures there, and how many they are.
    pub(super) fn place_behind_respectively(&self, index: usize) -> Option<(usize, usize, usize)> {
        let tokens = self.tokens;
        let joins = |at: &usize| match tokens.kind(*at) {
            Some(TokenKind::Comma | TokenKind::Quantity(_) | TokenKind::Percent(_)) => true,
            Some(TokenKind::Word(word)) => {
                matches!(word, Word::Filler | Word::Request | Word::Topic | Word::Compared | Word::LastYear)
                    || matches!(word, Word::Up | Word::Down)
            }
            _ => false,
        };
        let percent = |at: usize| matches!(tokens.kind(at), Some(TokenKind::Percent(_)));
        let figure = |at: &usize| match tokens.kind(*at) {
            Some(TokenKind::Quantity(_)) => !percent(index),
            _ => percent(*at) && percent(index),
        };
        let from = (index.saturating_sub(3 * MOST)..index).rev().find(|at| !joins(at))?;
        if tokens.word(from) != Some(Word::Respectively) {
            return None;
        }
        let to = (index..tokens.all.len().min(index + 3 * MOST)).take_while(joins).last()?;
        let figures: Vec<usize> = (from + 1..=to).filter(figure).collect();
        let place = figures.iter().position(|at| *at == index)?;
        (figures.len() > 1).then_some((from, place, figures.len()))
    }

    /// The words before 分别, in the order written.
    fn named_before(&self, from: usize, memory: &Memory) -> Vec<(Named, usize)> {
        let tokens = self.tokens;
        let mut words: Vec<usize> = (from.saturating_sub(3 * MOST)..from)
            .rev()
            .take_while(|at| matches!(tokens.kind(*at), Some(TokenKind::Comma | TokenKind::Word(_))))
            .collect();
        words.reverse();
        let documents = words.iter().find_map(|at| match tokens.word(*at) {
            Some(Word::Documents(kind)) => Some(kind),
            _ => None,
        });
        let documents = documents.or(memory.documents);
        let mut named: Vec<(Named, usize)> = Vec::new();
        for at in words {
            match tokens.word(at) {
                Some(Word::Published(item)) => named.push((Named::Measure(Measure::Published(item)), at)),
                Some(Word::Act(action)) => {
                    if let Some(kind) = documents {
                        let measure = Measure::Published(Published::Documents(kind, action));
                        named.push((Named::Measure(measure), at));
                    }
                }
                Some(Word::Row(Row::Result(keys))) if keys.len() > 1 => {
                    named.extend(keys.chunks(1).map(|key| (Named::Claiming(Claiming::Row(Row::Result(key))), at)));
                }
                Some(Word::Route(Route::Both)) => {
                    let routes = [Route::Reconsideration, Route::Litigation];
                    named.extend(routes.map(|route| (Named::Claiming(Claiming::Route(route)), at)));
                }
                // 公民、法人或其他组织 is no list.
                Some(Word::Applicant(Applicant::One("其他"))) => {}
                _ => named.extend(self.claiming(at).map(|claiming| (Named::Claiming(claiming), at))),
            }
        }
        named
    }

    /// Whether the figure at `index` is one of several differences behind 分别较上年, and whether it is a decrease.
    pub(super) fn difference_by_order(&self, index: usize) -> Option<bool> {
        let (from, ..) = self.place_behind_respectively(index)?;
        let words: Vec<Word> = (from + 1..index).filter_map(|at| self.tokens.word(at)).collect();
        words.iter().rev().find_map(|word| match word {
            Word::Up => Some(false),
            Word::Down => Some(true),
            _ => None,
        })
    }
}
