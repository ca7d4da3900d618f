//! A report for a year for which its agency says that it makes none.

use crate::rules::rule::CityRule;
use crate::{Agency, Code, Diagnostic, Kind, Report, Severity};

pub(super) static RULE: CityRule = CityRule {
    code: Code {
        id: "M007",
        kind: Kind::City,
        severity: Severity::Warning,
        title: "报告在机关编报的年度以外",
        docs: "\
## 检查什么

`agency.yaml` 写了 `至: 2022` 的，没有 2023 年以后的报告；写了 `自: 2024` 的，没有 2023 年以前的；写了 `不编报: true` 的，没有报告。

## 依据

两处说的不能都对：机关撤并以后还有报告，多半是 `至` 写错了一年，或者报告放错了文件夹。

## 例

`至: 2022`，而文件夹里有 2023 年的报告：`海州市甲局写了“至: 2022”，却有 2023 年的报告`。

## 怎样改

- 改正 `agency.yaml`，或把报告移到它所属的机关和年度。
- 确实如此的，在 `说明` 里写明理由。
",
    },
    check: |city| city.municipality.reports().filter_map(|(agency, report)| check(agency, report)).collect(),
};

fn check(agency: &Agency, report: &Report) -> Option<Diagnostic> {
    let duty = &agency.duty;
    let year = report.year;
    let said = if duty.exempt {
        "写着不编报".to_owned()
    } else if let Some(until) = duty.until.filter(|until| *until < year) {
        format!("编报到 {until} 年为止（至）")
    } else {
        format!("从 {} 年起编报（自）", duty.since.filter(|since| year < *since)?)
    };
    let message = format!("{}{said}，却有 {year} 年的报告", agency.name.value);
    let finding = Diagnostic::new(&RULE.code, message);
    let finding = finding.help("改正 agency.yaml，或把报告移到它所属的机关和年度；确实如此的，在“说明”里写明理由。");
    Some(finding.about(&agency.id, year))
}
