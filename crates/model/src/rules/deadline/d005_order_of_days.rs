//! A report is signed before it is published and corrected afterwards.

use crate::rules::deadline::days::{CORRECTED, days};
use crate::rules::rule::{Case, Rule};
use crate::{Code, Diagnostic, Kind, Severity};

pub(super) static RULE: Rule = Rule {
    code: Code {
        id: "D005",
        kind: Kind::Deadline,
        severity: Severity::Warning,
        title: "更正、落款和发布的日期先后不对",
        docs: "\
## 检查什么

`更正` 的日期不早于 `发布日期`，`落款` 的日期不晚于 `发布日期`。没有写 `发布日期` 的，不检查。

## 依据

报告先落款，再公布，公布以后才会更正。

## 例

`发布日期: 2025-01-20`，`更正: [{日期: 2025-01-05, 内容: …}]`。

## 怎样改

核对这两个日期；确实如此的，在 `说明` 里写明理由。
",
    },
    check,
};

fn check(case: &Case) -> Vec<Diagnostic> {
    let Some(published) = &case.report.published else { return Vec::new() };
    // Days that cannot be are told of already.
    let possible = days(case.report).filter(|(_, day)| day.value.year() > case.report.year);
    let findings = possible.filter_map(|(what, day)| {
        let wrong = match what {
            CORRECTED if day.value < published.value => "早于",
            CORRECTED => return None,
            _ if day.value > published.value => "晚于",
            _ => return None,
        };
        let message = format!("{what}日期 {} {wrong}发布日期 {}", day.value, published.value);
        let finding = Diagnostic::new(&RULE.code, message).at(day.span, "").see(published.span, "");
        Some(finding.help("核对这两个日期；确实如此的，在“说明”里写明理由。"))
    });
    findings.collect()
}
