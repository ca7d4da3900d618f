//! What is in force is what was in force, with what was issued, without what was repealed.

use crate::form::Stock;
use crate::rules::rule::{Case, Rule};
use crate::rules::support::figures::{at_figure, see_figure};
use crate::{Code, Diagnostic, Kind, Report, Severity};

pub(super) static RULE: Rule = Rule {
    code: Code {
        id: "Y003",
        kind: Kind::Years,
        severity: Severity::Warning,
        title: "现行有效件数与上一年的报告接不上",
        docs: "\
## 检查什么

表二的“规章”和“行政规范性文件”：今年的现行有效件数 = 上一年的现行有效件数 + 本年制发件数 − 本年废止件数。工作区里没有上一年报告的，或者两年用的表格不同的，不检查。今年和上一年都由同样的下级汇总的，各下级分别检查，这里只检查 `本级` 的数。

## 依据

国办公开办函〔2021〕30号所附表格：本年制发、本年废止、现行有效三项之间的关系。

## 例

行政规范性文件，2023 年现行有效 597 件，2024 年制发 50 件、废止 227 件，现行有效却写 430 件：`597 + 50 − 227 = 420`。

## 怎样改

- 核对三个数和上一年的数。“本年废止”包括被新文件代替的、自行失效的。
- “现行有效”是年底的件数，不是历年制发的总数。
- 修订、机构改革划转等原因确实接不上的，在 `说明` 里写明理由。
",
    },
    check,
};

/// Whether this rule tells of a row, which then needs no other to tell that its figures do not go together.
pub(in crate::rules) fn tells_of(case: &Case, stock: &Stock) -> bool {
    comparable(case).is_some_and(|last_year| check_row(case, last_year, "", stock).is_some())
}

/// Last year's report, if its figures are told on the same form.
fn comparable<'c>(case: &Case<'c>) -> Option<&'c Report> {
    case.last_year.filter(|last_year| std::ptr::eq(case.report.form, last_year.form))
}

fn check(case: &Case) -> Vec<Diagnostic> {
    let Some(last_year) = comparable(case) else { return Vec::new() };
    let Some(documents) = &case.report.form.disclosure().documents else { return Vec::new() };
    let rows = [("规章", &documents.regulations), ("行政规范性文件", &documents.normative_documents)];
    rows.into_iter().filter_map(|(row, stock)| check_row(case, last_year, row, stock)).collect()
}

fn check_row(case: &Case, last_year: &Report, row: &str, stock: &Stock) -> Option<Diagnostic> {
    let report = case.report;
    let columns = [&stock.issued, &stock.repealed, &stock.in_force];
    let known = columns.iter().all(|column| case.across_years(report).knows(column));
    if !known || !case.across_years(last_year).knows(&stock.in_force) {
        return None;
    }
    let [issued, repealed, in_force] = columns.map(|column| case.across_years(report).sum(column));
    let before = case.across_years(last_year).sum(&stock.in_force);
    let sum = before + issued - repealed;
    if in_force == sum {
        return None;
    }
    let message = format!(
        "表二“{row}”：现行有效 {in_force}，而上一年现行有效 {before} + 制发 {issued} − 废止 {repealed} = {sum}"
    );
    let finding = Diagnostic::new(&RULE.code, message).help("核对这几个数；确实接不上的，在“说明”里写明理由。");
    let finding = at_figure(finding, report, &stock.in_force, "今年的现行有效");
    Some(see_figure(finding, last_year, &stock.in_force, "上一年的现行有效"))
}
