//! No sentence speaks of last year as if it were this one.

use super::last_problems;
use super::opening::is_opening;
use crate::rules::rule::{Case, Rule};
use crate::rules::support::sections::mentions;
use crate::rules::support::written_years::{WrittenYear, counted, month_of, subject, tells_event, years};
use crate::{Code, Diagnostic, Kind, Passage, SectionKind, Severity};

pub(super) static RULE: Rule = Rule {
    code: Code {
        id: "P002",
        kind: Kind::Period,
        severity: Severity::Warning,
        title: "正文里有从别的年度留下来的年份",
        docs: "\
## 检查什么

正文（开头见 P001）里以年份起头、讲那一年工作的句子（“2023年，我局……”“2023年全年……”“2023年主动公开信息310条”），年份是报告的年度：不是上一年，除第五、第六部分以外也不是下一年。

以上一年的月份起头的（“2023年5月，举办培训”）、“截至2023年底”说的是上一年年底的，也算；第六部分讲信息处理费等事项的句子，年份不在句首的（“本机关2023年度未收取信息处理费”）也算。第五部分列这一年的问题的（“2023年存在的主要问题：一是……”）也算，除非这一部分里还提到报告的年度，或者讲到这些问题的整改。

与上一年比较的（“较2023年增长”“2023年以来”）、说某一年发生了什么事的（“2023年印发的办法”）、文号和规划期（“〔2023〕5号”“2021—2025年”）、结转来的（“截至2023年底未办结的2件”）、同一段里也提到报告年度的，不算。

## 依据

《中华人民共和国政府信息公开条例》第四十九条、第五十条：年度报告写的是这一年度的情况。

## 例

2024 年的报告，第五部分写的是“2023年，我局政府信息公开工作取得了一定成绩，但还存在一定差距”：从上一年的报告复制来，没有改。

## 怎样改

- 内容是这一年的，把年份改过来。
- 内容是上一年的，删去或者改写。
- 确实要讲那一年的，写清楚与这一年的关系，如“2023年……，2024年……”。
",
    },
    check,
};

/// Sentences that set one year against another, or look ahead.
const RELATED: [&str; 12] =
    ["今年", "本年", "上年", "上一年", "去年", "同比", "相比", "较", "将", "拟", "计划", "下一步"];

fn check(case: &Case) -> Vec<Diagnostic> {
    let year = case.report.year;
    let passages = || case.prose.passages.iter();
    let retold = last_problems::are_retold(year, passages());
    passages().flat_map(|passage| check_passage(year, passage, retold)).collect()
}

/// `retold` says whether last year's problems have a place in this report.
fn check_passage(year: i16, passage: &Passage, retold: bool) -> Vec<Diagnostic> {
    let years = years(&passage.text);
    if !years.iter().any(|written| (written.year - year).abs() == 1) {
        return Vec::new();
    }
    let told_apart = is_opening(passage) || years.iter().any(|written| written.year == year);
    let sentences = passage.sentences().into_iter().filter_map(|range| {
        let sentence = passage.text.get(range.clone())?;
        let of_passage = if told_apart { None } else { left_over(year, passage.section, sentence) };
        let listed = || {
            let is_listed = passage.section == Some(SectionKind::Problems) && !retold;
            last_problems::listed(sentence).filter(|written| is_listed && written.year + 1 == year)
        };
        let written = of_passage.or_else(|| until_last_year(year, sentence)).or_else(listed)?;
        let place = passage.span(&(range.start + written.range.start..range.start + written.range.end))?;
        let message = format!("这一句说的是 {} 年，报告的年度是 {year}", written.year);
        let help = "内容是这一年的，把年份改过来；从别的年度复制来的，删去或改写。";
        Some(Diagnostic::new(&RULE.code, message).at(place, "").help(help))
    });
    sentences.collect()
}

/// The other year that a sentence is about, as if it were the report's.
fn left_over(year: i16, section: Option<SectionKind>, sentence: &str) -> Option<WrittenYear> {
    if mentions(sentence, &RELATED) {
        return None;
    }
    let plans = matches!(section, Some(SectionKind::Problems | SectionKind::Other));
    let is_other = |written: &WrittenYear| written.year + 1 == year || written.year - 1 == year && !plans;
    let of_section = || if section == Some(SectionKind::Other) { stated(year, sentence) } else { None };
    let of_last_year = |written: &WrittenYear| written.year + 1 == year;
    let of_month = || month_of(sentence).filter(of_last_year);
    let of_count = || counted(sentence).filter(is_other).filter(|_| !mentions(sentence, &PENDING));
    subject(sentence).filter(is_other).or_else(of_count).or_else(of_month).or_else(of_section)
}

/// Last year where section six says what was done: `本机关2023年度未收取信息处理费`.
fn stated(year: i16, sentence: &str) -> Option<WrittenYear> {
    let written = years(sentence).into_iter().next().filter(|written| written.year + 1 == year)?;
    let (before, behind) = (sentence.get(..written.range.start)?, sentence.get(written.range.end..)?);
    let behind = behind.trim_start_matches('度');
    let names_report = !mentions(before, &["《", "〔", "自", "从", "含"])
        && !mentions(sentence, &PENDING)
        && !mentions(sentence, &PERIOD)
        && before.chars().count() <= LEAD_IN;
    let tells = !tells_event(behind) && !behind.starts_with(['以', '的', '至', '—', '-', '～', '起', '底', '末']);
    (names_report && tells).then_some(written)
}

/// No more characters stand before the year that a sentence is about: 市投资促进局（本级）.
const LEAD_IN: usize = 15;

/// `截至2023年底` in the report of 2024.
fn until_last_year(year: i16, sentence: &str) -> Option<WrittenYear> {
    let all = years(sentence);
    if all.iter().any(|written| written.year == year) || mentions(sentence, &RELATED) || mentions(sentence, &PENDING) {
        return None;
    }
    all.into_iter().find(|written| {
        let until = sentence.get(..written.range.start).is_some_and(|before| {
            let before = before.trim_end();
            ["截至", "截止", "截止到", "截至到"].iter().any(|word| before.ends_with(word))
        });
        let behind: String =
            sentence[written.range.end..].chars().filter(|c| !c.is_whitespace()).take(LONGEST_END).collect();
        until && written.year + 1 == year && ENDS.iter().any(|end| behind.starts_with(end))
    })
}

/// How the end of a year is written.
const ENDS: [&str; 7] = ["底", "末", "年底", "年末", "年终", "12月", "十二月"];

const LONGEST_END: usize = 6;

/// What stood open at the end of last year belongs into this year's report.
const PENDING: [&str; 6] = ["结转", "未办", "尚未", "未审结", "遗留", "存量"];

/// What speaks of the period that the figures count, which P001 looks at.
const PERIOD: [&str; 3] = ["统计", "期限", "起至"];
