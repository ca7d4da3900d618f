//! Figures of table 2 in prose: 制发规范性文件 2 件, 作出行政许可决定 418 件, 行政事业性收费 12.5 万元.

use super::attribution::{Attribution, Setting};
use super::combine::Memory;
use super::measure::{Action, DocumentKind, Measure, Published};
use super::phrases::Phrase;
use super::scan::TokenKind;
use super::word::Word;

/// What makes of a permit or a penalty something else that is counted: 行政许可事项, 行政处罚听证.
const BEHIND: [&str; 24] = [
    "事项", "清单", "申请", "听证", "案卷", "信息", "公示", "权力", "权限", "法", "中心", "服务", "结果", "目录",
    "评查", "标准", "文书", "项目", "审批", "窗口", "裁量", "流程", "职权", "自由",
];

/// Words before a permit or a penalty that make it one of another kind: 不予行政许可.
const BEFORE: [&str; 13] =
    ["不予", "撤销", "变更", "注销", "撤回", "免予", "免于", "不", "延续", "补办", "申请", "受理", "拟"];

impl Setting<'_> {
    /// What of table 2 the figure at `index` counts, by the words before it in its clause.
    pub(super) fn by_published(&self, index: usize, before: &[usize], memory: &Memory) -> Option<Attribution> {
        let found = self
            .by_document(index, before, memory)
            .or_else(|| self.by_power(index, before))
            .or_else(|| self.by_charge(index, before))
            .or_else(|| self.by_total(index, before, memory))?;
        let clause = self.tokens.clause_before(index);
        let others = self.tokens.mentions(&clause, Phrase::System) || self.tokens.any(before, Word::Bodies);
        Some(if others { Attribution::Nothing } else { found })
    }

    /// 制发规范性文件 2 件，废止 1 件，现行有效 9 件.
    fn by_document(&self, index: usize, before: &[usize], memory: &Memory) -> Option<Attribution> {
        let last = |of: fn(Word) -> bool| before.iter().rposition(|at| self.tokens.word(*at).is_some_and(of));
        let Some(act) = last(|word| matches!(word, Word::Act(_))) else { return self.by_list(index, before, memory) };
        let Some(Word::Act(action)) = self.tokens.word(before[act]) else { return None };
        // 比上年多废止 12 件.
        if let Some(less) = self.change_before(before, before[act]) {
            let kind = memory.documents.map(|kind| Measure::Published(Published::Documents(kind, action)));
            return Some(Attribution::Difference { less, measure: kind });
        }
        let documents = last(|word| matches!(word, Word::Documents(_)));
        let named = match documents.and_then(|place| self.tokens.word(before[place])) {
            Some(Word::Documents(kind)) => Some(kind),
            _ => None,
        };
        let place = documents.map_or(act, |place| place.max(act));
        let (first, last) = (act.min(documents.unwrap_or(act)), before[place]);
        // 废止文件 272 件.
        let plain = named.is_none()
            && action != Action::Issued
            && self.tokens.word_text(last) != "文件"
            && self.plain_documents(act, before);
        let reviewed = self.tokens.mentions(&self.tokens.sentence(index), Phrase::Review);
        let kind = named.or(memory.documents.filter(|_| !reviewed)).or(plain.then_some(DocumentKind::Normative))?;
        let behind = &before[place + 1..];
        let other = |at: &usize| self.tokens.is_object(*at) && self.tokens.word_text(*at) != "文件";
        if behind.iter().any(other) || self.tokens.unknown_between(last, index) > 0 {
            return Some(Attribution::Nothing);
        }
        let between = behind.iter().any(|at| self.tokens.is_object(*at)) && !plain;
        if between {
            return Some(Attribution::Nothing);
        }
        let another = self.names_another(before, before[first]);
        // 其中县政府制发 9 件、部门制发 5 件.
        let listed = (self.tokens.part_start(index)..index).any(|at| self.tokens.word(at) == Some(Word::Part));
        if another && listed {
            return Some(Attribution::Nothing);
        }
        let doubtful = plain || another;
        Some(Attribution::Claim(Measure::Published(Published::Documents(kind, action)), before[first], doubtful))
    }

    /// 制发规章 3 件、规范性文件 74 件: the verb of the figure before.
    fn by_list(&self, index: usize, before: &[usize], memory: &Memory) -> Option<Attribution> {
        let Some(Measure::Published(Published::Documents(_, action))) = memory.last else { return None };
        let [documents] = before else { return None };
        let Word::Documents(kind) = self.tokens.word(*documents)? else { return None };
        let listed = self.tokens.kind(documents.checked_sub(1)?) == Some(TokenKind::Comma);
        let beside = self.tokens.unknown_between(documents - 1, index) == 0;
        let measure = Measure::Published(Published::Documents(kind, action));
        (listed && beside).then_some(Attribution::Claim(measure, *documents, false))
    }

    /// 废止文件: documents of no kind, directly behind the verb.
    fn plain_documents(&self, act: usize, before: &[usize]) -> bool {
        before.get(act + 1).is_some_and(|next| {
            self.tokens.word_text(*next) == "文件" && self.tokens.unknown_between(before[act], *next) == 0
        })
    }

    /// 作出行政许可决定 418 件.
    fn by_power(&self, index: usize, before: &[usize]) -> Option<Attribution> {
        let place = before.iter().rposition(|at| matches!(self.tokens.word(*at), Some(Word::Published(_))))?;
        let at = before[place];
        let Some(Word::Published(item)) = self.tokens.word(at) else { return None };
        let change = |word| matches!(word, Word::Compared | Word::Up | Word::Down);
        let filler = |at: &usize| {
            self.tokens.word(*at).is_some_and(|word| change(word) || matches!(word, Word::Filler | Word::Own))
        };
        let text = self.tokens.text;
        let behind = text.get(self.tokens.all[at].range.end..).unwrap_or_default();
        let gap = text.get(..self.tokens.all[at].range.start).unwrap_or_default();
        let short = !matches!(self.tokens.word_text(at).chars().next(), Some('行'));
        let part = self.tokens.any(before, Word::Part) && item != Published::Fees;
        let spoilt = part
            || !before[place + 1..].iter().all(filler)
            || self.tokens.unknown_between(at, index) > 0
            || BEHIND.iter().any(|word| behind.starts_with(word))
            || BEFORE.iter().any(|word| gap.ends_with(word))
            || before.iter().any(|other| matches!(self.tokens.word_text(*other), "受理"))
            || self.tokens.mentions(&self.tokens.clause_before(index), Phrase::Notice)
            || item == Published::Fees && self.tokens.mentions(&self.tokens.clause_before(index), Phrase::Relief)
            // 食品经营许可 12 件.
            || short && self.is_qualified(at);
        if spoilt {
            return Some(Attribution::Nothing);
        }
        let doubtful = short || self.names_another(before, at) || self.is_qualified(at) && !gap.ends_with('等');
        Some(Attribution::Claim(Measure::Published(item), at, doubtful))
    }

    /// Whether letters that the reader does not know stand directly before the token at `index`.
    fn is_qualified(&self, index: usize) -> bool {
        let verbs = ["作出", "实施", "采取", "办理", "核发", "完成", "下达", "各类", "等"];
        let gap = self.tokens.gap_before(index).trim();
        // 辐射类许可.
        let kind = index.checked_sub(1).filter(|kind| gap.is_empty() && self.tokens.word_text(*kind) == "类");
        if kind.is_some_and(|kind| self.tokens.gap_before(kind).contains(char::is_alphabetic)) {
            return true;
        }
        !gap.is_empty() && !verbs.iter().any(|verb| gap.ends_with(verb)) && gap.ends_with(char::is_alphabetic)
    }

    /// 无行政事业性收费项目，全年收费 0 元.
    fn by_charge(&self, index: usize, before: &[usize]) -> Option<Attribution> {
        let last = *before.iter().rfind(|at| self.tokens.word(**at) != Some(Word::Filler))?;
        let money = matches!(self.tokens.kind(index), Some(TokenKind::Money(_)));
        let charged = money && self.tokens.word_text(last) == "收费" && self.tokens.unknown_between(last, index) == 0;
        let named = (self.tokens.sentence_start(index)..last)
            .any(|at| self.tokens.word(at) == Some(Word::Published(Published::Fees)));
        (charged && named).then_some(Attribution::Claim(Measure::Published(Published::Fees), last, true))
    }

    /// 行政审批局作出行政许可决定 6101 件，加上其他部门，全区共 6827 件.
    fn by_total(&self, index: usize, before: &[usize], memory: &Memory) -> Option<Attribution> {
        let Some(measure @ Measure::Published(_)) = memory.last else { return None };
        let sums =
            before.last().is_some_and(|at| matches!(self.tokens.word_text(*at), "共" | "共计" | "合计" | "总计"));
        let plain = before.iter().all(|at| matches!(self.tokens.word(*at), Some(Word::Filler | Word::Own)));
        let added = self.tokens.mentions(&self.tokens.sentence(index), Phrase::Added);
        (sums && plain && added).then(|| Attribution::Claim(measure, before[0], true))
    }

    /// Whether the words before the one at `at` name others than the one that reports.
    fn names_another(&self, before: &[usize], at: usize) -> bool {
        let others = |other: &usize| *other < at && self.tokens.word(*other) == Some(Word::Scope);
        before.iter().any(others) || self.another_body(before, at)
    }
}
