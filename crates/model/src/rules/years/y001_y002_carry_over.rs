//! What was left over last year is what was carried in this year.

use std::sync::Arc;

use crate::form::ApplicantColumn;
use crate::rules::rule::{Case, Rule};
use crate::rules::support::figures::{at_figure, see_figure};
use crate::{Address, Code, Decimal, Diagnostic, Kind, Report, Severity, Status};

/// Both years are ours: one of them can be mended.
pub(super) static OURS: Rule = Rule {
    code: Code {
        id: "Y001",
        kind: Kind::Years,
        severity: Severity::Error,
        title: "上年结转与上一年的报告不一致",
        docs: "\
## 检查什么

表三的每一列，今年的“二、上年结转”等于上一年报告的“四、结转下年度”。有机关在上一年底并入的（它的 `agency.yaml` 写着 `至` 和 `并入`），加上它的“结转下年度”。工作区里没有上一年报告的，不检查；上一年的报告是在别处公开的（`状态: 已公开`，写了 `来源`），见 Y002。今年和上一年都由同样的下级汇总的，各下级分别检查，这里只检查 `本级` 的数。

## 依据

国办公开办函〔2021〕30号所附表格：第二项是上一年结转的申请，也就是上一年报告的第四项。

## 例

2023 年自然人结转下年度 118 件，2024 年自然人上年结转写的是 116 件。

## 怎样改

核对是哪一年的数错了。今年的错了，改今年的“上年结转”；上一年已公开的错了，按规定更正，并在上一年的 `更正` 里写明。
",
    },
    check: |case| check(case, &OURS.code, false),
};

/// Last year's report was published elsewhere: the fault may be in what was taken over from there.
pub(super) static ELSEWHERE: Rule = Rule {
    code: Code {
        id: "Y002",
        kind: Kind::Years,
        severity: Severity::Warning,
        title: "上年结转与在别处公开的上一年报告不一致",
        docs: "\
## 检查什么

与 Y001 相同：表三的每一列，今年的“二、上年结转”等于上一年报告的“四、结转下年度”。不同的是，上一年的报告是在别处公开、转录过来的（`状态: 已公开`，并且写了 `来源`），可能是转录有误，也可能是当时公开的数有误。

## 依据

国办公开办函〔2021〕30号所附表格：第二项是上一年结转的申请，也就是上一年报告的第四项。

## 例

2023 年的报告已经在市政府网站公开，自然人结转下年度 118 件；2024 年自然人上年结转写的是 116 件。

## 怎样改

- 打开 `来源` 的网页，核对上一年的数。转录错了，改上一年的 `report.yaml`。
- 上一年公开的数确实错了，今年的数是对的，在今年的 `说明` 里写明理由，或者按规定更正上一年的报告。
- 机构改革后职责划转的，也在 `说明` 里写明。
",
    },
    check: |case| check(case, &ELSEWHERE.code, true),
};

fn check(case: &Case, code: &'static Code, elsewhere: bool) -> Vec<Diagnostic> {
    let merged = case.merged.iter().map(Arc::as_ref);
    let before: Vec<&Report> = case.last_year.into_iter().chain(merged).collect();
    if before.is_empty() || before.iter().any(|report| was_published_elsewhere(report)) != elsewhere {
        return Vec::new();
    }
    let columns = case.report.form.applications().applicants.iter();
    columns.filter_map(|column| check_column(case, &before, column, code)).collect()
}

fn was_published_elsewhere(report: &Report) -> bool {
    report.status == Status::Published && report.source.is_some()
}

/// `before` are the reports of the year before: the agency's own and those of agencies that became part of it.
fn check_column(case: &Case, before: &[&Report], column: &ApplicantColumn, code: &'static Code) -> Option<Diagnostic> {
    let report = case.report;
    let carried_in = report.form.applications().carried_in.at(&column.columns);
    let carried_out: Vec<(&Report, Address)> =
        before.iter().filter_map(|before| Some((*before, carried_out(before, column.key)?))).collect();
    let is_known = |(before, address): &(&Report, Address)| case.across_years(before).knows(address);
    if carried_out.is_empty() || !carried_out.iter().all(is_known) || !case.across_years(report).knows(&carried_in) {
        return None;
    }
    let parts: Vec<Decimal> =
        carried_out.iter().map(|(before, address)| case.across_years(before).sum(address)).collect();
    let (now, sum) = (case.across_years(report).sum(&carried_in), parts.iter().sum::<Decimal>());
    if now == sum {
        return None;
    }
    let written = match parts.as_slice() {
        [only] => only.to_string(),
        parts => format!("{} = {sum}", parts.iter().map(ToString::to_string).collect::<Vec<_>>().join(" + ")),
    };
    let message = format!(
        "表三“{}”：{} 年上年结转 {now}，而 {} 年结转下年度 {written}",
        column.key,
        report.year,
        report.year - 1
    );
    let finding = Diagnostic::new(code, message).help("两个数应当相等，核对是哪一年的错了。");
    let finding = at_figure(finding, report, &carried_in, "今年的上年结转");
    let shown =
        |finding, (before, address): &(&Report, Address)| see_figure(finding, before, address, "上一年的结转下年度");
    Some(carried_out.iter().fold(finding, shown))
}

/// What is left over in the column with this key; nothing where the report's form has no such column.
fn carried_out(report: &Report, applicant: &str) -> Option<Address> {
    let table = report.form.applications();
    table.applicant(applicant).map(|column| table.carried_out.at(column))
}
