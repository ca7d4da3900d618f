//! Title, period and opening speak of the reporting year.

use super::opening::is_opening;
use crate::rules::rule::{Case, Rule};
use crate::rules::support::sections::mentions;
use crate::rules::support::written_years::{subject, years};
use crate::{Code, Diagnostic, Kind, Passage, SectionKind, Severity};

pub(super) static RULE: Rule = Rule {
    code: Code {
        id: "P001",
        kind: Kind::Period,
        severity: Severity::Warning,
        title: "标题、统计期限或开头写的是别的年度",
        docs: "\
## 检查什么

- `标题` 里的年份是报告的年度；
- 写了统计期限的（“统计期限自……年1月1日起至12月31日止”），是报告的年度；
- 编制说明和第一部分开头的段落，以年份起头的（“2023年，我局……”），是报告的年度。

说某一年发生了什么事的（“2023年，我市被列为试点”），段落里也提到报告年度的，不算。

标题和统计期限写错年度，起草时是警告，可公开的报告里是错误；已公开的只记录。

## 依据

《中华人民共和国政府信息公开条例》第四十九条：公布的是上一年度的年度报告。

## 例

2024 年的报告，编制说明写的是“数据统计期限自2023年1月1日起至2023年12月31日止”：从上一年的报告复制来，没有改。

## 怎样改

改成报告的年度，并且通读全文，看看是不是还有从上一年复制来、没有改的地方。
",
    },
    check,
};

/// What speaks of the period that the figures count.
const PERIOD: [&str; 4] = ["统计", "期限", "起至", "日起"];

const HELP: &str = "改成报告的年度，再看看还有没有从别的年度复制来、没有改的地方。";

fn check(case: &Case) -> Vec<Diagnostic> {
    let opening = opening(case).flat_map(|passage| [period(case, passage), beginning(case, passage)]);
    let closing = case.prose.section(Some(SectionKind::Other)).map(|passage| period(case, passage));
    std::iter::once(title(case)).chain(opening).chain(closing).flatten().collect()
}

fn opening<'c>(case: &'c Case) -> impl Iterator<Item = &'c Passage> {
    case.prose.passages.iter().filter(|passage| is_opening(passage))
}

fn title(case: &Case) -> Option<Diagnostic> {
    let title = case.report.title.as_ref()?;
    let years = years(&title.value);
    let wrong = years.first().filter(|_| years.iter().all(|written| written.year != case.report.year))?;
    let message = format!("标题写的是 {} 年，报告的年度是 {}", wrong.year, case.report.year);
    Some(certain(case, message).at(title.span, ""))
}

/// What cannot be meant, and would go out under the wrong year.
fn certain(case: &Case, message: String) -> Diagnostic {
    case.certain(Diagnostic::new(&RULE.code, message)).help(HELP)
}

/// The period from the first to the last day of a year.
fn period(case: &Case, passage: &Passage) -> Option<Diagnostic> {
    if years(&passage.text).iter().all(|written| written.year == case.report.year) {
        return None;
    }
    passage.sentences().into_iter().find_map(|range| {
        let sentence = passage.text.get(range.clone())?;
        let bare: String = sentence.chars().filter(|character| !character.is_whitespace()).collect();
        if !mentions(sentence, &PERIOD) || !bare.contains("年1月1日") || !bare.contains("12月31日") {
            return None;
        }
        let wrong = years(sentence).into_iter().find(|written| {
            let behind: String = sentence[written.range.end..].chars().filter(|c| !c.is_whitespace()).take(6).collect();
            written.year != case.report.year && (behind.starts_with("1月1日") || behind.starts_with("12月31日"))
        })?;
        let message = format!("统计期限写的是 {} 年，报告的年度是 {}", wrong.year, case.report.year);
        let written = range.start + wrong.range.start..range.start + wrong.range.end;
        Some(certain(case, message).at(passage.span(&written)?, ""))
    })
}

/// The year that an opening paragraph begins with.
fn beginning(case: &Case, passage: &Passage) -> Option<Diagnostic> {
    let years = years(&passage.text);
    if years.is_empty() || years.iter().any(|written| written.year == case.report.year) {
        return None;
    }
    let first = passage.sentences().into_iter().next()?;
    let wrong = subject(passage.text.get(first.clone())?)?;
    let message = format!("开头写的是 {} 年，报告的年度是 {}", wrong.year, case.report.year);
    let written = first.start + wrong.range.start..first.start + wrong.range.end;
    Some(Diagnostic::new(&RULE.code, message).at(passage.span(&written)?, "").help(HELP))
}
