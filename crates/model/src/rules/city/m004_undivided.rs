//! A sum whose form has 其他处理 in three rows counts reports that have it in one.

use crate::aggregate::{CountedAgency, parts};
use crate::rules::rule::CityRule;
use crate::{Agency, Code, Diagnostic, Kind, Report, Severity};

pub(super) static RULE: CityRule = CityRule {
    code: Code {
        id: "M004",
        kind: Kind::City,
        severity: Severity::Warning,
        title: "汇总的“其他处理”有下级没有分项",
        docs: "\
## 检查什么

汇总的报告，表三“（六）其他处理”分三项，而有下级的报告没有分项，又有数。这些数不知道属于哪一项，都计入了“3.其他”。

## 依据

国办公开办函〔2021〕30号所附表格，“（六）其他处理”分三项。

## 例

某区的报告写着 `其他处理: {自然人: 2}`，市的汇总把 2 件计入“3.其他”。

## 怎样改

- 请下级把“其他处理”分三项填写。
- 汇总的表也要印成一行的，在 `本级` 的 `申请` 里写 `其他处理: {自然人: 0}`。
- 确实分不开的，在 `说明` 里写明理由。
",
    },
    check: |city| city.municipality.reports().filter_map(|(agency, report)| check(agency, report)).collect(),
};

fn check(agency: &Agency, report: &Report) -> Option<Diagnostic> {
    let aggregation = report.aggregation.as_ref().filter(|_| report.is_derived())?;
    let parts = parts(agency, aggregation, report.year).into_iter();
    let names: Vec<&str> =
        parts.filter(|part| is_whole(part, report)).map(|part| part.agency.name.value.as_str()).collect();
    let first = names.first()?;
    let others = if names.len() > 1 { format!("等 {} 个机关", names.len()) } else { String::new() };
    let message = format!("{first}{others}的“其他处理”没有分三项，汇总时计入了“3.其他”");
    let finding = Diagnostic::new(&RULE.code, message).at(aggregation.span, "");
    let finding = finding.help("请下级分三项填写；也要印成一行的，在“本级”的“申请”里写 其他处理: {自然人: 0}。");
    Some(finding.about(&agency.id, report.year))
}

/// Whether a part has a figure in one row that the sum divides.
fn is_whole(part: &CountedAgency, sum: &Report) -> bool {
    let divided = sum.form.divides_other();
    part.report.is_some_and(|report| {
        let table = report.form.applications();
        divided && !report.form.divides_other() && !report.figure(&table.other.at(&table.total)).is_zero()
    })
}
