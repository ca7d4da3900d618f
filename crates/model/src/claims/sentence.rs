//! What stands before and behind a token within its clause.

use std::ops::Range;

use super::measure::{Applicant, Outcome, Route, Row};
use super::phrases::Phrase;
use super::scan::{Token, TokenKind};
use super::structure::Structure;
use super::word::Word;

/// No sentence of a report has so many words, figures and marks: what is longer is no sentence, and would take too long.
/// Figures of longer ones are read with what is within reach of them, and the sentence is told.
pub(super) const REACH: usize = 400;

/// A passage's tokens.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tokens<'a> {
    pub(super) text: &'a str,
    pub(super) all: &'a [Token],
    pub(super) structure: &'a Structure,
}

/// A word that makes a figure a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Claiming {
    Row(Row),
    Applicant(Applicant),
    Route(Route),
    Outcome(Outcome),
    /// 其他.
    Rest,
}

/// No clause of a report has so many words and marks between two figures.
const CLAUSE: usize = 150;

impl Claiming {
    pub(super) fn of(kind: TokenKind) -> Option<Self> {
        match kind {
            TokenKind::Word(Word::Row(row)) => Some(Self::Row(row)),
            TokenKind::Word(Word::Applicant(applicant)) => Some(Self::Applicant(applicant)),
            TokenKind::Word(Word::Route(route)) => Some(Self::Route(route)),
            TokenKind::Word(Word::Outcome(outcome)) => Some(Self::Outcome(outcome)),
            TokenKind::Word(Word::Rest) => Some(Self::Rest),
            _ => None,
        }
    }
}

impl<'a> Tokens<'a> {
    /// The tokens behind `index` that its clause may reach to.
    pub(super) fn clause_of(&self, index: usize) -> Range<usize> {
        index + 1..self.all.len().min(index.saturating_add(CLAUSE))
    }

    /// How far a sentence may reach behind a token.
    pub(super) fn within_reach(&self, index: usize) -> usize {
        self.all.len().min(index.saturating_add(REACH))
    }

    pub(super) fn kind(&self, index: usize) -> Option<TokenKind> {
        self.all.get(index).map(|token| token.kind)
    }

    pub(super) fn word(&self, index: usize) -> Option<Word> {
        match self.kind(index) {
            Some(TokenKind::Word(word)) => Some(word),
            _ => None,
        }
    }

    /// Whether a figure beside the word counts something else than requests and cases.
    pub(super) fn is_object(&self, index: usize) -> bool {
        self.word(index).is_some_and(Word::is_object)
    }

    /// The tokens before `index` in its clause, back to the number before it; a remark in brackets is
    /// stepped over. In reading order.
    pub(super) fn before(&self, index: usize) -> Vec<usize> {
        let mut found = Vec::new();
        let mut at = index;
        while let Some(previous) = at.checked_sub(1).filter(|previous| previous + CLAUSE > index) {
            match self.kind(previous) {
                Some(TokenKind::Close) => match self.opening(previous) {
                    Some(open) => at = open,
                    None => break,
                },
                Some(TokenKind::Word(_) | TokenKind::Comma | TokenKind::Year(_)) => {
                    found.push(previous);
                    at = previous;
                }
                Some(TokenKind::Quantity(_) | TokenKind::Percent(_) | TokenKind::Number) => {
                    // 4 件维持、1 件撤销: what stands before the mark belongs to the figure before it.
                    let mark = found.iter().position(|at| self.kind(*at) == Some(TokenKind::Comma));
                    // 4 件行政复议案件和 1 件行政诉讼案件: so does what stands before 和.
                    let linked = found.first().is_some_and(|at| {
                        matches!(self.word_text(*at), "和" | "及" | "以及") && self.unknown_between(*at, index) == 0
                    });
                    found.truncate(if linked { 0 } else { mark.unwrap_or(found.len()) });
                    break;
                }
                _ => break,
            }
        }
        found.reverse();
        found
    }

    /// The tokens behind `index` up to the next mark; none where a number comes first, since the words
    /// between two numbers belong to the second.
    pub(super) fn behind(&self, index: usize) -> Vec<usize> {
        let mut found = Vec::new();
        for at in self.clause_of(index) {
            match self.kind(at) {
                Some(TokenKind::Word(_) | TokenKind::Year(_)) => found.push(at),
                Some(TokenKind::Quantity(_) | TokenKind::Percent(_) | TokenKind::Money(_) | TokenKind::Number) => {
                    return Vec::new();
                }
                _ => break,
            }
        }
        found
    }

    /// The text of a token.
    pub(super) fn word_text(&self, index: usize) -> &'a str {
        self.all.get(index).and_then(|token| self.text.get(token.range.clone())).unwrap_or_default()
    }

    /// How many quantities stand before `index` in its part of the sentence.
    pub(super) fn counts_before(&self, index: usize) -> usize {
        (self.part_start(index)..index).filter(|at| matches!(self.kind(*at), Some(TokenKind::Quantity(_)))).count()
    }

    /// The bracket that the one at `close` closes.
    pub(super) fn opening(&self, close: usize) -> Option<usize> {
        self.structure.pair(close).filter(|open| *open < close)
    }

    /// The bracket that closes the one at `open`.
    pub(super) fn closing(&self, open: usize) -> Option<usize> {
        self.structure.pair(open).filter(|close| *close > open && *close < self.within_reach(open))
    }

    /// The bracket that `index` stands in.
    pub(super) fn bracket(&self, index: usize) -> Option<usize> {
        self.structure.bracket(index)
    }

    /// The first token of the sentence of `index`.
    pub(super) fn sentence_start(&self, index: usize) -> usize {
        let first = index.saturating_sub(REACH);
        self.structure.stop_before(index).map_or(first, |stop| first.max(stop + 1))
    }

    /// The first token of the part of a sentence (up to `；`) of `index`.
    pub(super) fn part_start(&self, index: usize) -> usize {
        let first = index.saturating_sub(REACH);
        self.structure.part_before(index).map_or(first, |mark| first.max(mark + 1))
    }

    /// The bytes of the clause of `index`, up to that token.
    pub(super) fn clause_before(&self, index: usize) -> Range<usize> {
        let start = match self.structure.clause_before(index) {
            Some(mark) if mark + 1 >= self.part_start(index) => self.all[mark].range.end,
            _ => self.part_start(index).checked_sub(1).map_or(0, |mark| self.all[mark].range.end),
        };
        start..self.all[index].range.start
    }

    /// The bytes of the clause of `index`, from that token.
    pub(super) fn clause_behind(&self, index: usize) -> Range<usize> {
        let last = self.within_reach(index);
        let end = self.structure.clause_from(index).map_or(last, |mark| mark.min(last));
        self.all[index].range.start..self.all.get(end).map_or(self.text.len(), |mark| mark.range.start)
    }

    /// Whether one of the words of `phrase` stands in these bytes of the text.
    pub(super) fn mentions(&self, range: &Range<usize>, phrase: Phrase) -> bool {
        self.structure.phrases.within(range, phrase)
    }

    /// Whether one of `indices` is the word.
    pub(super) fn any(&self, indices: &[usize], word: Word) -> bool {
        indices.iter().any(|at| self.word(*at) == Some(word))
    }

    /// Whether one of `indices` makes what it stands with a part: 其中, 网络.
    pub(super) fn names_part(&self, indices: &[usize]) -> bool {
        self.any(indices, Word::Part) || self.any(indices, Word::Channel)
    }

    /// The end of the sentence of `index`: its last mark, or the end of the text.
    pub(super) fn sentence_end(&self, index: usize) -> usize {
        let last = self.within_reach(index);
        self.structure.stop_from(index).map_or(last, |stop| stop.min(last))
    }

    /// The bytes of the sentence of `index`.
    pub(super) fn sentence(&self, index: usize) -> Range<usize> {
        let start = self.sentence_start(index).checked_sub(1).map_or(0, |stop| self.all[stop].range.end);
        start..self.all.get(self.sentence_end(index)).map_or(self.text.len(), |stop| stop.range.start)
    }

    /// The bytes of the sentence of `index` up to the end of its part.
    pub(super) fn said(&self, index: usize) -> Range<usize> {
        let start = self.sentence_start(index).checked_sub(1).map_or(0, |stop| self.all[stop].range.end);
        let last = self.within_reach(index);
        let end = self.structure.part_from(index).map_or(last, |mark| mark.min(last));
        start..self.all.get(end).map_or(self.text.len(), |mark| mark.range.start)
    }

    /// Whether `word` stands directly before the token at `index`, be it a token or not.
    pub(super) fn ends_before(&self, index: usize, word: &str) -> bool {
        self.text.get(..self.all[index].range.start).unwrap_or_default().ends_with(word)
    }

    /// The letters between two tokens that belong to no word.
    pub(super) fn unknown_between(&self, from: usize, to: usize) -> usize {
        self.structure.letters_between(from, to)
    }

    /// The text before a token, back to the token before it.
    pub(super) fn gap_before(&self, index: usize) -> &'a str {
        let start = index.checked_sub(1).map_or(0, |previous| self.all[previous].range.end);
        self.text.get(start..self.all[index].range.start).unwrap_or_default()
    }
}
