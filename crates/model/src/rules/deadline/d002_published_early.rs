//! No report is published before its year is over.

use crate::rules::rule::{Case, Rule};
use crate::{Code, Diagnostic, Kind, Severity};

pub(super) static RULE: Rule = Rule {
    code: Code {
        id: "D002",
        kind: Kind::Deadline,
        severity: Severity::Error,
        title: "发布日期早于年度结束",
        docs: "\
## 检查什么

`发布日期` 在报告的年度结束以后。报告统计到 12 月 31 日，不可能在这以前公布。没有写 `发布日期` 的，不检查。`状态: 已公开` 的也不放行：日期不可能的，不是公布过的报告。

## 依据

《中华人民共和国政府信息公开条例》第四十九条：每年公布的是上一年度的年度报告。

## 例

2024 年的报告，`发布日期: 2024-01-20`：应当是 2025-01-20。

## 怎样改

核对日期，多半是年份没有改；也可能是报告放错了年度的文件夹。
",
    },
    check: |case| check(case).into_iter().collect(),
};

fn check(case: &Case) -> Option<Diagnostic> {
    let year = case.report.year;
    let published = case.report.published.as_ref().filter(|published| published.value.year() <= year)?;
    let message = format!("发布日期 {} 早于 {year} 年度结束", published.value);
    let finding = Diagnostic::new(&RULE.code, message).at(published.span, "").denying_record();
    Some(finding.help("核对年份，也核对报告放在了哪一年的文件夹。"))
}
