//! Title and introduction name the agency whose report it is.

mod names;

use crate::rules::rule::{Case, Rule};
use crate::rules::wording::w008_former_name;
use crate::{Agency, Code, Diagnostic, Kind, Passage, Report, Severity};

pub(super) static RULE: Rule = Rule {
    code: Code {
        id: "W005",
        kind: Kind::Wording,
        severity: Severity::Hint,
        title: "标题或编制说明里是别的机关",
        docs: "\
## 检查什么

`标题` 里的机关，以及编制说明里的机关（“由……编制”“……2024年政府信息公开工作年度报告”），与 agency.yaml 的 `名称` 或 `简称` 是同一个。

前面的省、市、县名省略与否不论，简写的（“市投促局”）、本机关办公室编制的、政府的报告由主管部门编制的，不算。

## 依据

年度报告由各行政机关编制，以本机关的名义公布（《中华人民共和国政府信息公开条例》第四十九条）。

## 例

海州市交通运输局的报告，编制说明写的是“本报告由海州市财政局根据《条例》编制”：从别的机关复制来，没有改。

## 怎样改

- 从别处复制来、没有改的，改成本机关。
- 机构改革改了名称的，在 agency.yaml 里写上 `曾用名: [{名称: 原来的全称, 至: 最后一个用它的年度}]`；简称不同的，写上 `简称`。
",
    },
    check,
};

fn check(case: &Case) -> Vec<Diagnostic> {
    let introduction = case.prose.section(None).flat_map(|passage| check_passage(case, passage));
    check_title(case).into_iter().chain(introduction).collect()
}

fn check_title(case: &Case) -> Option<Diagnostic> {
    let title = case.report.title.as_ref()?;
    let place = names::in_title(&title.value)?;
    Some(finding(case.agency, case.report, title.value.get(place)?)?.at(title.span, ""))
}

fn check_passage(case: &Case, passage: &Passage) -> Vec<Diagnostic> {
    let findings = passage.sentences().into_iter().filter_map(|range| {
        let place = names::in_introduction(passage.text.get(range.clone())?)?;
        let place = range.start + place.start..range.start + place.end;
        Some(finding(case.agency, case.report, passage.text.get(place.clone())?)?.at(passage.span(&place)?, ""))
    });
    findings.collect()
}

fn finding(agency: &Agency, report: &Report, name: &str) -> Option<Diagnostic> {
    let own = agency.name_on(report).value.as_str();
    // What is written after a change of name may bear the new one, but nothing the one before.
    let former = agency.former_names.iter().filter(|former| report.year <= former.until);
    let former = former.map(|former| former.name.value.as_str());
    let known = [own, agency.name.value.as_str()].into_iter().chain(former).chain(agency.short_name.as_deref());
    let is_another = names::is_another(name, own, known) && !w008_former_name::tells_of(agency, report, name);
    is_another.then(|| {
        let finding = Diagnostic::new(&RULE.code, format!("这里写的是“{name}”，报告的机关是“{own}”"));
        finding.help("从别处复制来的，改成本机关；改了名称的，在 agency.yaml 里写上曾用名。")
    })
}
