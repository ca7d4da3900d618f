//! What was left over last year is what was carried in this year.

use super::rule::{Case, Rule, applicants};
use crate::{Code, Diagnostic, Kind, Report, Severity};

pub(super) static RULE: Rule = Rule {
    code: Code {
        id: "Y001",
        kind: Kind::Years,
        severity: Severity::Error,
        title: "上年结转与上一年的报告不一致",
        docs: "\
## 检查什么

表三的每一列，今年的“二、上年结转”等于上一年报告的“四、结转下年度”。工作区里没有上一年报告的，不检查。

## 依据

国办公开办函〔2021〕30号所附表格：第二项是上一年结转的申请，也就是上一年报告的第四项。

## 例

2023 年自然人结转下年度 118 件，2024 年自然人上年结转写的是 116 件。

## 怎样改

核对是哪一年的数错了。今年的错了，改今年的“上年结转”；上一年已公开的错了，按规定更正，并在上一年的 `更正` 里写明。
",
    },
    check,
};

fn check(case: &Case) -> Vec<Diagnostic> {
    let Some(last_year) = case.last_year else { return Vec::new() };
    let columns = applicants(case.report).into_iter();
    columns.filter_map(|column| check_column(case.report, last_year, column)).collect()
}

fn check_column(report: &Report, last_year: &Report, column: &str) -> Option<Diagnostic> {
    let carried_in = report.form.look_up(&format!("申请.上年结转.{column}")).ok()?;
    let carried_out = last_year.form.look_up(&format!("申请.结转下年度.{column}")).ok()?;
    let (now, before) = (report.figure(&carried_in), last_year.figure(&carried_out));
    if now == before {
        return None;
    }
    let message =
        format!("表三“{column}”：{} 年上年结转 {now}，而 {} 年结转下年度 {before}", report.year, last_year.year);
    let finding = Diagnostic::new(&RULE.code, message).help("两个数应当相等，核对是哪一年的错了。");
    let finding = match report.figures.cell(&carried_in).and_then(|cell| cell.span) {
        Some(span) => finding.at(span, "今年的上年结转"),
        None => finding,
    };
    Some(match last_year.figures.cell(&carried_out).and_then(|cell| cell.span) {
        Some(span) => finding.see(span, "上一年的结转下年度"),
        None => finding,
    })
}
