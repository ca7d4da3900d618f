//! Nothing of what table 2 counts: 未制发规范性文件, 无废止, 未实施行政强制.

use super::counted::PassageReading;
use super::measure::{Measure, Published};
use super::scan::TokenKind;
use super::word::Word;
use super::{Claim, Doubt, Says};

/// What may stand between 未 and what there was none of.
const VERBS: [&str; 12] =
    ["作出", "实施", "采取", "开展", "涉及", "发生", "办理", "新", "产生", "做出", "进行", "另行"];

/// What may follow it.
const NOUNS: [&str; 8] = ["事项", "决定", "措施", "案件", "行为", "情况", "业务", "文件"];

/// What the denial at `index` says there was none of.
pub(super) fn read(reading: &PassageReading<'_>, index: usize) -> Vec<Claim> {
    let tokens = reading.setting.tokens;
    if tokens.word(index) != Some(Word::Not) {
        return Vec::new();
    }
    let listed = index + 1..tokens.within_reach(index);
    let listed = listed.take_while(|at| matches!(tokens.kind(*at), Some(TokenKind::Word(_) | TokenKind::Comma)));
    let behind: Vec<usize> = listed.filter(|at| tokens.word(*at).is_some()).collect();
    let plain = behind.iter().all(|at| {
        NOUNS.contains(&tokens.word_text(*at))
            || matches!(
                tokens.word(*at),
                Some(Word::Filler | Word::Own | Word::Act(_) | Word::Documents(_) | Word::Published(_))
            )
    });
    let Some(first) = behind.iter().find(|at| tokens.word(**at) != Some(Word::Filler)) else { return Vec::new() };
    let gap: String = (index + 1..=*first).map(|at| tokens.gap_before(at)).collect();
    let verb = gap.trim().is_empty() || VERBS.contains(&gap.trim());
    if !plain || !verb || reading.setting.of_other_year(index) || !ends(reading, &behind) {
        return Vec::new();
    }
    let measures = behind.iter().filter_map(|at| Some((*at, Measure::Published(denied(reading, *at, &behind)?))));
    let before = tokens.before(index);
    let doubt = Doubt::from(reading.setting.another_body(&before, index));
    measures.map(|(at, measure)| Claim { doubt, ..reading.claim(index, index, at, Says::None { measure }) }).collect()
}

/// Whether nothing but 事项 or 决定 stands between the last word and the end of the clause.
fn ends(reading: &PassageReading<'_>, behind: &[usize]) -> bool {
    let tokens = reading.setting.tokens;
    let Some(last) = behind.last() else { return false };
    let figure = !matches!(
        tokens.kind(last + 1),
        None | Some(TokenKind::Clause | TokenKind::Part | TokenKind::Stop | TokenKind::Open | TokenKind::Close)
    );
    let end = tokens.all.get(last + 1).map_or(tokens.text.len(), |mark| mark.range.start);
    let rest = tokens.text.get(tokens.all[*last].range.end..end).unwrap_or_default().trim();
    !figure && (rest.is_empty() || NOUNS.contains(&rest))
}

fn denied(reading: &PassageReading<'_>, at: usize, behind: &[usize]) -> Option<Published> {
    let tokens = reading.setting.tokens;
    let action = match tokens.word(at)? {
        Word::Published(Published::Fees) if !is_last(reading, at) => return None,
        Word::Published(item) => return Some(item),
        Word::Act(action) => action,
        _ => return None,
    };
    let documents = |at: usize| match tokens.word(at) {
        Some(Word::Documents(kind)) => Some(kind),
        _ => None,
    };
    let named = behind.iter().find_map(|at| documents(*at));
    let kind = named.or_else(|| (tokens.sentence_start(at)..at).rev().find_map(documents))?;
    Some(Published::Documents(kind, action))
}

/// 没有行政事业性收费, but not 无行政事业性收费项目.
fn is_last(reading: &PassageReading<'_>, at: usize) -> bool {
    let tokens = reading.setting.tokens;
    let end = tokens.all.get(at + 1).map_or(tokens.text.len(), |next| next.range.start);
    let mark = !matches!(tokens.kind(at + 1), Some(TokenKind::Word(_)));
    mark && tokens.text.get(tokens.all[at].range.end..end).unwrap_or_default().trim().is_empty()
}
