//! The agencies that 汇总 and 并入 name are there, and none is counted twice.

use crate::aggregate::{Misnamed, misnamed};
use crate::rules::rule::{City, CityRule};
use crate::{Agency, Code, Diagnostic, Kind, Municipality, Report, Severity};

pub(super) static RULE: CityRule = CityRule {
    code: Code {
        id: "M003",
        kind: Kind::City,
        severity: Severity::Error,
        title: "汇总或并入的机关写得不对",
        docs: "\
## 检查什么

`汇总` 名单里的每一个机关，都在这个机关的下面，只有一个叫这个名称，只写一次，也不在名单里另一个机关的汇总里（那样它的数就加了两遍）。

`agency.yaml` 的 `并入` 写的是工作区里的另一个机关。

## 依据

汇总的数是各机关的数之和，少一个、多一遍都不对。

## 例

`汇总: [市教育局, 市财证局]`，没有叫“市财证局”的下级。

## 怎样改

照文件夹名、全称或简称改正。全部下级都要汇总的，写 `汇总: 全部下级`，不必列名单。
",
    },
    check,
};

fn check(city: &City) -> Vec<Diagnostic> {
    let lists = city.municipality.reports().flat_map(|(agency, report)| lists(agency, report));
    let successors = city.municipality.agencies().filter_map(|agency| successor(city.municipality, agency));
    lists.chain(successors).collect()
}

fn lists(agency: &Agency, report: &Report) -> Vec<Diagnostic> {
    let misnamed = report.aggregation.iter().flat_map(|aggregation| misnamed(agency, aggregation, report.year));
    misnamed
        .map(|(name, why)| {
            let finding = Diagnostic::new(&RULE.code, told(&name.value, why)).at(name.span, "");
            let finding = finding.help("照文件夹名、全称或简称改正；加了两遍的，删去这一个。");
            finding.about(&agency.id, report.year)
        })
        .collect()
}

fn told(word: &str, why: Misnamed) -> String {
    let name = |agency: &Agency| agency.name.value.clone();
    match why {
        Misnamed::Unknown => format!("没有叫“{word}”的下级"),
        Misnamed::Ambiguous(one, other) => {
            let both = [one, other].map(|agency| format!("{}（{}）", name(agency), agency.id));
            format!("“{word}”有不止一个：{}，请写括号里的文件夹名", both.join("、"))
        }
        Misnamed::Twice(agency) => format!("{}已经在名单里了", name(agency)),
        Misnamed::Within(inner, outer) => format!("{}的数已经在{}的汇总里，会加两遍", name(inner), name(outer)),
    }
}

fn successor(municipality: &Municipality, agency: &Agency) -> Option<Diagnostic> {
    let written = agency.duty.successor.as_ref()?;
    let known = municipality.agencies().any(|other| other.id != agency.id && other.is_called(&written.value));
    if known {
        return None;
    }
    let finding = Diagnostic::new(&RULE.code, format!("没有叫“{}”的另一个机关", written.value)).at(written.span, "");
    let finding = finding.help("写接着做它的工作的机关，文件夹名、全称或简称都可以。");
    Some(finding.about(&agency.id, None))
}
