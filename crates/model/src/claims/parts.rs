//! Parts that explain a whole: they add up to it.

use std::ops::Range;

use super::counted::{Counted, PassageReading};
use super::measure::{Measure, Row};
use super::phrases::Phrase;
use super::scan::TokenKind;
use super::word::Word;
use super::{Claim, Says};
use crate::Decimal;

/// Words that add up what stands before them.
const SUMS: [&str; 6] = ["共", "累计", "共计", "合计", "总计", "计"];

/// Figures before 其中 that its parts may be parts of: so many requests, so much money.
const WHOLES: usize = 3;

/// Words that begin a list which need not be complete.
const BEGINNINGS: [&str; 7] = ["其中", "含", "包括", "包含", "内含", "另", "另有"];

/// 3607 件（市政府 349 件、…、市洋河新区 16 件）: names and figures, nothing else.
pub(super) fn bracketed(reading: &PassageReading<'_>, open: usize) -> Option<Claim> {
    let tokens = reading.setting.tokens;
    let whole = open.checked_sub(1)?;
    let (Some(Counted::Claim(_, value)), Some(close)) = (reading.counted.get(&whole), tokens.closing(open)) else {
        return None;
    };
    let value = value.if_exact()?;
    let parts = plain_parts(reading, open + 1, close)?;
    let complete = !begins_partial(reading, open + 1) || is_complete(reading, open + 1, close);
    let says = Says::Parts { value, parts };
    complete.then(|| reading.claim(whole, whole, close, says))
}

/// 3607 件，其中市级 1282 件、…: they cannot be more than the whole, nor less where 其他 ends them.
pub(super) fn listed(reading: &PassageReading<'_>, whole: usize) -> Option<Claim> {
    let tokens = reading.setting.tokens;
    let Some(Counted::Claim(_, value)) = reading.counted.get(&whole) else { return None };
    let value = value.if_exact()?;
    let first = (whole + 1..tokens.sentence_end(whole)).find(|at| tokens.word(*at) == Some(Word::Part))?;
    let between = whole + 1..first;
    let close = between
        .clone()
        .all(|at| !matches!(tokens.kind(at), Some(TokenKind::Stop | TokenKind::Part | TokenKind::Quantity(_))));
    let last = tokens.sentence_end(first);
    let end =
        (first..last).find(|at| matches!(tokens.kind(*at), Some(TokenKind::Stop | TokenKind::Part))).unwrap_or(last);
    if !close || !begins_partial(reading, first) {
        return None;
    }
    let parts = plain_parts(reading, first, end)?;
    let sum: Decimal = parts.iter().sum();
    let says = Says::Parts { value, parts };
    (sum > value || is_complete(reading, first, end)).then(|| reading.claim(whole, whole, end - 1, says))
}

/// 网络 158 件、信函 76 件、当面 21 件，共 256 件.
pub(super) fn summed(reading: &PassageReading<'_>, whole: usize) -> Option<Claim> {
    let tokens = reading.setting.tokens;
    let Some(Counted::Claim(_, value)) = reading.counted.get(&whole) else { return None };
    let value = value.if_exact()?;
    let before = tokens.before(whole);
    let sums = before.first().is_some_and(|at| SUMS.contains(&tokens.word_text(*at)));
    let start = tokens.part_start(whole);
    let mut parts = Vec::new();
    for at in start..whole {
        match (tokens.kind(at)?, reading.counted.get(&at)) {
            (TokenKind::Quantity(part), None) => parts.push(part.if_exact()?),
            (TokenKind::Quantity(part), Some(Counted::Claim(Measure::Requests { row: Row::ReceivedPart, .. }, _))) => {
                parts.push(part.if_exact()?);
            }
            (TokenKind::Quantity(_) | TokenKind::Percent(_) | TokenKind::Number, _) => return None,
            _ => {}
        }
    }
    let says = Says::Parts { value, parts };
    let several = matches!(&says, Says::Parts { parts, .. } if parts.len() > 1);
    (sums && several).then(|| reading.claim(whole, start, whole, says))
}

/// 对 3 件申请收取信息处理费 2230 元。其中，… 1 件，收取 880 元；…: no table holds this fee, but its parts add up.
pub(super) fn fees(reading: &PassageReading<'_>, whole: usize) -> Option<Claim> {
    let tokens = reading.setting.tokens;
    let value = amount(tokens.kind(whole)?)?;
    let clause = [tokens.clause_before(whole), tokens.clause_behind(whole)];
    let list = parts_of_fee(reading, whole)?;
    let same = |at: &usize| {
        matches!(tokens.kind(*at), Some(TokenKind::Money(_))) == matches!(tokens.kind(whole), Some(TokenKind::Money(_)))
    };
    let parts: Vec<Decimal> = list.clone().filter(same).filter_map(|at| amount(tokens.kind(at)?)).collect();
    let fee = clause.iter().any(|range| tokens.mentions(range, Phrase::Fee));
    (fee && parts.len() > 1).then(|| reading.claim(whole, whole, list.end - 1, Says::Parts { value, parts }))
}

/// What follows 其中, in the same sentence or at the beginning of the next.
fn parts_of_fee(reading: &PassageReading<'_>, whole: usize) -> Option<Range<usize>> {
    let tokens = reading.setting.tokens;
    let end = tokens.sentence_end(whole);
    let later = (whole + 1..end).find(|at| begins_partial(reading, *at));
    let first = later.or_else(|| Some(end + 1).filter(|next| begins_partial(reading, *next)))?;
    let figures = (whole..first).filter(|at| tokens.kind(*at).and_then(amount).is_some()).count();
    (figures <= WHOLES).then(|| first..tokens.sentence_end(first))
}

/// A number of requests, or an amount in 元, as such small fees are told.
fn amount(kind: TokenKind) -> Option<Decimal> {
    match kind {
        TokenKind::Quantity(value) => value.if_exact(),
        TokenKind::Money(value) => value.value.checked_mul(Decimal::from(10_000)).map(|yuan| yuan.normalize()),
        _ => None,
    }
}

/// The figures between two tokens, if there are several and none is claimed by a word of its own.
fn plain_parts(reading: &PassageReading<'_>, from: usize, to: usize) -> Option<Vec<Decimal>> {
    let tokens = reading.setting.tokens;
    let mut parts = Vec::new();
    for at in from..to {
        match tokens.kind(at)? {
            TokenKind::Quantity(part) if !reading.counted.contains_key(&at) => parts.push(part.if_exact()?),
            TokenKind::Word(Word::Row(_) | Word::Route(_) | Word::Outcome(_) | Word::Applicant(_)) => return None,
            TokenKind::Comma | TokenKind::Clause | TokenKind::Open | TokenKind::Close | TokenKind::Word(_) => {}
            _ => return None,
        }
    }
    (parts.len() > 1).then_some(parts)
}

fn begins_partial(reading: &PassageReading<'_>, at: usize) -> bool {
    BEGINNINGS.contains(&reading.setting.tokens.word_text(at))
}

/// Whether a list that begins with 其中 leaves nothing out: it ends with 其他, or all its parts are channels,
/// or bodies of every level.
fn is_complete(reading: &PassageReading<'_>, from: usize, to: usize) -> bool {
    let tokens = reading.setting.tokens;
    let figures: Vec<usize> =
        (from..to).filter(|at| matches!(tokens.kind(*at), Some(TokenKind::Quantity(_)))).collect();
    let named = |word: Word| figures.iter().all(|at| tokens.any(&tokens.before(*at), word));
    (from..to).any(|at| tokens.word(at) == Some(Word::Rest)) || named(Word::Channel) || named(Word::Scope)
}
