//! A record under a name that its agency is no longer known by.

use crate::rules::rule::CityRule;
use crate::{Agency, Code, Diagnostic, Kind, Severity};

pub(super) static RULE: CityRule = CityRule {
    code: Code {
        id: "M009",
        kind: Kind::City,
        severity: Severity::Hint,
        title: "改了名称，没有写曾用名",
        docs: "\
## 检查什么

公布时存下的机关名称（`record.yaml`），是不是机关现在的名称，或者 `agency.yaml` 写明的曾用名。往年的报告仍用公布时的名称，不受影响。

## 依据

机构改革以后，公众仍用原来的名称找往年的报告。

## 例

“海州市大数据局”改名为“海州市数据局”，2024 年的报告是以原来的名称公布的。

## 怎样改

在 `agency.yaml` 里写上 `曾用名: [{名称: 海州市大数据局, 至: 2024}]`，`至` 是最后一个用它的年度。检索、命令都认得两个名称。
",
    },
    check: |city| city.municipality.agencies().filter_map(check).collect(),
};

/// The latest record under another name; whoever writes that one down knows of the earlier ones.
fn check(agency: &Agency) -> Option<Diagnostic> {
    let mut records = agency.reports.values().rev().filter_map(|report| Some((report, report.record.as_ref()?)));
    let (report, record) = records.find(|(_, record)| agency.names().all(|name| name != record.name.value))?;
    let (name, year) = (&record.name.value, report.year);
    let message = format!("{year} 年的报告公布时叫“{name}”，曾用名里没有");
    let help = format!("在 agency.yaml 里写上：曾用名: [{{名称: {name}, 至: {year}}}]；写错了的，改回原来的名称。");
    let finding = Diagnostic::new(&RULE.code, message).at(agency.name.span, "").see(record.name.span, "公布时的名称");
    Some(finding.help(help).about(&agency.id, None))
}
