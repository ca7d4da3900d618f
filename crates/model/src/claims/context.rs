//! Whether a figure speaks of this report at all: its subject, its year, its body.

use super::Doubt;
use super::attribution::{Setting, is_whole};
use super::measure::{Measure, Row};
use super::phrases::Phrase;
use super::scan::TokenKind;
use super::subject::Subject;
use super::word::Word;

/// How the names of other agencies end, which speak of their own requests.
const AGENCIES: [&str; 13] =
    ["管委会", "委员会", "局", "委", "厅", "院", "署", "所", "支队", "大队", "公司", "集团", "机构"];

/// What earlier requests do to lead to this year's cases.
const LEADS: [&str; 6] = ["引发", "产生", "引起", "导致", "发生", "涉及"];

impl Setting<'_> {
    /// What the words before the figure at `index` leave open; `word` made it a claim.
    pub(super) fn doubt(
        &self,
        index: usize,
        word: usize,
        measure: Measure,
        doubtful: bool,
        listed: &[Measure],
    ) -> Doubt {
        let cases = matches!(measure, Measure::Proceedings { .. });
        if self.names_another_agency(index, word)
            || self.is_one_of_several(index, word, measure)
            || rest_of(measure, listed)
        {
            Doubt::Elsewhere
        } else if is_whole(measure) && self.names_a_stranger(index, word) {
            Doubt::Some
        } else if cases && self.of_earlier_requests(index) {
            Doubt::EarlierRequests
        } else {
            Doubt::from(doubtful)
        }
    }

    /// 自然资源局收到申请 820 件: another agency's requests, unless it is the one that reports.
    fn names_another_agency(&self, index: usize, word: usize) -> bool {
        let before = self.tokens.before(index);
        let names = before.iter().filter(|at| **at <= word).filter_map(|at| self.name_before(*at));
        let mut agencies = names.filter(|name| name.contains("一家") || AGENCIES.iter().any(|end| name.ends_with(end)));
        agencies.any(|name| !self.is_own(name)) || self.tokens.any(&before, Word::Bodies)
    }

    /// 不予公开等 1619 件: other results are counted with it.
    fn is_one_of_several(&self, index: usize, word: usize, measure: Measure) -> bool {
        let result = matches!(measure, Measure::Requests { row: Row::Result(_) | Row::AnyResult(_), applicant: None });
        result && word < index && (word + 1..=index).any(|at| self.tokens.gap_before(at).trim_start().starts_with('等'))
    }

    /// The words before a token that the reader does not know, with the word that they end: 行政审批局.
    fn name_before(&self, at: usize) -> Option<&str> {
        let gap = self.tokens.gap_before(at).trim().trim_end_matches('在').trim_end_matches("牵头");
        if gap.chars().count() != 1 {
            return Some(gap);
        }
        let word = at.checked_sub(1).filter(|word| self.tokens.is_object(*word))?;
        self.tokens.text.get(self.tokens.all[word].range.start..self.tokens.all[at].range.start)
    }

    /// 所属单位受理 12 件: words before the verb that the reader does not know may name another body.
    fn names_a_stranger(&self, index: usize, word: usize) -> bool {
        let before = self.tokens.before(index);
        let gaps = before.iter().filter(|at| **at <= word).map(|at| self.tokens.gap_before(*at).trim());
        gaps.filter(|gap| gap.contains(char::is_alphabetic)).any(|gap| !self.is_own(gap))
    }

    fn is_own(&self, name: &str) -> bool {
        self.names.iter().any(|own| !name.is_empty() && (own.ends_with(name) || name.ends_with(own)))
    }

    /// Whether the cases counted at `index` are said to come from earlier requests: 因上年度申请引发的行政复议 3 件.
    fn of_earlier_requests(&self, index: usize) -> bool {
        (self.tokens.sentence_start(index)..index).any(|at| self.leads_to_cases(at))
    }

    /// 因上年申请引发的…: the year of the requests, not of the cases.
    fn leads_to_cases(&self, at: usize) -> bool {
        let earlier = match self.tokens.kind(at) {
            Some(TokenKind::Year(year)) => year < self.year,
            Some(TokenKind::Word(Word::LastYear)) => true,
            _ => false,
        };
        if !earlier {
            return false;
        }
        let word = |at: usize| self.tokens.word(at);
        let request = |at: &usize| matches!(word(*at), Some(Word::Request | Word::Topic));
        let near = at + 1..self.tokens.all.len().min(at + 7);
        let behind = near.take_while(|at| word(*at).is_some()).collect::<Vec<_>>();
        let asked = behind.iter().position(request);
        let leads = |at: &usize| LEADS.contains(&self.tokens.word_text(*at));
        asked.is_some_and(|place| behind[place..].iter().any(leads))
    }

    /// Whether the passage speaks of what the measure counts at `index`; `word` made it a claim.
    pub(super) fn about(&self, index: usize, word: usize, measure: Measure) -> bool {
        if self.tokens.mentions(&self.tokens.sentence(index), Phrase::Unrelated) || self.is_on_behalf(index) {
            return false;
        }
        let behind = self.tokens.behind(index);
        // 收到的 6 件申请中.
        let request = behind
            .first()
            .is_some_and(|at| self.tokens.word(*at) == Some(Word::Request) && self.subjects[*at] == Subject::Requests);
        let topic_behind = request || self.tokens.any(&behind, Word::Topic);
        let requests = topic_behind || self.subjects[index.max(word)] == Subject::Requests;
        match measure {
            Measure::Requests { row, .. } => {
                (requests || self.names_a_result(index, row))
                    && !self.is_about_fees(index)
                    && !self.sorts_documents(index)
            }
            Measure::Proceedings { .. } => {
                self.is_about_own_cases(index, index.min(word), requests) || self.of_earlier_requests(index)
            }
            Measure::Published(_) => true,
        }
    }

    /// 承办市政府转办的依申请公开事项 5 件: requests that another agency received.
    fn is_on_behalf(&self, index: usize) -> bool {
        self.tokens.mentions(&self.tokens.clause_before(index), Phrase::OnBehalf)
    }

    /// The official results are named nowhere else, so that 申请 alone is enough of a subject for them.
    fn names_a_result(&self, index: usize, row: Row) -> bool {
        let result = matches!(row, Row::Result(_) | Row::CarriedIn | Row::CarriedOut);
        let says = |phrase| self.tokens.mentions(&self.tokens.sentence(index), phrase);
        let named = says(Phrase::Request) && !says(Phrase::Reconsideration);
        result && named && self.subjects[index] != Subject::Foreign
    }

    /// 对 25 件申请收取了信息处理费: how many were charged stands in no table.
    fn is_about_fees(&self, index: usize) -> bool {
        let clause = [self.tokens.clause_before(index), self.tokens.clause_behind(index)];
        clause.iter().any(|range| self.tokens.mentions(range, Phrase::Charge))
    }

    /// Cases about disclosure, against the agency: who reviews the cases of others speaks of its work.
    fn is_about_own_cases(&self, index: usize, first: usize, requests: bool) -> bool {
        let named = self.tokens.mentions(&self.tokens.said(index), Phrase::Disclosure);
        let reviewer = self.names.iter().any(|name| name.contains("司法"));
        let work = self.tokens.mentions(&self.tokens.clause_before(first), Phrase::Work);
        let of_others = self.tokens.mentions(&self.tokens.sentence(index), Phrase::Reviewer);
        (named || requests && !reviewer) && !work && !of_others
    }

    /// 主动公开 36 件、依申请公开 436 件、不予公开 43 件: how documents are to be disclosed, not requests.
    fn sorts_documents(&self, index: usize) -> bool {
        let tokens = self.tokens;
        if tokens.mentions(&tokens.sentence(index), Phrase::Sorted) {
            return true;
        }
        let mut sentence = tokens.sentence_start(index)..tokens.sentence_end(index);
        let documents = |at: usize| tokens.gap_before(at).trim_end().ends_with("主动公开");
        sentence.any(|at| matches!(tokens.kind(at), Some(TokenKind::Quantity(_))) && documents(at))
    }

    /// Whether what is said at `index` is of another year: the nearest named before it in its sentence.
    pub(super) fn of_other_year(&self, index: usize) -> bool {
        let tokens = self.tokens;
        let bracket = tokens.bracket(index);
        let outside = |at: usize| tokens.bracket(at).is_none_or(|open| Some(open) == bracket);
        let named = (tokens.sentence_start(index)..index).rev().find_map(|at| match tokens.kind(at) {
            _ if self.leads_to_cases(at) => None,
            Some(TokenKind::Year(year)) if self.says_when(at) && outside(at) => Some(year),
            // 上年无结转，本年度收到 2 件.
            Some(TokenKind::Word(Word::Own)) if outside(at) && self.is_this_year(at) => Some(self.year),
            Some(TokenKind::Word(Word::LastYear))
                if outside(at) && !self.is_compared(at) && tokens.word(at + 1) != Some(Word::Carry) =>
            {
                Some(self.year - 1)
            }
            _ => None,
        });
        named.is_some_and(|named| named != self.year)
    }

    /// 2020 年至 2024 年五年间, “十四五”以来: named before the figure at `index`, and no other figure between.
    pub(super) fn is_of_several_years(&self, index: usize) -> bool {
        let tokens = self.tokens;
        let figure = |at: usize| matches!(tokens.kind(at), Some(TokenKind::Quantity(_) | TokenKind::Percent(_)));
        let mut said = (tokens.sentence_start(index)..index).rev().take_while(|at| !figure(*at));
        said.any(|at| match tokens.kind(at) {
            Some(TokenKind::Word(Word::Period)) => self.begins_years(at),
            Some(TokenKind::Year(year)) => year < self.year && self.reaches_to_year(at),
            _ => false,
        })
    }

    /// 以来 and 年间, but not 今年以来.
    fn begins_years(&self, at: usize) -> bool {
        let long = ["以来", "年间", "十四五", "十三五", "近五年", "近三年", "近四年", "近两年", "五年来", "三年来"];
        let this_year = at.checked_sub(1).is_some_and(|before| {
            self.tokens.kind(before) == Some(TokenKind::Year(self.year)) || self.tokens.word(before) == Some(Word::Own)
        });
        long.contains(&self.tokens.word_text(at)) && !this_year
    }

    /// 2020 年至 2024 年.
    fn reaches_to_year(&self, at: usize) -> bool {
        let to = ["至", "到", "—", "——", "-", "－", "～", "~"];
        let next = (at + 1..at + 3).find(|at| matches!(self.tokens.kind(*at), Some(TokenKind::Year(_))));
        next.is_some_and(|next| {
            let between = self.tokens.all[at].range.end..self.tokens.all[next].range.start;
            self.tokens.text.get(between).is_some_and(|gap| to.contains(&gap.trim()))
        })
    }

    fn is_this_year(&self, at: usize) -> bool {
        let year = ["今年", "本年", "本年度", "本年内", "今年内"].contains(&self.tokens.word_text(at));
        // 上一年度 and 2023 年度 end in the same letters.
        year && !matches!(at.checked_sub(1).and_then(|at| self.tokens.kind(at)), Some(TokenKind::Year(_)))
    }

    /// 由上年的 440 件降至…, 与上年持平: last year is named, but not spoken of.
    fn is_compared(&self, at: usize) -> bool {
        let behind = self.tokens.text.get(self.tokens.all[at].range.end..).unwrap_or_default();
        let from = at.checked_sub(1).and_then(|before| self.tokens.word(before)) == Some(Word::From);
        from || behind.starts_with('的')
            || ["与", "和", "同", "比", "较"].iter().any(|word| self.tokens.ends_before(at, word))
    }

    /// Whether a year says when, not which: 2019 年修订的《条例》 and 较 2023 年 do not.
    fn says_when(&self, at: usize) -> bool {
        let rest = self.tokens.text.get(self.tokens.all[at].range.end..).unwrap_or_default();
        let names = ["修订", "印发", "出台", "发布", "制定", "版", "号", "颁布", "施行", "以前", "底前"];
        let compared = ["较", "比", "与", "同", "至", "到", "—", "-"];
        // 2024 年结转的 7 件.
        let behind = self.tokens.word(at + 1) == Some(Word::Carry);
        let carried = at.checked_sub(1).and_then(|before| self.tokens.word(before)) == Some(Word::Carry);
        !carried
            && !behind
            && !names.iter().any(|word| rest.starts_with(word))
            && !compared.iter().any(|word| self.tokens.ends_before(at, word))
    }

    /// Whether the words before the verb at `at` name a body within the one that reports.
    pub(super) fn another_body(&self, before: &[usize], at: usize) -> bool {
        if before.iter().any(|other| *other < at && self.tokens.word(*other) == Some(Word::Scope)) {
            return true;
        }
        // A bureau that speaks of the whole city does not speak of itself.
        let government = self.names.iter().any(|name| name.ends_with("政府"));
        let wide = |other: &usize| {
            ["全市", "全区", "全县", "全省", "全镇", "我市", "我区", "我县"].contains(&self.tokens.word_text(*other))
        };
        if !government && before.iter().any(wide) {
            return true;
        }
        let gap = self.tokens.gap_before(at).trim_end();
        let own = self.is_own(gap);
        gap.ends_with([
            '局', '委', '办', '厅', '院', '县', '区', '市', '镇', '乡', '街', '所', '校', '园', '站', '队', '级',
        ]) && !own
    }
}

/// 主动撤销 6 件，其他处理 3 件: what is left of 其他处理.
fn rest_of(measure: Measure, listed: &[Measure]) -> bool {
    let part = |one: &Measure| matches!(one, Measure::Requests { row: Row::PartOf(rows), .. } if rows.iter().any(|row| row.starts_with("其他处理")));
    matches!(measure, Measure::Requests { row: Row::Result(["其他处理"]), .. }) && listed.iter().any(part)
}
