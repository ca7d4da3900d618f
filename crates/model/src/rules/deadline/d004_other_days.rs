//! The days of 更正 and 落款 can be right.

use crate::rules::deadline::days::days;
use crate::rules::rule::{Case, Rule};
use crate::{Code, Diagnostic, Kind, Severity};

/// Nobody corrects or signs a report so many years later.
const LATEST: i16 = 20;

pub(super) static RULE: Rule = Rule {
    code: Code {
        id: "D004",
        kind: Kind::Deadline,
        severity: Severity::Error,
        title: "更正或落款的日期不可能",
        docs: "\
## 检查什么

`更正` 和 `落款` 的日期在报告的年度结束以后，不晚于其后 20 年。

## 依据

《中华人民共和国政府信息公开条例》第四十九条：每年公布的是上一年度的年度报告。报告统计到 12 月 31 日，不可能在这以前落款、更正。

## 例

2024 年的报告，`更正: [{日期: 2015-03-05, 内容: …}]`：应当是 2025-03-05。

## 怎样改

核对日期，多半是年份写错了。
",
    },
    check,
};

fn check(case: &Case) -> Vec<Diagnostic> {
    let year = case.report.year;
    let findings = days(case.report).filter_map(|(what, day)| {
        let wrong = match day.value.year() {
            written if written <= year => format!("早于 {year} 年度结束"),
            written if written > year.saturating_add(LATEST) => format!("比 {year} 年晚了 {LATEST} 年以上"),
            _ => return None,
        };
        let message = format!("{what}日期 {} {wrong}", day.value);
        Some(Diagnostic::new(&RULE.code, message).at(day.span, "").help("核对日期，多半是年份写错了。"))
    });
    findings.collect()
}
