//! A sum that counts a superior's tables and those below it, although the former seem to hold the latter.

use crate::aggregate::{CountedAgency, parts, seems_whole};
use crate::rules::rule::CityRule;
use crate::{Agency, Code, Diagnostic, Kind, Report, Severity};

pub(super) static RULE: CityRule = CityRule {
    code: Code {
        id: "M005",
        kind: Kind::City,
        severity: Severity::Warning,
        title: "汇总可能把下级的数加了两遍",
        docs: "\
## 检查什么

汇总既加某个机关的报告，又加它下面各机关的报告，而这个机关自己填的表没有写 `汇总`，每一格又都不小于下面各份报告之和：它的表很可能已经包括了下级的数。

## 依据

县级以上人民政府的年度报告，填的是整个地区的数（《中华人民共和国政府信息公开条例》第四十九条：本级政府上一年度政府信息公开工作年度报告）。每件申请只能算一遍。

## 例

市政府写 `汇总: 全部下级`。某区人民政府自己填本年新收 12 件，区里的两个局填 5 件、7 件：全市的数加了 12 + 5 + 7 = 24 件。

## 怎样改

- 表里已经包括下级的，在这份报告里加上一行 `汇总: 全部下级`：印的还是填的数，上级只加它这一份，程序还会逐格核对。
- 只是本机关自己的数，在 `说明` 里写明。
",
    },
    check: |city| city.municipality.reports().flat_map(|(agency, report)| check(agency, report)).collect(),
};

fn check(agency: &Agency, report: &Report) -> Vec<Diagnostic> {
    let Some(aggregation) = report.aggregation.as_ref().filter(|_| report.is_derived()) else { return Vec::new() };
    let counted = parts(agency, aggregation, report.year);
    counted.iter().filter_map(|part| twice(part, &counted)).collect()
}

/// What is wrong with counting `part`, if those below it are counted, too.
fn twice(part: &CountedAgency, counted: &[CountedAgency]) -> Option<Diagnostic> {
    let (agency, report) = (part.agency, part.report?);
    let is_below =
        |other: &&CountedAgency| other.agency.id != agency.id && other.agency.id.is_within(agency.id.as_str());
    let below = counted.iter().filter(is_below).filter(|part| part.report.is_some()).count();
    if below == 0 || !seems_whole(agency, report) {
        return None;
    }
    let message =
        format!("上级汇总时，既加这份报告，又加下面 {below} 份；而这份报告没有一格小于下面之和，可能已经包括它们");
    let finding = Diagnostic::new(&RULE.code, message);
    let span = report.figures.cells().find_map(|(_, cell)| cell.span);
    let finding = span.into_iter().fold(finding, |finding, span| finding.at(span, "这里填的表"));
    let finding = finding.help("已经包括下级的，加上一行 汇总: 全部下级；只是本机关自己的数，在“说明”里写明。");
    Some(finding.about(&agency.id, report.year))
}
