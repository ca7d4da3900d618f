//! Figures without a word of their own: 共 12 件, 依申请公开 12 件.

use super::attribution::{Attribution, Setting, is_part};
use super::combine::{Memory, united};
use super::measure::{Measure, Row};
use super::phrases::Phrase;
use super::scan::TokenKind;
use super::subject::Subject;
use super::word::Word;

impl Setting<'_> {
    /// 网络 9 件、信函 3 件，累计 12 件: of what was listed, not of several years.
    pub(super) fn is_sum(&self, index: usize, before: &[usize]) -> bool {
        matches!(before, [at] if self.tokens.word_text(*at) == "累计") && self.tokens.counts_before(index) > 1
    }

    /// 自然人 9 件，法人 3 件，共 12 件; 网络 9 件、信函 3 件，共 12 件.
    pub(super) fn by_sum(&self, index: usize, before: &[usize], listed: &[Measure]) -> Option<Attribution> {
        let last = *before.last()?;
        let text = self.tokens.text.get(self.tokens.all[last].range.clone())?;
        let sums =
            ["共", "累计", "共计", "合计", "总计", "计", "总数", "总量", "件数"].contains(&text) || text == "全年";
        let plain = before.iter().all(|at| matches!(self.tokens.word(*at), Some(Word::Filler | Word::Own)))
            || self.is_sum(index, before);
        // 新收申请加上年结转 2 件，共 43 件.
        let added = matches!(listed, [Measure::Requests { row: Row::CarriedIn, .. }])
            && self.tokens.mentions(&self.tokens.sentence(index), Phrase::Added);
        if !sums || !plain || !(added || self.tokens.counts_before(index) > 1) {
            return None;
        }
        let requests = Measure::Requests { row: Row::Received, applicant: None };
        let named = self.tokens.mentions(&self.tokens.sentence(index), Phrase::Request)
            || self.subjects[index] == Subject::Requests;
        let listed: Vec<Measure> = listed.iter().copied().filter(|measure| !is_part(*measure)).collect();
        if added {
            return Some(Attribution::Claim(requests, before[0], false));
        }
        let measure = united(&listed).or_else(|| (listed.is_empty() && named).then_some(requests))?;
        Some(Attribution::Claim(measure, before[0], listed.is_empty()))
    }

    /// 收到政府信息公开申请，共计 12 件.
    pub(super) fn by_clause_before(&self, index: usize, before: &[usize], memory: &Memory) -> Option<Attribution> {
        let plain = before.iter().all(|at| matches!(self.tokens.word(*at), Some(Word::Filler | Word::Own)));
        let boundary = before.first()?.checked_sub(1)?;
        if !plain
            || self.tokens.kind(boundary) != Some(TokenKind::Clause)
            || self.tokens.unknown_between(boundary, index) > 0
        {
            return None;
        }
        if matches!(boundary.checked_sub(1).and_then(|at| self.tokens.kind(at)), Some(TokenKind::Percent(_))) {
            return memory.last.map(|measure| Attribution::Claim(measure, before[0], true));
        }
        match self.by_word_before(boundary, &self.tokens.before(boundary), memory, &[])? {
            Attribution::Claim(measure, word, _) => Some(Attribution::Claim(measure, word, true)),
            other => Some(other),
        }
    }

    /// 依申请公开 12 件: no verb says what was done with them.
    pub(super) fn by_topic(&self, index: usize, before: &[usize]) -> Option<Attribution> {
        let place = before.iter().rposition(|at| self.tokens.word(*at) == Some(Word::Topic));
        let place = place.or_else(|| self.plain_request(before))?;
        let topic = before[place];
        let plain = |at: &usize| matches!(self.tokens.word(*at), Some(Word::Filler | Word::Request | Word::Own));
        let behind = self.tokens.behind(index);
        let object = behind.iter().any(|at| self.tokens.is_object(*at));
        let close = before[place + 1..].iter().all(plain) && self.tokens.unknown_between(topic, index) == 0;
        let requests = Measure::Requests { row: Row::Any, applicant: None };
        (close && !object).then_some(Attribution::Claim(requests, topic, true))
    }

    /// 公民、法人和其他组织提出的申请共 3 件: nothing else stands in the clause.
    fn plain_request(&self, before: &[usize]) -> Option<usize> {
        let place = before.iter().rposition(|at| self.tokens.word(*at) == Some(Word::Request))?;
        let plain = |at: &usize| matches!(self.tokens.word(*at), Some(Word::Filler | Word::Request | Word::Own));
        let first = *before.first()?;
        let alone = before.iter().all(plain)
            && self.tokens.unknown_between(first, before[place]) == 0
            && !self.tokens.gap_before(first).contains(char::is_alphabetic);
        (alone && self.subjects[before[place]] == Subject::Requests).then_some(place)
    }
}
