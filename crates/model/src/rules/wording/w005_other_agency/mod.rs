//! Title and introduction name the agency whose report it is.

mod another;
mod names;

use crate::rules::rule::{Case, Rule};
use crate::rules::wording::w008_former_name;
use crate::{Code, Diagnostic, Kind, Passage, Severity};

pub(super) static RULE: Rule = Rule {
    code: Code {
        id: "W005",
        kind: Kind::Wording,
        severity: Severity::Warning,
        title: "标题或编制说明里是别的机关",
        docs: "\
## 检查什么

`标题` 里的机关，以及编制说明里的机关（“由……编制”“……2024年政府信息公开工作年度报告”），与 agency.yaml 的 `名称` 或 `简称` 是同一个。

前面的省、市、县名省略与否不论，简写的（“市投促局”）、曾用名、本机关办公室编制的、编制说明里政府的报告由主管部门编制的，不算。标题只写地方的（“海州市2024年……”），是本机关的地方就行。

标题里是别的机关，起草时是警告，可公开的报告里是错误；已公开的只记录。标题里是上面的政府的，是提示。编制说明里的，还没有公开的报告是警告，已公开的是提示。

## 依据

年度报告由各行政机关编制，以本机关的名义公布（《中华人民共和国政府信息公开条例》第四十九条）。

## 例

海州市交通运输局的报告，`标题` 写的是“海州市财政局2024年政府信息公开工作年度报告”，或者编制说明写的是“本报告由海州市财政局根据《条例》编制”：从别的机关复制来，没有改。

## 怎样改

- 从别处复制来、没有改的，改成本机关；`标题` 可以整行删去，程序按机关名称和年度印。
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
    let name = title.value.get(names::in_title(&title.value)?)?;
    let (own, known) = names_of(case);
    let is_another = another::is_another(name, known.iter().copied()) || another::is_elsewhere(name, known.into_iter());
    if !is_another || w008_former_name::tells_of(case, name) {
        return None;
    }
    let message = format!("标题写的是“{name}”，报告的机关是“{own}”");
    let finding = Diagnostic::new(&RULE.code, message).at(title.span, "").help(
        "删去“标题”，程序就按机关名称和年度印；改了名称的，在 agency.yaml 里写上曾用名，另有一个名称的，写上简称。",
    );
    // Whoever works for a government may publish under its name.
    let may_be_meant = another::is_above(name, own);
    Some(if may_be_meant { finding.graded(Severity::Hint) } else { case.certain(finding) })
}

fn check_passage(case: &Case, passage: &Passage) -> Vec<Diagnostic> {
    let findings = passage.sentences().into_iter().filter_map(|range| {
        let place = names::in_introduction(passage.text.get(range.clone())?)?;
        let place = range.start + place.start..range.start + place.end;
        Some(finding(case, passage.text.get(place.clone())?)?.at(passage.span(&place)?, ""))
    });
    findings.collect()
}

/// What to say of an agency that the introduction names.
fn finding(case: &Case, name: &str) -> Option<Diagnostic> {
    let (own, known) = names_of(case);
    let by_department = another::is_government(own) && !another::is_government(name);
    let is_another =
        !by_department && another::is_another(name, known.into_iter()) && !w008_former_name::tells_of(case, name);
    is_another.then(|| {
        let finding = Diagnostic::new(&RULE.code, format!("这里写的是“{name}”，报告的机关是“{own}”"));
        let finding = finding.help("从别处复制来的，改成本机关；改了名称的，在 agency.yaml 里写上曾用名。");
        finding.graded(if case.is_public() { Severity::Hint } else { Severity::Warning })
    })
}

/// What the agency is called on its report, and all names that it may be called by there.
fn names_of<'c>(case: &'c Case) -> (&'c str, Vec<&'c str>) {
    let Case { agency, report, .. } = case;
    let own = agency.name_on(report).value.as_str();
    // What is written after a change of name may bear the new one, but nothing the one before.
    let former = agency.former_names.iter().filter(|former| report.year <= former.until);
    let former = former.map(|former| former.name.value.as_str());
    let known = [own, agency.name.value.as_str()].into_iter().chain(former).chain(agency.short_name.as_deref());
    (own, known.collect())
}
