//! Which word a figure belongs to.

use super::combine::{Memory, combine, united};
use super::measure::{Applicant, Measure, Route, Row};
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
pub(super) const UNKNOWN_LETTERS: usize = 12;

/// What joins words that are alternatives, so that they do not narrow each other.
pub(super) const LINKS: [&str; 3] = ["或", "和", "及"];

impl Setting<'_> {
    /// What the quantity at `index` is. `listed` are the measures counted before it in its sentence.
    pub(super) fn attribute(&self, index: usize, memory: &Memory, listed: &[Measure]) -> Attribution {
        let before = self.tokens.before(index);
        if let Some(less) = self.difference_by_order(index) {
            return Attribution::Difference { less, measure: None };
        }
        if let Some((measure, at)) =
            self.by_order(index, memory).filter(|(measure, at)| self.about(index, *at, *measure))
        {
            return Attribution::Claim(measure, at, false);
        }
        if self.tokens.any(&before, Word::Period) && !self.is_sum(index, &before)
            || self.is_of_several_years(index)
            || self.tokens.any(self.behind_last_word(&before), Word::Respectively)
        {
            return Attribution::Nothing;
        }
        let found = self
            .by_change(index, &before, memory)
            .or_else(|| self.by_published(index, &before, memory))
            .or_else(|| self.by_exception(index))
            .or_else(|| self.by_left_over(index, listed))
            .or_else(|| self.by_bare_disclosure(index))
            .or_else(|| self.by_word_before(index, &before, memory, listed))
            .or_else(|| self.by_enclosed(index, memory))
            .or_else(|| self.by_remark(index, memory))
            .or_else(|| self.by_word_behind(index, &before, memory, listed))
            .or_else(|| self.by_sum(index, &before, listed))
            .or_else(|| self.by_clause_before(index, &before, memory))
            .or_else(|| self.by_topic(index, &before))
            .or_else(|| self.by_request(index))
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

    /// What stands between the last claiming word and the figure; all, where there is none.
    fn behind_last_word<'b>(&self, before: &'b [usize]) -> &'b [usize] {
        let last = before.iter().rposition(|at| self.claiming(*at).is_some());
        &before[last.map_or(0, |last| last + 1)..]
    }

    pub(super) fn claiming(&self, at: usize) -> Option<Claiming> {
        self.tokens.kind(at).and_then(Claiming::of)
    }

    pub(super) fn by_word_before(
        &self,
        index: usize,
        before: &[usize],
        memory: &Memory,
        listed: &[Measure],
    ) -> Option<Attribution> {
        // 收到和结转的申请共 3646 件.
        let pair = before.windows(3).find(|words| {
            let received = matches!(self.claiming(words[0]), Some(Claiming::Row(Row::Received | Row::NewlyReceived)));
            received
                && LINKS.contains(&self.tokens.word_text(words[1]))
                && self.tokens.word(words[2]) == Some(Word::Carry)
        });
        if let Some(words) = pair {
            let all = Measure::Requests { row: Row::Received, applicant: None };
            return Some(Attribution::Claim(all, words[0], false));
        }
        if let Some((carried, at)) = self.carried(before) {
            return Some(Attribution::Claim(carried, at, false));
        }
        let place = before.iter().rposition(|at| self.claiming(*at).is_some())?;
        let (at, between) = (before[place], &before[place + 1..]);
        let spoils = |at: &usize| {
            self.tokens.is_object(*at) || matches!(self.tokens.word(*at), Some(Word::Rate | Word::Share | Word::Scope))
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
                Self::of_several(self.claiming(at)?, &others, memory)?
            }
            (Claiming::Row(Row::CarriedIn), Some(Claiming::Row(Row::Received | Row::NewlyReceived)))
                if LINKS.contains(&link) =>
            {
                Measure::Requests { row: Row::Received, applicant: None }
            }
            (claiming @ Claiming::Row(row), Some(Claiming::Row(other))) if LINKS.contains(&link) => {
                linked(row, *other).map_or_else(|| combine(claiming, &[], memory), Some)?
            }
            (Claiming::Row(Row::Concluded), None) if self.follows_new(before[0]) => {
                Measure::Requests { row: Row::ConcludedOfNew, applicant: None }
            }
            // 因不掌握、需另行制作等原因无法提供 N 件: the whole group.
            (claiming @ Claiming::Row(_), Some(Claiming::Row(_))) if self.sums_up(&before[..place], at) => {
                combine(claiming, &[], memory)?
            }
            (claiming, _) => combine(claiming, &others, memory)?,
        };
        let measure = self.ended(index, measure);
        let measure = if others.is_empty() { either(measure, listed) } else { measure };
        let whole = is_whole(measure);
        let channel = self.tokens.any(before, Word::Channel)
            || self.tokens.names_part(between)
            || self.tokens.any(before, Word::Bodies);
        if whole && (channel || unknown > 1 || self.lists_bodies(index, measure)) {
            let part = Measure::Requests { row: Row::ReceivedPart, applicant: None };
            return Some(Attribution::Claim(part, at, true));
        }
        let part = whole && self.tokens.names_part(before);
        let doubtful = part || unknown > if whole { 0 } else { 4 } || self.another_body(before, at);
        Some(Attribution::Claim(measure, at, doubtful))
    }

    /// 企业、律师事务所等提出 253 件: the applicants of several columns together.
    fn of_several(last: Claiming, others: &[Claiming], memory: &Memory) -> Option<Measure> {
        let rows: Vec<Claiming> =
            others.iter().copied().filter(|other| !matches!(other, Claiming::Applicant(_))).collect();
        let people = Claiming::Applicant(Applicant::NaturalPerson);
        let listed = || others.iter().copied().chain([last]).filter(|other| matches!(other, Claiming::Applicant(_)));
        let measure = match rows.split_last() {
            Some((row, rest)) => combine(*row, rest, memory)?,
            None => Measure::Requests { row: memory.requests.unwrap_or(Row::Received), applicant: None },
        };
        match (measure, listed().any(|one| one == people)) {
            // 律师事务所等法律服务机构 21 件.
            _ if listed().all(|one| one == last) => combine(last, &rows, memory),
            (Measure::Requests { row, .. }, false) => {
                Some(Measure::Requests { row, applicant: Some(Applicant::Organisation) })
            }
            (measure, _) => Some(measure),
        }
    }

    /// Whether several results before the one at `at` are only examples of it.
    fn sums_up(&self, before: &[usize], at: usize) -> bool {
        let results = before.iter().filter(|at| matches!(self.claiming(**at), Some(Claiming::Row(Row::Result(_)))));
        let last = results.clone().next_back().copied().unwrap_or(at);
        let results = results.count();
        let gap = (last + 1..=at).any(|at| self.tokens.gap_before(at).contains('等'));
        results > 1 || gap
    }

    /// 其中机关收到 8 件，所属学校收到 7 件: each is a part.
    fn lists_bodies(&self, index: usize, measure: Measure) -> bool {
        let received = matches!(measure, Measure::Requests { row: Row::Received | Row::NewlyReceived, .. });
        let said: Vec<usize> = (self.tokens.part_start(index)..index).collect();
        // 其中上年结转 121 件，本年新收 3525 件.
        let by_year = said.iter().any(|at| self.tokens.word(*at) == Some(Word::Row(Row::CarriedIn)));
        let by_year = by_year && matches!(measure, Measure::Requests { row: Row::NewlyReceived, .. });
        received && !by_year && said.iter().any(|at| self.tokens.word_text(*at) == "其中")
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
        } else if self.tokens.word_text(at) == "顺延" {
            return None;
        } else {
            Row::Carried
        };
        Some((Measure::Requests { row, applicant: None }, at))
    }

    /// 12 件投诉, 3 次会议: what follows the unit says what is counted.
    pub(super) fn counts_other_things(&self, index: usize) -> bool {
        let Some(next) = self.tokens.all.get(index + 1) else { return false };
        let gap = self.tokens.text.get(self.tokens.all[index].range.end..next.range.start).unwrap_or_default();
        gap.trim().is_empty() && self.tokens.is_object(index + 1)
    }
}

/// 同意公开或部分公开: the sum of both. 不掌握或无法提供: the wider one, or both.
pub(super) fn linked(row: Row, other: Row) -> Option<Measure> {
    let row = match (other, row) {
        (Row::Result(["予以公开"]), Row::Result(["部分公开"])) => Row::Result(&["予以公开", "部分公开"]),
        (Row::Result(other), Row::Result(one)) if !within(other, one) => Row::Both(other, one),
        _ => return None,
    };
    Some(Measure::Requests { row, applicant: None })
}

/// Whether the results are rows of the group.
fn within(rows: &[&str], group: &[&str]) -> bool {
    rows.iter().all(|row| group.iter().any(|group| row.strip_prefix(group).is_some_and(|rest| rest.starts_with('.'))))
}

/// After figures of both, an outcome may be that of either: 复议 3 起、诉讼 1 起，维持 3 起.
pub(super) fn either(measure: Measure, listed: &[Measure]) -> Measure {
    match (measure, united(listed)) {
        // 直接起诉 69 件、复议后起诉 101 件，仍有 31 件未审结.
        (
            Measure::Proceedings { outcome: outcome @ Some(_), .. },
            Some(Measure::Proceedings { route: Route::Litigation, .. }),
        ) => Measure::Proceedings { route: Route::Litigation, outcome },
        (
            Measure::Proceedings { outcome: outcome @ Some(_), .. },
            Some(Measure::Proceedings { route: Route::Both, .. }),
        ) => Measure::Proceedings { route: Route::Either, outcome },
        _ => measure,
    }
}

/// Whether it counts the requests of one channel.
pub(super) fn is_part(measure: Measure) -> bool {
    matches!(measure, Measure::Requests { row: Row::ReceivedPart, .. })
}

/// Whether it counts all requests, so that a channel or a kind named with it makes it a part.
pub(super) fn is_whole(measure: Measure) -> bool {
    let Measure::Requests { row, applicant: None } = measure else { return false };
    matches!(row, Row::Received | Row::NewlyReceived | Row::Handled | Row::Concluded | Row::Answered)
}
