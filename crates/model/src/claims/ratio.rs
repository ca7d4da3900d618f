//! Growth, shares, and parts in brackets: claims that hang on another figure.

use super::combine::Memory;
use super::counted::{Counted, PassageReading};
use super::measure::{Measure, Outcome, Published, Route, Row};
use super::phrases::Phrase;
use super::scan::TokenKind;
use super::word::Word;
use super::{Amount, Claim, Ratio, Says, exceeding, parts};
use crate::Decimal;

/// No share is taken of a figure that stands further before it, in figures.
const WHOLES: usize = 32;

/// What a ratio speaks of: the measure, and the figure where the prose has it.
type Host = (Measure, Option<Decimal>);

pub(super) fn read(reading: &PassageReading<'_>) -> Vec<Claim> {
    let all = reading.setting.tokens.all.iter().enumerate();
    let claims = |(at, kind)| match kind {
        TokenKind::Percent(ratio) => percentage(reading, at, ratio),
        TokenKind::Quantity(_) => change(reading, at)
            .or_else(|| parts::listed(reading, at))
            .or_else(|| parts::summed(reading, at))
            .or_else(|| parts::fees(reading, at))
            .or_else(|| exceeding::read(reading, at)),
        TokenKind::Number => exceeding::read(reading, at),
        TokenKind::Open => parts::bracketed(reading, at),
        TokenKind::Money(_) => change(reading, at).or_else(|| parts::fees(reading, at)),
        TokenKind::Word(Word::Level) => level(reading, at),
        _ => None,
    };
    all.filter_map(|(at, token)| claims((at, token.kind))).collect()
}

/// 同比增长 70.3%; 占 96.8%; 维持率 75%.
fn percentage(reading: &PassageReading<'_>, at: usize, ratio: Ratio) -> Option<Claim> {
    let tokens = reading.setting.tokens;
    let before = tokens.before(at);
    let words: Vec<Word> = before.iter().filter_map(|at| tokens.word(*at)).collect();
    let first = before.first().copied().unwrap_or(at);
    if words.contains(&Word::Rate) {
        return None;
    }
    // 较上年分别下降 61.4%和 31.9%.
    if let Some(less) = reading.setting.difference_by_order(at) {
        let (measure, value) = by_order(reading, at)?;
        let percent = if less { -ratio.percent } else { ratio.percent };
        return Some(reading.claim(at, first, at, Says::Growth { measure, value, ratio: Ratio { percent, ..ratio } }));
    }
    let says = if let Some(Word::RateOf(measure)) = words.iter().find(|word| matches!(word, Word::RateOf(_))) {
        let measure = of_route(reading, at, *measure);
        let about = reading.setting.about(at, first, measure);
        let of = match measure {
            Measure::Proceedings { route, .. } => {
                Some(Measure::Proceedings { route, outcome: Some(Outcome::Concluded) })
            }
            _ => None,
        };
        about.then_some(Says::Share { measure, value: None, of, wholes: Vec::new(), ratio })?
    } else if words.contains(&Word::Share) || several(reading, at) || stands_alone(reading, at) {
        let (measure, value) = share_of(reading, at, &words)?;
        let of = match (whole_named(reading, at), measure) {
            // 占结案数的…, of cases.
            (Some(Measure::Requests { row: Row::Concluded, .. }), Measure::Proceedings { route, .. }) => {
                Some(Measure::Proceedings { route, outcome: Some(Outcome::Concluded) })
            }
            (named, _) => named,
        };
        Says::Share { measure, value, of, wholes: wholes(reading, at), ratio }
    } else {
        // 为上年的 2.4 倍 is a growth by 1.4 times.
        let times = tokens.word_text(at).ends_with('倍')
            && words.last() == Some(&Word::Filler)
            && words.contains(&Word::LastYear);
        if times {
            let (measure, value) = host(reading, at)?;
            let ratio = Ratio { percent: ratio.percent - Decimal::ONE_HUNDRED, ..ratio };
            return Some(reading.claim(at, first, at, Says::Growth { measure, value, ratio }));
        }
        let less = words.contains(&Word::Down);
        if !less && !words.contains(&Word::Up) {
            return None;
        }
        if against_earlier(reading, &before) {
            return None;
        }
        let (measure, value) = host(reading, at)?;
        let percent = if less { -ratio.percent } else { ratio.percent };
        Says::Growth { measure, value, ratio: Ratio { percent, ..ratio } }
    };
    Some(reading.claim(at, first, at, says))
}

/// 维持率 is of the proceedings named last in its sentence.
fn of_route(reading: &PassageReading<'_>, index: usize, measure: Measure) -> Measure {
    let tokens = reading.setting.tokens;
    let named = (tokens.sentence_start(index)..index).rev().find_map(|at| match tokens.word(at) {
        Some(Word::Route(route)) => Some(route),
        _ => None,
    });
    let start = tokens.sentence_start(index);
    let both = [Route::Reconsideration, Route::Litigation]
        .iter()
        .all(|route| (start..index).any(|at| tokens.word(at) == Some(Word::Route(*route))));
    match (measure, named) {
        (Measure::Proceedings { outcome, .. }, Some(_)) if both => {
            Measure::Proceedings { route: Route::Either, outcome }
        }
        (Measure::Proceedings { outcome, .. }, Some(route)) => Measure::Proceedings { route, outcome },
        _ => measure,
    }
}

/// 比上年增加 39 件.
fn change(reading: &PassageReading<'_>, at: usize) -> Option<Claim> {
    let Some(Counted::Difference { by, less, measure: named }) = reading.counted.get(&at) else { return None };
    let (measure, value) = match named {
        Some(measure) => (*measure, None),
        None => by_order(reading, at).or_else(|| host(reading, at))?,
    };
    let before = reading.setting.tokens.before(at);
    // 减税降费，行政事业性收费减少 1200 万元 is no comparison of years.
    let fees = measure == Measure::Published(Published::Fees);
    let tokens = reading.setting.tokens;
    let years = before.iter().any(|at| {
        matches!(tokens.word(*at), Some(Word::Compared | Word::LastYear)) || tokens.word_text(*at).starts_with("同比")
    });
    if against_earlier(reading, &before) || fees && !years {
        return None;
    }
    let first = before.first().copied().unwrap_or(at);
    Some(reading.claim(at, first, at, Says::Change { measure, value, by: *by, less: *less }))
}

/// 行政复议 5 件、行政诉讼 3 件，合计 8 件，分别较上年减少 2 件、增加 1 件: each of its own, not of their sum.
fn by_order(reading: &PassageReading<'_>, at: usize) -> Option<Host> {
    let (from, place, count) = reading.setting.place_behind_respectively(at)?;
    let counted = claims_before(reading, reading.setting.tokens.part_start(from), from);
    let sums = |counted: &[Host]| match counted.split_last() {
        Some(((_, Some(last)), rest)) if rest.len() >= count => {
            let sum: Option<Decimal> = rest[rest.len() - count..].iter().map(|(_, value)| *value).sum();
            let united = rest[rest.len() - count..]
                .iter()
                .all(|(measure, _)| Some(measure) != counted.last().map(|(last, _)| last));
            sum == Some(*last) || united
        }
        _ => false,
    };
    let end = if sums(&counted) { counted.len() - 1 } else { counted.len() };
    end.checked_sub(count).and_then(|first| counted.get(first + place).copied())
}

/// 较 2022 年增长 35%: against a year of which there is no table.
fn against_earlier(reading: &PassageReading<'_>, before: &[usize]) -> bool {
    let year = reading.setting.year;
    before.iter().any(|at| matches!(reading.setting.tokens.kind(*at), Some(TokenKind::Year(named)) if named + 1 < year))
}

/// What a percentage or a difference speaks of: the word of its own clause, else the nearest claim before it
/// in its part of the sentence, where no figure of another kind stands between. Figures in brackets explain
/// their own.
fn host(reading: &PassageReading<'_>, index: usize) -> Option<Host> {
    let setting = reading.setting;
    match setting.measure_before(index, &Memory::default()) {
        Some(measure) => Some((measure, None)),
        None => nearest(reading, index),
    }
}

/// The nearest claim before it.
fn nearest(reading: &PassageReading<'_>, index: usize) -> Option<Host> {
    let setting = reading.setting;
    let mut last_year = None;
    let tokens = setting.tokens;
    let bracket = tokens.bracket(index);
    let start = tokens.part_start(index);
    let mut at = index;
    while let Some(previous) = at.checked_sub(1).filter(|previous| *previous >= start) {
        at = previous;
        match tokens.kind(previous) {
            Some(TokenKind::Close) => at = tokens.opening(previous)?,
            // Out of the bracket, to the figure that it explains.
            Some(TokenKind::Open) if Some(previous) != bracket => return None,
            Some(TokenKind::Quantity(_) | TokenKind::Money(_)) => match reading.counted.get(&previous)? {
                Counted::Claim(measure, value) => return Some((*measure, value.if_exact())),
                Counted::Aside(measure) | Counted::Difference { measure, .. } => last_year = last_year.or(*measure),
            },
            _ => {}
        }
    }
    none_before(reading, start, index).or(last_year.map(|measure| (measure, None)))
}

/// 未收到申请，较上年减少 3 件.
fn none_before(reading: &PassageReading<'_>, start: usize, index: usize) -> Option<Host> {
    let (from, to) = (reading.setting.tokens.all[start].range.start, reading.setting.tokens.all[index].range.start);
    let (_, measure) = reading.denied.range(from..to).map(|(_, denied)| denied).min_by_key(|(order, _)| *order)?;
    Some((*measure, Some(Decimal::ZERO)))
}

/// The part that a share is of: 予以公开的占 33.3%, 自然人 9 件，占 75%, 占比分别为 75% 和 25%.
fn share_of(reading: &PassageReading<'_>, index: usize, words: &[Word]) -> Option<Host> {
    let tokens = reading.setting.tokens;
    let start = tokens.part_start(index);
    let shares: Vec<usize> = (start..tokens.sentence_end(index))
        .take_while(|at| !matches!(tokens.kind(*at), Some(TokenKind::Stop | TokenKind::Part)))
        .filter(|at| matches!(tokens.kind(*at), Some(TokenKind::Percent(_))))
        .collect();
    if stands_alone(reading, index) {
        // 予以公开占三成以上（31.9%）.
        let named = || reading.setting.measure_before(index - 1, &Memory::default()).map(|measure| (measure, None));
        return nearest(reading, index).or_else(named);
    }
    if shares.len() > 1 && (words.contains(&Word::Respectively) || several(reading, index)) {
        let counted: Vec<Host> = claims_before(reading, start, shares[0]);
        let place = shares.iter().position(|share| *share == index)?;
        return counted.len().checked_sub(shares.len()).and_then(|skip| counted.get(skip + place).copied());
    }
    let share = *tokens.before(index).iter().find(|at| tokens.word(**at) == Some(Word::Share))?;
    if let Some(measure) = reading.setting.measure_before(share, &Memory::default()) {
        return Some((measure, None));
    }
    let results = |(measure, _): &Host| matches!(measure, Measure::Requests { row: Row::Result(_), .. });
    let clause = tokens.clause_before(share);
    let listed: Vec<Host> = claims_before(reading, start, index).into_iter().filter(results).collect();
    if listed.len() > 1 && tokens.mentions(&clause, Phrase::Total) {
        let sum = listed.iter().filter_map(|(_, value)| *value).sum();
        return Some((listed[0].0, Some(sum)));
    }
    // 其他情况占 5.2% is a share of something that no figure names.
    // 维持 31 件（占 63.3%）.
    let open = tokens.bracket(share).map_or(0, |open| tokens.all[open].range.end);
    let words = tokens.text.get(clause.start.max(open)..clause.end).unwrap_or_default();
    let named = words.chars().any(|letter| letter.is_alphabetic() && letter != '约');
    if named { None } else { nearest(reading, index) }
}

/// 占办结总数的…: the whole that the clause names.
fn whole_named(reading: &PassageReading<'_>, index: usize) -> Option<Measure> {
    let tokens = reading.setting.tokens;
    let before = tokens.before(index);
    let share = before.iter().position(|at| tokens.word(*at) == Some(Word::Share))?;
    before[share..].iter().find_map(|at| match tokens.word(*at) {
        Some(Word::Row(row)) => Some(Measure::Requests { row, applicant: None }),
        Some(Word::Route(route)) => Some(Measure::Proceedings { route, outcome: None }),
        _ => None,
    })
}

/// 与上年持平.
fn level(reading: &PassageReading<'_>, at: usize) -> Option<Claim> {
    let tokens = reading.setting.tokens;
    let before = tokens.before(at);
    let compared = before.iter().any(|at| match tokens.kind(*at) {
        Some(TokenKind::Word(word)) => matches!(word, Word::LastYear | Word::Compared),
        Some(TokenKind::Year(year)) => year + 1 == reading.setting.year,
        _ => false,
    });
    if !compared || tokens.word_text(at) != "持平" || tokens.gap_before(at).ends_with("大致") {
        return None;
    }
    let (measure, value) = host(reading, at)?;
    Some(reading.claim(at, at, at, Says::Change { measure, value, by: Amount::exact(Decimal::ZERO), less: false }))
}

/// 予以公开 89 件（26.9%）.
fn stands_alone(reading: &PassageReading<'_>, index: usize) -> bool {
    let tokens = reading.setting.tokens;
    let open = index.checked_sub(1).filter(|before| tokens.kind(*before) == Some(TokenKind::Open));
    let bare = open.is_some_and(|open| tokens.unknown_between(open, index) == 0);
    bare && tokens.kind(index + 1) == Some(TokenKind::Close)
}

/// Whether the percentage is a later one of 分别为 75% 和 25%.
fn several(reading: &PassageReading<'_>, index: usize) -> bool {
    let tokens = reading.setting.tokens;
    let start = tokens.part_start(index);
    let clause = (start..index).rev().take_while(|at| tokens.kind(*at) != Some(TokenKind::Clause));
    let words: Vec<usize> = clause.collect();
    // 占比 80.5%、19.7%.
    let percent = |at: usize| matches!(tokens.kind(at), Some(TokenKind::Percent(_)));
    let listed = tokens.kind(index + 1) == Some(TokenKind::Comma) && percent(index + 2)
        || words.first().is_some_and(|at| tokens.kind(*at) == Some(TokenKind::Comma))
            && words.get(1).copied().is_some_and(percent);
    (listed || tokens.any(&words, Word::Respectively)) && tokens.any(&words, Word::Share)
}

fn claims_before(reading: &PassageReading<'_>, start: usize, end: usize) -> Vec<Host> {
    let claims = reading.counted.range(start..end).filter_map(|(_, counted)| match counted {
        Counted::Claim(measure, value) => Some((*measure, value.if_exact())),
        _ => None,
    });
    claims.collect()
}

/// What the sentence counts, as wholes that a share may be taken of: the nearest ones.
fn wholes(reading: &PassageReading<'_>, index: usize) -> Vec<Decimal> {
    let start = reading.setting.tokens.sentence_start(index);
    let counted = claims_before(reading, start, index);
    let nearest = counted.get(counted.len().saturating_sub(WHOLES)..).unwrap_or_default();
    nearest.iter().filter_map(|(_, value)| *value).collect()
}
