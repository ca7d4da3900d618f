//! Several figures for several words, in the same order: 行政许可、行政处罚分别为 12 件、3 件.

use super::attribution::Setting;
use super::measure::Measure;
use super::scan::TokenKind;
use super::word::Word;

/// So many words and figures at most.
const MOST: usize = 8;

impl Setting<'_> {
    /// What the figure at `index` counts by its place among those behind 分别为, and the word that says so.
    pub(super) fn by_order(&self, index: usize) -> Option<(Measure, usize)> {
        let tokens = self.tokens;
        let joins = |at: usize| {
            matches!(tokens.kind(at), Some(TokenKind::Comma | TokenKind::Word(Word::Filler)))
                || matches!(tokens.kind(at), Some(TokenKind::Quantity(_)))
        };
        let figure = |at: &usize| matches!(tokens.kind(*at), Some(TokenKind::Quantity(_)));
        let from = (index.saturating_sub(2 * MOST)..index).rev().find(|at| !joins(*at))?;
        if tokens.word(from) != Some(Word::Respectively) {
            return None;
        }
        let to = (index..tokens.all.len().min(index + 2 * MOST)).take_while(|at| joins(*at)).last()?;
        let figures: Vec<usize> = (from + 1..=to).filter(figure).collect();
        let place = figures.iter().position(|at| *at == index)?;
        let first = from.saturating_sub(2 * MOST);
        let named = (first..from).rev().map_while(|at| match tokens.kind(at)? {
            TokenKind::Word(Word::Published(item)) => Some(Some((Measure::Published(item), at))),
            TokenKind::Comma | TokenKind::Word(Word::Filler) => Some(None),
            _ => None,
        });
        let mut named: Vec<(Measure, usize)> = named.flatten().collect();
        named.reverse();
        (named.len() == figures.len()).then(|| named.get(place).copied()).flatten()
    }
}
