//! Lists that exceed their whole, whatever they count: 共 120 条，其中网站 80 条，微信 50 条.

use std::ops::Range;

use super::amount::{Amount, Precision};
use super::approximate::approximate;
use super::counted::PassageReading;
use super::number::number_at;
use super::scan::TokenKind;
use super::word::Word;
use super::{Claim, Says};
use crate::Decimal;

/// Words that begin such a list.
const BEGINNINGS: [&str; 5] = ["其中", "含", "包括", "包含", "内含"];

/// No list has so many words, figures and marks.
const LONGEST: usize = 60;

/// Letters that the name of a part may have.
const NAME: usize = 24;

/// Words that make a figure no part of the list, or parts that overlap: the list is left alone.
const LEFT_ALONE: [&str; 17] = [
    "原创", "涉及", "同比", "环比", "较上", "比上", "增长", "增加", "减少", "下降", "上年", "去年", "累计", "平均",
    "同时", "均", "分别",
];

/// Words that begin something else after a comma.
const ENDS: [&str; 6] = ["另", "此外", "还", "并", "共", "总"];

/// What agencies do: behind a comma it begins something else, unless the parts before it said the same.
const VERBS: [&str; 46] = [
    "回复", "答复", "办理", "受理", "开展", "组织", "召开", "举办", "发布", "公开", "制作", "收到", "收集", "采纳",
    "办结", "印发", "转办", "发现", "整改", "接听", "解决", "处理", "审核", "更新", "完成", "新增", "建立", "推送",
    "转发", "接待", "参加", "发放", "编发", "刊发", "报送", "清理", "修订", "回应", "关停", "注销", "取消", "清退",
    "撤销", "删除", "下架", "合并",
];

/// A figure with what it counts.
struct Figure<'a> {
    value: Decimal,
    unit: &'a str,
    /// Its bytes, the unit included.
    range: Range<usize>,
}

/// The list that the figure at `whole` begins, if it adds up to more.
pub(super) fn read(reading: &PassageReading<'_>, whole: usize) -> Option<Claim> {
    if reading.counted.contains_key(&whole) {
        return None;
    }
    let tokens = reading.setting.tokens;
    let figure = figure(reading, whole)?;
    let end = tokens.all.len().min(whole + LONGEST);
    let first = (whole + 1..end).find(|at| !is_remark(tokens.kind(*at)))?;
    let beside = tokens.unknown_between(whole, whole + 1) <= figure.unit.chars().count() + 4;
    if !beside || !BEGINNINGS.contains(&tokens.word_text(first)) {
        return None;
    }
    let (parts, last) = parts(reading, &figure, first, end)?;
    let exceeds = parts.iter().sum::<Decimal>() > figure.value;
    let claim = reading.claim(whole, whole, last, Says::Parts { value: figure.value, parts });
    exceeds.then_some(Claim { figure: figure.range, ..claim })
}

/// What may stand between a whole and its list: marks, and by how much it grew.
fn is_remark(kind: Option<TokenKind>) -> bool {
    let word = |word| matches!(word, Word::Up | Word::Down | Word::Compared | Word::Filler);
    match kind {
        Some(TokenKind::Clause | TokenKind::Open | TokenKind::Percent(_)) => true,
        Some(TokenKind::Word(other)) => word(other),
        _ => false,
    }
}

/// The figures of the list that count what the whole counts, and the last token of it.
fn parts(reading: &PassageReading<'_>, whole: &Figure<'_>, first: usize, end: usize) -> Option<(Vec<Decimal>, usize)> {
    let tokens = reading.setting.tokens;
    let (mut parts, mut last, mut before) = (Vec::new(), first, first);
    let (mut said, mut enumerated): (Option<&str>, bool) = (None, false);
    for at in first + 1..end {
        match tokens.kind(at)? {
            TokenKind::Stop | TokenKind::Part | TokenKind::Close | TokenKind::Word(Word::Part) => break,
            // Parts of parts are left alone.
            TokenKind::Open => return None,
            TokenKind::Quantity(_) | TokenKind::Number => {
                let part = figure(reading, at)?;
                let name =
                    tokens.text.get(tokens.all[before].range.end..part.range.start)?.trim_start_matches(whole.unit);
                if LEFT_ALONE.iter().any(|word| name.contains(word)) || reading.counted.contains_key(&at) {
                    return None;
                }
                if parts.is_empty() {
                    said = VERBS.iter().copied().find(|verb| name.contains(verb));
                } else if begins_something_else(name, said, enumerated) {
                    break;
                }
                enumerated |= !parts.is_empty() && name.trim_start().starts_with('、');
                if part.unit == whole.unit {
                    parts.push(part.value);
                    last = at;
                }
                before = at;
            }
            _ => {}
        }
    }
    (!parts.is_empty()).then_some((parts, last))
}

/// Whether the words between two figures, behind a comma, begin something else than the next part.
/// So does any comma in a list of 、.
fn begins_something_else(name: &str, said: Option<&str>, enumerated: bool) -> bool {
    let Some((_, words)) = name.rsplit_once(['，', ',']) else { return false };
    let other = VERBS.iter().any(|verb| words.contains(verb) && said != Some(*verb));
    enumerated || other || words.chars().count() > NAME || ENDS.iter().any(|word| words.trim_start().starts_with(word))
}

/// The figure at a token; `None` where it is approximate, or counts nothing that is added up.
fn figure<'a>(reading: &PassageReading<'a>, index: usize) -> Option<Figure<'a>> {
    let tokens = reading.setting.tokens;
    let token = tokens.all.get(index)?;
    if !matches!(token.kind, TokenKind::Quantity(Amount { precision: Precision::Exact, .. }) | TokenKind::Number) {
        return None;
    }
    let number = number_at(tokens.text, token.range.start)?;
    let around = approximate(tokens.text, &number.range);
    let rest = tokens.text.get(around.unit..)?;
    let unit = if rest.starts_with("人次") { "人次" } else { rest.get(..rest.chars().next()?.len_utf8())? };
    let counts = unit.chars().all(char::is_alphabetic)
        && !matches!(unit, "年" | "月" | "日" | "天" | "时" | "分" | "元" | "号" | "级");
    let exact = around.of.is_none() && number.step.is_none();
    let range = token.range.start..around.unit + unit.len();
    (counts && exact).then_some(Figure { value: number.value?, unit, range })
}
