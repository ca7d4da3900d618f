//! No sentence speaks of last year as if it were this one.

use super::opening::is_opening;
use crate::rules::rule::{Case, Rule};
use crate::rules::support::sections::mentions;
use crate::rules::support::written_years::{WrittenYear, subject, years};
use crate::{Code, Diagnostic, Kind, Passage, SectionKind, Severity};

pub(super) static RULE: Rule = Rule {
    code: Code {
        id: "P002",
        kind: Kind::Period,
        severity: Severity::Warning,
        title: "正文里有从别的年度留下来的年份",
        docs: "\
## 检查什么

正文（开头见 P001）里以年份起头、讲那一年工作的句子（“2023年，我局……”“2023年全年……”），年份是报告的年度：不是上一年，除第五、第六部分以外也不是下一年。

与上一年比较的（“较2023年增长”“2023年以来”）、说某一年发生了什么事的（“2023年印发的办法”）、文号和规划期（“〔2023〕5号”“2021—2025年”）、同一段里也提到报告年度的，不算。

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
    let body = case.prose.passages.iter().filter(|passage| !is_opening(passage));
    body.flat_map(|passage| check_passage(case.report.year, passage)).collect()
}

fn check_passage(year: i16, passage: &Passage) -> Vec<Diagnostic> {
    let plans = matches!(passage.section, Some(SectionKind::Problems | SectionKind::Other));
    let left_over = |written: &WrittenYear| written.year + 1 == year || written.year - 1 == year && !plans;
    let years = years(&passage.text);
    if !years.iter().any(left_over) || years.iter().any(|written| written.year == year) {
        return Vec::new();
    }
    let sentences = passage.sentences().into_iter().filter_map(|range| {
        let sentence = passage.text.get(range.clone())?;
        let written = subject(sentence).filter(|written| left_over(written) && !mentions(sentence, &RELATED))?;
        let place = passage.span(&(range.start + written.range.start..range.start + written.range.end))?;
        let message = format!("这一句说的是 {} 年，报告的年度是 {year}", written.year);
        let help = "内容是这一年的，把年份改过来；从别的年度复制来的，删去或改写。";
        Some(Diagnostic::new(&RULE.code, message).at(place, "").help(help))
    });
    sentences.collect()
}
