//! Which word a figure belongs to.

use super::combine::{Memory, combine, united};
use super::measure::{Measure, Route, Row};
use super::phrases::Phrase;
use super::scan::TokenKind;
use super::sentence::{Claiming, Tokens};
use super::subject::Subject;
use super::word::Word;

/// What a figure is found to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Attribution {
    /// A claim: its measure, the word that makes it one, and whether the words leave it open.
    Claim(Measure, usize, bool),
    /// Last year's figure, or the one before a change, with its measure and word.
    Before(Option<(Measure, usize)>),
    /// By how much something grew or shrank, and what if the clause says so.
    Difference {
        /// Whether it shrank.
        less: bool,
        /// The measure that changed; `None` where the clause does not say.
        measure: Option<Measure>,
    },
    /// No claim about the tables.
    Nothing,
}

/// What the reader knows beside the words.
#[derive(Debug, Clone, Copy)]
pub(super) struct Setting<'a> {
    pub(super) tokens: Tokens<'a>,
    pub(super) subjects: &'a [Subject],
    /// The reporting year.
    pub(super) year: i16,
    /// The names of the agency that reports.
    pub(super) names: &'a [&'a str],
}

/// How many letters that mean nothing to the reader may stand between a word and its figure.
const UNKNOWN_LETTERS: usize = 12;

/// What joins words that are alternatives, so that they do not narrow each other.
const LINKS: [&str; 3] = ["或", "和", "及"];

impl Setting<'_> {
    /// What the quantity at `index` is. `listed` are the measures counted before it in its sentence.
    pub(super) fn attribute(&self, index: usize, memory: &Memory, listed: &[Measure]) -> Attribution {
        let before = self.tokens.before(index);
        if self.tokens.any(&before, Word::Period) || self.tokens.any(self.behind_last_word(&before), Word::Respectively)
        {
            return Attribution::Nothing;
        }
        let found = self
            .by_change(index, &before, memory)
            .or_else(|| self.by_word_before(index, &before, memory, listed))
            .or_else(|| self.by_remark(index, memory))
            .or_else(|| self.by_word_behind(index, &before, memory, listed))
            .or_else(|| self.by_sum(index, &before, listed))
            .or_else(|| self.by_clause_before(index, &before, memory))
            .or_else(|| self.by_topic(index, &before))
            .unwrap_or(Attribution::Nothing);
        match found {
            Attribution::Claim(measure, word, _) | Attribution::Before(Some((measure, word)))
                if !self.about(index, word, measure) =>
            {
                Attribution::Nothing
            }
            // 分别收到 158 件、76 件: several figures of one word are its parts.
            Attribution::Claim(measure, ..) if is_whole(measure) && self.tokens.any(&before, Word::Respectively) => {
                Attribution::Nothing
            }
            Attribution::Claim(measure, word, _)
                if self.of_other_year(index) && !self.carries(&before) && self.tokens.word(word) != Some(Word::To) =>
            {
                Attribution::Before(Some((measure, word)))
            }
            found => found,
        }
    }

    /// 由 5 件, 降至 3 件, 增加 74 件, 较上年的 21 件.
    fn by_change(&self, index: usize, before: &[usize], memory: &Memory) -> Option<Attribution> {
        if let Some(at) = before.iter().rev().find(|at| self.is_compared_year(**at)) {
            return Some(Attribution::Before(self.changing(*at, memory).map(|measure| (measure, *at))));
        }
        let mut words = before.iter().rev().filter_map(|at| self.tokens.word(*at).map(|word| (*at, word)));
        let (at, word) = words.find(|(_, word)| *word != Word::Filler)?;
        match word {
            Word::Up | Word::Down if self.tokens.unknown_between(at, index) == 0 => {
                Some(Attribution::Difference { less: word == Word::Down, measure: self.measure_before(at, memory) })
            }
            Word::From | Word::Compared if self.tokens.unknown_between(at, index) < 3 => {
                Some(Attribution::Before(self.changing(at, memory).map(|measure| (measure, at))))
            }
            Word::LastYear => Some(Attribution::Before(self.changing(at, memory).map(|measure| (measure, at)))),
            Word::To => self.changing(at, memory).map(|measure| Attribution::Claim(measure, at, false)),
            _ => None,
        }
    }

    /// 较 2023 年的 12 件.
    fn is_compared_year(&self, at: usize) -> bool {
        let compared = ["较", "比", "与", "同"].iter().any(|word| self.tokens.ends_before(at, word));
        let behind = self.tokens.text.get(self.tokens.all[at].range.end..).unwrap_or_default();
        self.tokens.kind(at) == Some(TokenKind::Year(self.year - 1)) && compared && behind.starts_with('的')
    }

    /// What changes: what the clause names, else what was counted last.
    fn changing(&self, at: usize, memory: &Memory) -> Option<Measure> {
        let proceedings = memory.route.map(|route| Measure::Proceedings { route, outcome: None });
        let requests = || Measure::Requests { row: Row::Received, applicant: None };
        let named = self.measure_before(at, memory).or(memory.last).or(proceedings);
        named.or_else(|| (self.subjects[at] == Subject::Requests).then(requests))
    }

    /// The measure of the word before a token in its clause.
    pub(super) fn measure_before(&self, at: usize, memory: &Memory) -> Option<Measure> {
        match self.by_word_before(at, &self.tokens.before(at), memory, &[]) {
            Some(Attribution::Claim(measure, word, _)) if self.about(at, word, measure) => Some(measure),
            _ => None,
        }
    }

    /// What stands between the last claiming word and the figure; all, where there is none.
    fn behind_last_word<'b>(&self, before: &'b [usize]) -> &'b [usize] {
        let last = before.iter().rposition(|at| self.claiming(*at).is_some());
        &before[last.map_or(0, |last| last + 1)..]
    }

    fn claiming(&self, at: usize) -> Option<Claiming> {
        self.tokens.kind(at).and_then(Claiming::of)
    }

    fn by_word_before(
        &self,
        index: usize,
        before: &[usize],
        memory: &Memory,
        listed: &[Measure],
    ) -> Option<Attribution> {
        if let Some((carried, at)) = self.carried(before) {
            return Some(Attribution::Claim(carried, at, false));
        }
        let place = before.iter().rposition(|at| self.claiming(*at).is_some())?;
        let (at, between) = (before[place], &before[place + 1..]);
        let spoils = |at: &usize| {
            matches!(self.tokens.word(*at), Some(Word::Object | Word::Foreign | Word::Rate | Word::Share | Word::Scope))
        };
        let unknown = self.tokens.unknown_between(at, index);
        if between.iter().any(spoils) || self.counts_other_things(index) || unknown > UNKNOWN_LETTERS {
            return Some(Attribution::Nothing);
        }
        let others: Vec<Claiming> = before[..place].iter().filter_map(|at| self.claiming(*at)).collect();
        let link = place.checked_sub(1).map_or("", |link| self.tokens.word_text(before[link]));
        let measure = match (self.claiming(at)?, others.last()) {
            // 自然人、商业主体申请 30 件: all who applied are named.
            (Claiming::Applicant(_), Some(Claiming::Row(row))) if unknown > 0 => {
                Measure::Requests { row: *row, applicant: None }
            }
            (Claiming::Applicant(_), _) if unknown > 1 => return Some(Attribution::Nothing),
            (Claiming::Applicant(_), Some(Claiming::Applicant(_))) => {
                let rows: Vec<Claiming> =
                    others.iter().copied().filter(|other| !matches!(other, Claiming::Applicant(_))).collect();
                combine(*rows.last()?, &rows[..rows.len() - 1], memory)?
            }
            (claiming @ Claiming::Row(row), Some(Claiming::Row(other))) if LINKS.contains(&link) => {
                either_result(row, *other).map_or_else(|| combine(claiming, &[], memory), Some)?
            }
            (Claiming::Row(Row::Concluded), None) if self.follows_new(before[0]) => {
                Measure::Requests { row: Row::ConcludedOfNew, applicant: None }
            }
            (claiming, _) => combine(claiming, &others, memory)?,
        };
        let measure = self.ended(index, measure);
        let measure = if others.is_empty() { either(measure, listed) } else { measure };
        let whole = is_whole(measure);
        let channel = self.tokens.names_part(between) || self.tokens.any(before, Word::Bodies);
        if whole && (channel || unknown > 1 || self.lists_bodies(index, measure)) {
            let part = Measure::Requests { row: Row::ReceivedPart, applicant: None };
            return Some(Attribution::Claim(part, at, true));
        }
        let part = whole && self.tokens.names_part(before);
        let doubtful = part || unknown > if whole { 0 } else { 4 } || self.another_body(before, at);
        Some(Attribution::Claim(measure, at, doubtful))
    }

    /// 其中机关收到 8 件，所属学校收到 7 件: each is a part.
    fn lists_bodies(&self, index: usize, measure: Measure) -> bool {
        let received = matches!(measure, Measure::Requests { row: Row::Received | Row::NewlyReceived, .. });
        let said: Vec<usize> = (self.tokens.part_start(index)..index).collect();
        received && said.iter().any(|at| self.tokens.word_text(*at) == "其中")
    }

    /// Whether the clause begins with a figure of what was newly received: 新收的 15 件已办结….
    fn follows_new(&self, first: usize) -> bool {
        let Some(figure) = first.checked_sub(1) else { return false };
        let new = |at: &usize| self.tokens.word(*at) == Some(Word::Row(Row::NewlyReceived));
        matches!(self.tokens.kind(figure), Some(TokenKind::Quantity(_))) && self.tokens.before(figure).iter().any(new)
    }

    /// 行政复议 414 件已审结.
    fn ended(&self, index: usize, measure: Measure) -> Measure {
        let outcome = self.tokens.behind(index).iter().find_map(|at| match self.claiming(*at) {
            Some(Claiming::Outcome(outcome)) => Some(outcome),
            _ => None,
        });
        match (measure, outcome) {
            (Measure::Proceedings { route, outcome: None }, Some(_)) => Measure::Proceedings { route, outcome },
            _ => measure,
        }
    }

    /// 52 件（复议后）.
    fn by_remark(&self, index: usize, memory: &Memory) -> Option<Attribution> {
        let close = self.tokens.closing(index + 1).filter(|close| *close == index + 3)?;
        let claiming = self.claiming(index + 2)?;
        let bare = self.tokens.unknown_between(index, close) == 0 && !matches!(claiming, Claiming::Row(_));
        combine(claiming, &[], memory).filter(|_| bare).map(|measure| Attribution::Claim(measure, index + 2, false))
    }

    /// 3 件予以公开; 21 件均在法定期限答复.
    fn by_word_behind(
        &self,
        index: usize,
        before: &[usize],
        memory: &Memory,
        listed: &[Measure],
    ) -> Option<Attribution> {
        let foreign = |at: &usize| matches!(self.tokens.word(*at), Some(Word::Object | Word::Foreign | Word::Rate));
        let behind = self.tokens.behind(index);
        let at = *behind.iter().find(|at| foreign(at) || self.claiming(**at).is_some())?;
        let claiming = self.claiming(at)?;
        let unknown = self.tokens.unknown_between(index, at);
        if before.iter().any(foreign)
            || unknown > UNKNOWN_LETTERS
            || matches!(claiming, Claiming::Row(Row::Handled) | Claiming::Rest)
        {
            return None;
        }
        let measure = either(combine(claiming, &[], memory)?, listed);
        let whole = is_whole(measure);
        // 1 件按无法提供办结，18 件按期答复办结: each is a part.
        let apart = listed.last().is_some_and(|last| !is_whole(*last));
        if whole && (apart || self.tokens.names_part(before)) {
            return Some(Attribution::Nothing);
        }
        let named = self.tokens.gap_before(index).chars().any(char::is_alphabetic);
        Some(Attribution::Claim(measure, at, unknown > 4 || whole && named))
    }

    /// 自然人 9 件，法人 3 件，共 12 件; 网络 9 件、信函 3 件，共 12 件.
    fn by_sum(&self, index: usize, before: &[usize], listed: &[Measure]) -> Option<Attribution> {
        let last = *before.last()?;
        let text = self.tokens.text.get(self.tokens.all[last].range.clone())?;
        let sums = ["共", "共计", "合计", "总计", "计", "总数", "总量", "件数"].contains(&text) || text == "全年";
        let plain = before.iter().all(|at| matches!(self.tokens.word(*at), Some(Word::Filler | Word::Own)));
        // 新收申请加上年结转 2 件，共 43 件.
        let added = matches!(listed, [Measure::Requests { row: Row::CarriedIn, .. }])
            && self.tokens.mentions(&self.tokens.sentence(index), Phrase::Added);
        if !sums || !plain || !(added || self.tokens.counts_before(index) > 1) {
            return None;
        }
        let requests = Measure::Requests { row: Row::Received, applicant: None };
        let named = self.tokens.mentions(&self.tokens.sentence(index), Phrase::Request);
        let listed: Vec<Measure> = listed.iter().copied().filter(|measure| !is_part(*measure)).collect();
        if added {
            return Some(Attribution::Claim(requests, before[0], false));
        }
        let measure = united(&listed).or_else(|| (listed.is_empty() && named).then_some(requests))?;
        Some(Attribution::Claim(measure, before[0], listed.is_empty()))
    }

    /// 收到政府信息公开申请，共计 12 件.
    fn by_clause_before(&self, index: usize, before: &[usize], memory: &Memory) -> Option<Attribution> {
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
    fn by_topic(&self, index: usize, before: &[usize]) -> Option<Attribution> {
        let place = before.iter().rposition(|at| self.tokens.word(*at) == Some(Word::Topic))?;
        let topic = before[place];
        let plain = |at: &usize| matches!(self.tokens.word(*at), Some(Word::Filler | Word::Request | Word::Own));
        let behind = self.tokens.behind(index);
        let object = behind.iter().any(|at| matches!(self.tokens.word(*at), Some(Word::Object | Word::Foreign)));
        let close = before[place + 1..].iter().all(plain) && self.tokens.unknown_between(topic, index) == 0;
        let requests = Measure::Requests { row: Row::Any, applicant: None };
        (close && !object).then_some(Attribution::Claim(requests, topic, true))
    }

    fn carries(&self, before: &[usize]) -> bool {
        self.tokens.any(before, Word::Carry)
    }

    /// 上年…结转, 2023 年结转; 结转…下年, 结转 2025 年.
    fn carried(&self, before: &[usize]) -> Option<(Measure, usize)> {
        let at = *before.iter().find(|at| self.tokens.word(**at) == Some(Word::Carry))?;
        let year = |year: i16, word: Word| {
            self.tokens.any(before, word)
                || before.iter().any(|at| self.tokens.kind(*at) == Some(TokenKind::Year(year)))
        };
        let row = if year(self.year + 1, Word::NextYear) {
            Row::CarriedOut
        } else if year(self.year - 1, Word::LastYear) {
            Row::CarriedIn
        } else {
            Row::Carried
        };
        Some((Measure::Requests { row, applicant: None }, at))
    }

    /// 12 件投诉, 3 次会议: what follows the unit says what is counted.
    fn counts_other_things(&self, index: usize) -> bool {
        let Some(next) = self.tokens.all.get(index + 1) else { return false };
        let gap = self.tokens.text.get(self.tokens.all[index].range.end..next.range.start).unwrap_or_default();
        gap.trim().is_empty() && matches!(self.tokens.word(index + 1), Some(Word::Object | Word::Foreign))
    }
}

/// 同意公开或部分公开: the sum of both. 不掌握或无法提供: the wider one.
fn either_result(row: Row, other: Row) -> Option<Measure> {
    let both = matches!((other, row), (Row::Result(["予以公开"]), Row::Result(["部分公开"])));
    let row = Row::Result(&["予以公开", "部分公开"]);
    both.then_some(Measure::Requests { row, applicant: None })
}

/// After figures of both, an outcome may be that of either: 复议 3 起、诉讼 1 起，维持 3 起.
fn either(measure: Measure, listed: &[Measure]) -> Measure {
    match (measure, united(listed)) {
        (
            Measure::Proceedings { outcome: outcome @ Some(_), .. },
            Some(Measure::Proceedings { route: Route::Both, .. }),
        ) => Measure::Proceedings { route: Route::Either, outcome },
        _ => measure,
    }
}

/// Whether it counts the requests of one channel.
fn is_part(measure: Measure) -> bool {
    matches!(measure, Measure::Requests { row: Row::ReceivedPart, .. })
}

/// Whether it counts all requests, so that a channel or a kind named with it makes it a part.
fn is_whole(measure: Measure) -> bool {
    let Measure::Requests { row, applicant: None } = measure else { return false };
    matches!(row, Row::Received | Row::NewlyReceived | Row::Handled | Row::Concluded | Row::Answered)
}
