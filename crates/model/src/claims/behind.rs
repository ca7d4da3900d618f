//! Figures whose word stands behind them: 3 件予以公开, 52 件（复议后）, 除 125 件依法延期外.

use super::attribution::{Attribution, LINKS, Setting, UNKNOWN_LETTERS, either, is_whole, linked};
use super::combine::{Memory, combine};
use super::measure::{Measure, Row};
use super::scan::TokenKind;
use super::sentence::Claiming;
use super::subject::Subject;
use super::word::Word;

impl Setting<'_> {
    /// 第三方权益（34 件）.
    pub(super) fn by_enclosed(&self, index: usize, memory: &Memory) -> Option<Attribution> {
        let tokens = self.tokens;
        let word = index.checked_sub(2)?;
        let enclosed = tokens.kind(index - 1) == Some(TokenKind::Open)
            && tokens.kind(index + 1) == Some(TokenKind::Close)
            && tokens.unknown_between(word, index) == 0;
        let claiming = self.claiming(word).filter(|_| enclosed)?;
        combine(claiming, &[], memory).map(|measure| Attribution::Claim(measure, word, false))
    }

    /// 52 件（复议后）.
    pub(super) fn by_remark(&self, index: usize, memory: &Memory) -> Option<Attribution> {
        let close = self.tokens.closing(index + 1).filter(|close| *close == index + 3)?;
        let claiming = self.claiming(index + 2)?;
        let bare = self.tokens.unknown_between(index, close) == 0 && !matches!(claiming, Claiming::Row(_));
        combine(claiming, &[], memory).filter(|_| bare).map(|measure| Attribution::Claim(measure, index + 2, false))
    }

    /// 3 件予以公开; 21 件均在法定期限答复.
    pub(super) fn by_word_behind(
        &self,
        index: usize,
        before: &[usize],
        memory: &Memory,
        listed: &[Measure],
    ) -> Option<Attribution> {
        let foreign = |at: &usize| self.tokens.is_object(*at) || self.tokens.word(*at) == Some(Word::Rate);
        let behind = self.tokens.behind(index);
        if let Some(at) = self.carried_behind(index, &behind) {
            let left = Measure::Requests { row: Row::CarriedOut, applicant: None };
            return Some(Attribution::Claim(left, at, false));
        }
        let at = *behind.iter().find(|at| foreign(at) || self.claiming(**at).is_some())?;
        let claiming = self.claiming(at)?;
        // 13 件信息公开复议案件被纠正.
        let ended = |at: &&usize| matches!(self.claiming(**at), Some(Claiming::Outcome(_)));
        if let (Claiming::Route(_), Some(end)) = (claiming, behind.iter().find(ended)) {
            let measure = combine(self.claiming(*end)?, &[claiming], memory)?;
            return Some(Attribution::Claim(measure, *end, self.tokens.unknown_between(index, *end) > 4));
        }
        let unknown = self.tokens.unknown_between(index, at);
        if before.iter().any(foreign)
            || unknown > UNKNOWN_LETTERS
            || matches!(claiming, Claiming::Row(Row::Handled) | Claiming::Rest)
        {
            return None;
        }
        let measure =
            either(self.with_linked(at, claiming, &behind).or_else(|| combine(claiming, &[], memory))?, listed);
        let whole = is_whole(measure);
        // 1 件按无法提供办结，18 件按期答复办结: each is a part.
        let apart = listed.last().is_some_and(|last| !is_whole(*last));
        if whole && (apart || self.tokens.names_part(before)) {
            return Some(Attribution::Nothing);
        }
        let named = self.tokens.gap_before(index).chars().any(char::is_alphabetic);
        Some(Attribution::Claim(measure, at, unknown > 4 || whole && named))
    }

    /// 15 件为不予处理和其他处理.
    fn with_linked(&self, at: usize, claiming: Claiming, behind: &[usize]) -> Option<Measure> {
        let next = |place: usize| behind.get(behind.iter().position(|other| *other == at)? + place).copied();
        let link = LINKS.contains(&self.tokens.word_text(next(1)?));
        match (claiming, self.claiming(next(2)?)?) {
            (Claiming::Row(row), Claiming::Row(other)) if link => linked(other, row),
            _ => None,
        }
    }

    /// 1 件结转至 2025 年继续办理; 13 件经批准延长期限，转至 2026 年答复.
    fn carried_behind(&self, index: usize, behind: &[usize]) -> Option<usize> {
        let tokens = self.tokens;
        let next = behind.last().copied().unwrap_or(index) + 1;
        let clause = if tokens.kind(next) == Some(TokenKind::Clause) { tokens.behind(next) } else { Vec::new() };
        let claims = behind.iter().any(|at| self.claiming(*at).is_some());
        let words: &[usize] = if tokens.any(behind, Word::Carry) || claims { behind } else { &clause };
        let place = words.iter().position(|at| tokens.word(*at) == Some(Word::Carry))?;
        let later = words.get(place + 1).is_some_and(|at| {
            tokens.kind(*at) == Some(TokenKind::Year(self.year + 1)) || tokens.word(*at) == Some(Word::NextYear)
        });
        let first = words.iter().take(place).all(|at| self.claiming(*at).is_none());
        (later && first).then(|| words[place])
    }

    /// 125 件结转下年度，其余 3521 件均已办结: all that is not left over.
    pub(super) fn by_left_over(&self, index: usize, listed: &[Measure]) -> Option<Attribution> {
        let gap = self.tokens.gap_before(index).trim();
        let rest = ["其余", "余下", "剩余", "其余的", "余下的"].contains(&gap);
        let left = matches!(listed.last()?, Measure::Requests { row: Row::CarriedOut, applicant: None });
        let at = *self.tokens.behind(index).iter().find(|at| self.claiming(**at).is_some())?;
        let Claiming::Row(row @ (Row::Concluded | Row::Answered)) = self.claiming(at)? else { return None };
        (rest && left).then_some(Attribution::Claim(Measure::Requests { row, applicant: None }, at, false))
    }

    /// ；公开 3 件: nothing else stands between the mark and the figure.
    pub(super) fn by_bare_disclosure(&self, index: usize) -> Option<Attribution> {
        let tokens = self.tokens;
        let first =
            (index.saturating_sub(4)..index).rev().take_while(|at| tokens.word(*at) == Some(Word::Filler)).last();
        let first = first.unwrap_or(index);
        let mark = matches!(
            first.checked_sub(1).and_then(|at| tokens.kind(at)),
            None | Some(TokenKind::Clause | TokenKind::Part | TokenKind::Comma | TokenKind::Stop)
        );
        let bare =
            tokens.gap_before(first).trim() == "公开" && (first == index || tokens.unknown_between(first, index) == 0);
        let alone = mark && bare && !self.counts_other_things(index) && self.subjects[index] == Subject::Requests;
        let disclosed = Measure::Requests { row: Row::Disclosed, applicant: None };
        alone.then_some(Attribution::Claim(disclosed, index, false))
    }

    /// 除 125 件依法延期外全部办结: those are left over.
    pub(super) fn by_exception(&self, index: usize) -> Option<Attribution> {
        let except = ["除", "除了", "除去"].iter().any(|word| self.tokens.gap_before(index).trim() == *word);
        let behind = self.tokens.text.get(self.tokens.clause_behind(index)).unwrap_or_default();
        let left = Measure::Requests { row: Row::CarriedOut, applicant: None };
        (except && behind.contains('外')).then_some(Attribution::Claim(left, index, true))
    }

    /// 3526 人次递交了申请书.
    pub(super) fn by_request(&self, index: usize) -> Option<Attribution> {
        let behind = self.tokens.behind(index);
        let made = behind.first().is_some_and(|at| matches!(self.tokens.word_text(*at), "递交" | "提出" | "提交"));
        let request = |at: &&usize| matches!(self.tokens.word(**at), Some(Word::Request | Word::Topic));
        let at = *behind.iter().find(request)?;
        let object = behind.iter().any(|at| self.tokens.is_object(*at));
        let near = self.tokens.unknown_between(index, at) == 0 && self.subjects[at] == Subject::Requests;
        let received = Measure::Requests { row: Row::Received, applicant: None };
        (made && near && !object).then_some(Attribution::Claim(received, at, true))
    }
}
