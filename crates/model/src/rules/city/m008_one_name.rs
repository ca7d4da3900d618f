//! Two agencies of one name.

use std::collections::BTreeMap;

use crate::rules::rule::{City, CityRule};
use crate::{Agency, Code, Diagnostic, Kind, Severity};

pub(super) static RULE: CityRule = CityRule {
    code: Code {
        id: "M008",
        kind: Kind::City,
        severity: Severity::Warning,
        title: "两个机关的名称相同",
        docs: "\
## 检查什么

工作区里没有两个机关的 `名称` 相同，同一个上级下面也没有两个 `简称` 相同（不同的县都有“教育局”，可以）。

一个到 `至` 那一年为止、另一个从以后的 `自` 起的，是先后两个机关，不报。

## 依据

名称相同，目录、标题和检索里分不清是谁的报告；`汇总` 和 `并入` 写名称的，也不知道指哪一个。

## 例

把 `jyj` 的文件夹复制为 `wgj`，`agency.yaml` 里的 `名称` 没有改：`名称“海州市教育局”与 jyj 的相同`。

## 怎样改

把复制来的改成它自己的名称；名称确实相同的，写全，前面加上地名或上级的名称。
",
    },
    check,
};

fn check(city: &City) -> Vec<Diagnostic> {
    let mut known = Namesakes::default();
    let mut findings = Vec::new();
    let mut ahead: Vec<(&Agency, &str)> = vec![(&city.municipality.root, "")];
    while let Some((agency, superior)) = ahead.pop() {
        findings.extend(known.meet(agency, superior));
        ahead.extend(agency.children.iter().rev().map(|child| (child, agency.id.as_str())));
    }
    findings
}

/// The agencies that were met, by what they are called.
#[derive(Default)]
struct Namesakes<'a> {
    names: BTreeMap<&'a str, &'a Agency>,
    short_names: BTreeMap<(&'a str, &'a str), &'a Agency>,
}

impl<'a> Namesakes<'a> {
    fn meet(&mut self, agency: &'a Agency, superior: &'a str) -> Option<Diagnostic> {
        let name = agency.name.value.as_str();
        let namesake = *self.names.entry(name).or_insert(agency);
        if are_two(agency, namesake) {
            return Some(finding(agency, namesake, "名称", name));
        }
        let short = agency.short_name.as_deref()?;
        let namesake = *self.short_names.entry((superior, short)).or_insert(agency);
        are_two(agency, namesake).then(|| finding(agency, namesake, "简称", short))
    }
}

/// Whether these are two that are there at the same time.
fn are_two(one: &Agency, other: &Agency) -> bool {
    let ends_before =
        |one: &Agency, other: &Agency| one.duty.until.zip(other.duty.since).is_some_and(|(until, since)| until < since);
    one.id != other.id && !ends_before(one, other) && !ends_before(other, one)
}

fn finding(agency: &Agency, namesake: &Agency, what: &str, name: &str) -> Diagnostic {
    let folder = if namesake.id.as_str().is_empty() { "最上一级" } else { namesake.id.as_str() };
    let other = if namesake.name.value == name { "另一个机关" } else { namesake.name.value.as_str() };
    let message = format!("{what}“{name}”与{other}（{folder}）的相同");
    let finding = Diagnostic::new(&RULE.code, message);
    let finding = finding.at(agency.name.span, "").see(namesake.name.span, "");
    finding.help("复制来的，改成它自己的名称；确实同名的，前面加上地名或上级的名称。").about(&agency.id, None)
}
