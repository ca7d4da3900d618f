//! 未收到申请, 均已办结, 全部予以公开: claims without a figure of their own.

use super::counted::{Counted, PassageReading};
use super::measure::{Applicant, Measure, Outcome, Route, Row};
use super::phrases::Phrase;
use super::scan::TokenKind;
use super::sentence::Claiming;
use super::subject::Subject;
use super::word::Word;
use super::{Claim, Doubt, Says, unpublished};
use crate::Decimal;

pub(super) fn read(reading: &PassageReading<'_>) -> Vec<Claim> {
    let indices = || 0..reading.setting.tokens.all.len();
    let mut claims: Vec<Claim> = indices().filter_map(|at| finished(reading, at)).collect();
    claims.extend(indices().filter_map(|at| settled(reading, at)));
    claims.extend(indices().filter_map(|at| all(reading, at)));
    claims.extend(indices().flat_map(|at| none(reading, at)));
    claims.extend(indices().flat_map(|at| unpublished::read(reading, at)));
    claims
}

fn is_aim(reading: &PassageReading<'_>, index: usize) -> bool {
    let tokens = reading.setting.tokens;
    tokens.mentions(&tokens.clause_before(index), Phrase::Aim)
}

/// 均已办结, 已按时答复.
fn finished(reading: &PassageReading<'_>, index: usize) -> Option<Claim> {
    let tokens = reading.setting.tokens;
    let answered = match tokens.word(index)? {
        Word::Row(Row::Concluded) => false,
        Word::Row(Row::Answered) => true,
        _ => return None,
    };
    let before = tokens.before(index);
    let marker = *before.iter().find(|at| matches!(tokens.word(**at), Some(Word::All | Word::Already)))?;
    let spoilt = |at: &usize| {
        matches!(tokens.word(*at), Some(Word::Not | Word::Rate | Word::Route(_) | Word::Part)) || tokens.is_object(*at)
    };
    let wrong_place = before.iter().any(spoilt) || followed_by_figure(reading, index) || is_aim(reading, index);
    if wrong_place || reading.setting.subjects[index] != Subject::Requests {
        return None;
    }
    let requests = requests_before(reading, index)?;
    // 已办结 without 均 and without a figure says nothing of all.
    if requests.is_none() && (!tokens.any(&before, Word::All) || reading.setting.of_other_year(index)) {
        return None;
    }
    let first = requests.map_or(marker, |(at, ..)| at.min(marker));
    let requests = requests.map(|(_, measure, value)| (measure, value));
    let claim = reading.claim(marker, first, index, Says::Finished { requests, answered });
    Some(Claim { figure: claim.figure.start..tokens.all[index].range.end, ..claim })
}

/// 行政诉讼 1 件，已审结: none is pending. 均维持: none ended otherwise. 全部胜诉: none was lost, none is pending.
fn settled(reading: &PassageReading<'_>, index: usize) -> Option<Claim> {
    let tokens = reading.setting.tokens;
    let Word::Outcome(outcome) = tokens.word(index)? else { return None };
    let before = tokens.before(index);
    let marker = *before.iter().find(|at| matches!(tokens.word(**at), Some(Word::All | Word::Already)))?;
    let named = named_before(reading, &before, marker);
    let bare = !before.iter().any(|at| match tokens.word(*at) {
        Some(Word::Route(_)) => named.is_none(),
        word => matches!(word, Some(Word::Not | Word::Part)),
    });
    let (route, ended) = named.map(|route| (route, None)).or_else(|| proceedings_before(reading, index))?;
    // 审结的案件均维持: of those alone.
    let concluded = before.iter().any(|at| tokens.word(*at) == Some(Word::Outcome(Outcome::Concluded)));
    let ended = if concluded { Some(Outcome::Concluded) } else { ended };
    if outcome == Outcome::Concluded && tokens.word_text(index + 1) == "的" {
        return None;
    }
    let none = match (outcome, ended) {
        (Outcome::Concluded, _) => Outcome::Pending,
        (Outcome::Upheld, None) => Outcome::NotUpheld,
        (Outcome::Upheld, Some(Outcome::Concluded)) => Outcome::EndedOtherwise,
        (Outcome::Won, Some(Outcome::Concluded)) => Outcome::Corrected,
        (Outcome::Won, _) if tokens.any(&before, Word::All) => Outcome::NotWon,
        _ => return None,
    };
    let measure = Measure::Proceedings { route, outcome: Some(none) };
    let apart = bare && !followed_by_figure(reading, index) && !is_aim(reading, index);
    let claim = apart.then(|| reading.claim(marker, marker, index, Says::None { measure }))?;
    Some(Claim { figure: claim.quote.clone(), ..claim })
}

/// 行政复议案件均已审结: the proceedings that its own clause names, where they are all that it speaks of.
fn named_before(reading: &PassageReading<'_>, before: &[usize], marker: usize) -> Option<Route> {
    let tokens = reading.setting.tokens;
    let (at, route) = before.iter().take_while(|at| **at < marker).find_map(|at| match tokens.word(*at)? {
        Word::Route(route) => Some((*at, route)),
        _ => None,
    })?;
    let measure = Measure::Proceedings { route, outcome: None };
    let all = tokens.word(marker) == Some(Word::All) && tokens.unknown_between(at, marker) == 0;
    (all && !reading.setting.of_other_year(marker) && reading.setting.about(marker, at, measure)).then_some(route)
}

/// The proceedings that 均维持 speaks of, and how they ended as far as it was said: those counted last before it in its
/// part of the sentence, a list of how they ended left out.
fn proceedings_before(reading: &PassageReading<'_>, index: usize) -> Option<(Route, Option<Outcome>)> {
    let counted = reading.counted.range(reading.setting.tokens.sentence_start(index)..index).rev();
    let mut ended = None;
    for (_, counted) in counted {
        match counted {
            Counted::Claim(Measure::Proceedings { route, outcome: None }, _) => return Some((*route, ended)),
            Counted::Claim(Measure::Proceedings { outcome, .. }, _) => ended = ended.or(*outcome),
            Counted::Difference { .. } | Counted::Aside(_) => {}
            Counted::Claim(..) => return None,
        }
    }
    None
}

/// The figure that 均已办结 speaks of: the nearest before it in its part of the sentence. Nothing if that
/// figure counts something else.
#[allow(clippy::option_option, reason = "no figure, and a figure of something else, are two answers")]
fn requests_before(reading: &PassageReading<'_>, index: usize) -> Option<Option<(usize, Measure, Decimal)>> {
    let tokens = reading.setting.tokens;
    let start = tokens.part_start(index);
    let mut at = index;
    while let Some(previous) = at.checked_sub(1).filter(|previous| *previous >= start) {
        at = previous;
        match tokens.kind(previous) {
            Some(TokenKind::Close) => at = tokens.opening(previous)?,
            Some(TokenKind::Quantity(_)) => match reading.counted.get(&previous)? {
                Counted::Claim(measure @ Measure::Requests { row, applicant: None }, value) if stands_open(*row) => {
                    return Some(Some((previous, *measure, value.value)));
                }
                Counted::Difference { .. } => {}
                _ => return None,
            },
            Some(TokenKind::Number) => return None,
            _ => {}
        }
    }
    Some(None)
}

/// Requests of which it is news that they were concluded.
fn stands_open(row: Row) -> bool {
    matches!(row, Row::Received | Row::NewlyReceived | Row::Handled | Row::CarriedIn)
}

/// 均已办结 12 件: the figure is claimed already; 已办结率 100%.
fn followed_by_figure(reading: &PassageReading<'_>, index: usize) -> bool {
    let tokens = reading.setting.tokens;
    let next = tokens.clause_of(index).find(|at| !matches!(tokens.kind(*at), Some(TokenKind::Word(_))));
    let figure = next.is_some_and(|at| matches!(tokens.kind(at), Some(TokenKind::Quantity(_) | TokenKind::Percent(_))));
    figure || tokens.any(&tokens.behind(index), Word::Rate)
}

/// 全部为自然人, 均予以公开: nobody else, nothing else.
fn all(reading: &PassageReading<'_>, index: usize) -> Option<Claim> {
    let tokens = reading.setting.tokens;
    if tokens.word(index)? != Word::All
        || reading.setting.subjects[index] != Subject::Requests
        || is_aim(reading, index)
    {
        return None;
    }
    let behind = tokens.behind(index);
    let at = *behind.iter().find(|at| tokens.kind(**at).and_then(Claiming::of).is_some())?;
    let row = match requests_before(reading, index)? {
        Some((_, Measure::Requests { row, .. }, _)) => row,
        _ => Row::Received,
    };
    let measure = match tokens.word(at)? {
        Word::Applicant(Applicant::NaturalPerson) => {
            Measure::Requests { row, applicant: Some(Applicant::Organisation) }
        }
        Word::Applicant(Applicant::Organisation) => {
            Measure::Requests { row, applicant: Some(Applicant::NaturalPerson) }
        }
        Word::Row(Row::Result(keys)) => Measure::Requests { row: Row::Except(keys), applicant: None },
        _ => return None,
    };
    let near = tokens.unknown_between(index, at) == 0 && !reading.setting.of_other_year(index);
    let first = tokens.before(index).into_iter().find(|at| tokens.word(*at) == Some(Word::All)).unwrap_or(index);
    near.then(|| reading.claim(first, first, at, Says::None { measure }))
}

/// 未收到政府信息公开申请, 无行政复议、行政诉讼.
fn none(reading: &PassageReading<'_>, index: usize) -> Vec<Claim> {
    let tokens = reading.setting.tokens;
    if tokens.word(index) != Some(Word::Not) {
        return Vec::new();
    }
    let behind = words_behind(reading, index);
    let spoils = |at: &usize| {
        matches!(tokens.word(*at), Some(Word::Rate | Word::Compared | Word::Applicant(_) | Word::Period | Word::All))
    };
    let last = behind.last().copied().unwrap_or(index);
    let figure = matches!(
        tokens.kind(last + 1),
        Some(
            TokenKind::Quantity(_)
                | TokenKind::Number
                | TokenKind::Percent(_)
                | TokenKind::Money(_)
                | TokenKind::Year(_)
        )
    );
    // 三个单位零申请.
    let behind_others = tokens.gap_before(index).trim().is_empty()
        && index.checked_sub(1).is_some_and(|at| ["乡镇", "街道", "部门"].contains(&tokens.word_text(at)));
    let of_others = behind_others
        || tokens.word_text(index) == "零" && tokens.gap_before(index).trim_end().ends_with(['位', '门', '家', '局']);
    if of_others
        || is_aim(reading, index)
        || reading.setting.of_other_year(index)
        || figure
        || behind.iter().any(spoils)
    {
        return Vec::new();
    }
    let measures = match denied(reading, &behind) {
        // 全年零申请.
        none if none.is_empty()
            && tokens.word_text(index) == "零"
            && behind.first().is_some_and(|at| tokens.word(*at) == Some(Word::Request)) =>
        {
            vec![(index + 1, Measure::Requests { row: Row::NewlyReceived, applicant: None })]
        }
        measures => measures,
    };
    let told = measures
        .into_iter()
        .filter(|(at, measure)| tokens.unknown_between(index, *at) <= 6 && reading.setting.about(index, *at, *measure));
    let claim = |(at, measure)| {
        let claim = reading.claim(index, index, at, Says::None { measure });
        Claim { doubt: Doubt::from(tokens.unknown_between(index, last) > 6), ..claim }
    };
    told.map(claim).collect()
}

/// What the words after 未 or 无 say there is none of.
fn denied(reading: &PassageReading<'_>, behind: &[usize]) -> Vec<(usize, Measure)> {
    let tokens = reading.setting.tokens;
    let requests = |row| Measure::Requests { row, applicant: None };
    let route = behind.iter().rev().find_map(|at| match tokens.word(*at) {
        Some(Word::Route(route)) => Some(route),
        _ => None,
    });
    let outcome = behind.iter().find_map(|at| match tokens.word(*at) {
        Some(Word::Outcome(outcome)) => Some((*at, outcome)),
        _ => None,
    });
    if let Some((at, outcome)) = outcome {
        let route = route.or_else(|| route_before(reading, at));
        return route.map(|route| (at, Measure::Proceedings { route, outcome: Some(outcome) })).into_iter().collect();
    }
    let topic = behind.iter().copied().find(|at| matches!(tokens.word(*at), Some(Word::Topic | Word::Request)));
    let mut measures = Vec::new();
    for at in behind {
        match tokens.word(*at) {
            Some(Word::Row(row @ (Row::Received | Row::NewlyReceived)))
                if route.is_none() && (topic.is_some() || behind.last() == Some(at)) =>
            {
                return vec![(*at, requests(row))];
            }
            Some(Word::Carry) => measures.push((*at, requests(Row::CarriedOut))),
            Some(Word::Row(row @ (Row::CarriedIn | Row::CarriedOut | Row::Result(_)))) => {
                measures.push((*at, requests(row)));
            }
            Some(Word::Route(route)) => measures.push((*at, Measure::Proceedings { route, outcome: None })),
            _ => {}
        }
    }
    match (measures.is_empty(), topic) {
        (true, Some(at)) if tokens.word(at) == Some(Word::Topic) => vec![(at, requests(Row::NewlyReceived))],
        _ => measures,
    }
}

/// The proceedings named last before a token, in its sentence.
fn route_before(reading: &PassageReading<'_>, index: usize) -> Option<Route> {
    let start = reading.setting.tokens.sentence_start(index);
    (start..index).rev().find_map(|at| match reading.setting.tokens.word(at) {
        Some(Word::Route(route)) => Some(route),
        Some(Word::Court) => Some(Route::Litigation),
        _ => None,
    })
}

/// The words behind `index` in its clause.
fn words_behind(reading: &PassageReading<'_>, index: usize) -> Vec<usize> {
    let tokens = reading.setting.tokens;
    let words = tokens
        .clause_of(index)
        .take_while(|at| matches!(tokens.kind(*at), Some(TokenKind::Word(_) | TokenKind::Comma)));
    words.filter(|at| tokens.word(*at).is_some()).collect()
}
