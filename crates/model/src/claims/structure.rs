//! How the tokens of a passage hang together: where its sentences, parts and clauses end, which brackets belong together,
//! and how many letters stand between tokens. Made in one pass, so that asking costs the same in a long passage.

use std::ops::Range;

use super::phrases::Phrases;
use super::scan::{Token, TokenKind};

/// The marks, brackets and unknown letters of a passage.
#[derive(Debug)]
pub(super) struct Structure {
    pub(super) phrases: Phrases,
    /// The tokens that end a sentence.
    stops: Vec<usize>,
    /// The tokens that end a sentence or a part of one.
    parts: Vec<usize>,
    /// The tokens that end a clause.
    clauses: Vec<usize>,
    /// Of each bracket the one that belongs to it.
    pairs: Vec<Option<usize>>,
    /// Of each token the bracket that it stands in, within its part of the sentence.
    brackets: Vec<Option<usize>>,
    /// How many letters that belong to no word stand before each token.
    letters: Vec<usize>,
}

impl Structure {
    pub(super) fn of(text: &str, tokens: &[Token], phrases: Phrases) -> Self {
        let marks = |ends: fn(TokenKind) -> bool| -> Vec<usize> {
            (0..tokens.len()).filter(|at| tokens.get(*at).is_some_and(|token| ends(token.kind))).collect()
        };
        Self {
            phrases,
            stops: marks(|kind| kind == TokenKind::Stop),
            parts: marks(|kind| matches!(kind, TokenKind::Stop | TokenKind::Part)),
            clauses: marks(|kind| matches!(kind, TokenKind::Stop | TokenKind::Part | TokenKind::Clause)),
            pairs: pairs(tokens),
            brackets: brackets(tokens),
            letters: letters(text, tokens),
        }
    }

    /// The last token before `index` that ends a sentence.
    pub(super) fn stop_before(&self, index: usize) -> Option<usize> {
        last_before(&self.stops, index)
    }

    /// The first token from `index` on that ends a sentence.
    pub(super) fn stop_from(&self, index: usize) -> Option<usize> {
        first_from(&self.stops, index)
    }

    /// The last token before `index` that ends a part of a sentence.
    pub(super) fn part_before(&self, index: usize) -> Option<usize> {
        last_before(&self.parts, index)
    }

    /// The first token from `index` on that ends a part of a sentence.
    pub(super) fn part_from(&self, index: usize) -> Option<usize> {
        first_from(&self.parts, index)
    }

    /// The last token before `index` that ends a clause.
    pub(super) fn clause_before(&self, index: usize) -> Option<usize> {
        last_before(&self.clauses, index)
    }

    /// The first token from `index` on that ends a clause.
    pub(super) fn clause_from(&self, index: usize) -> Option<usize> {
        first_from(&self.clauses, index)
    }

    /// The bracket that belongs to the one at `index`.
    pub(super) fn pair(&self, index: usize) -> Option<usize> {
        self.pairs.get(index).copied().flatten()
    }

    /// The bracket that the token at `index` stands in.
    pub(super) fn bracket(&self, index: usize) -> Option<usize> {
        self.brackets.get(index).copied().flatten()
    }

    /// The letters between two tokens that belong to no word.
    pub(super) fn letters_between(&self, from: usize, to: usize) -> usize {
        let before = |index: usize| self.letters.get(index).copied().unwrap_or_default();
        before(to).saturating_sub(before(from))
    }

    /// The sentences of more than `most` tokens, in tokens, without the marks that end them.
    pub(super) fn longer_than(&self, most: usize) -> Vec<Range<usize>> {
        let starts = std::iter::once(0).chain(self.stops.iter().map(|stop| stop + 1));
        let ends = self.stops.iter().copied().chain([self.pairs.len()]);
        starts.zip(ends).map(|(start, end)| start..end).filter(|sentence| sentence.len() > most).collect()
    }
}

fn last_before(marks: &[usize], index: usize) -> Option<usize> {
    marks.partition_point(|mark| *mark < index).checked_sub(1).and_then(|place| marks.get(place)).copied()
}

fn first_from(marks: &[usize], index: usize) -> Option<usize> {
    marks.get(marks.partition_point(|mark| *mark < index)).copied()
}

fn pairs(tokens: &[Token]) -> Vec<Option<usize>> {
    let mut pairs = vec![None; tokens.len()];
    let mut open = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        match token.kind {
            TokenKind::Open => open.push(at),
            TokenKind::Close => {
                if let Some(start) = open.pop() {
                    (pairs[start], pairs[at]) = (Some(at), Some(start));
                }
            }
            _ => {}
        }
    }
    pairs
}

fn brackets(tokens: &[Token]) -> Vec<Option<usize>> {
    let mut open: Vec<usize> = Vec::new();
    let bracket = |(at, token): (usize, &Token)| {
        let bracket = open.last().copied();
        match token.kind {
            TokenKind::Stop | TokenKind::Part => open.clear(),
            TokenKind::Open => open.push(at),
            TokenKind::Close => drop(open.pop()),
            _ => {}
        }
        bracket
    };
    tokens.iter().enumerate().map(bracket).collect()
}

fn letters(text: &str, tokens: &[Token]) -> Vec<usize> {
    let (mut end, mut letters) = (0, 0);
    let before = |token: &Token| {
        let gap = text.get(end..token.range.start).unwrap_or_default();
        letters += gap.chars().filter(|char| char.is_alphabetic()).count();
        end = token.range.end;
        letters
    };
    tokens.iter().map(before).collect()
}
