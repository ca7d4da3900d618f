//! A government reports on 工作考核, 社会评议 and 责任追究.

use crate::deadline::is_government;
use crate::prose::Role;
use crate::rules::rule::{Case, Rule};
use crate::rules::support::sections::mentions;
use crate::{Code, Diagnostic, Kind, SectionKind, Severity, Status};

pub(super) static RULE: Rule = Rule {
    code: Code {
        id: "C105",
        kind: Kind::Sections,
        severity: Severity::Hint,
        title: "监督保障没有写考核、评议、责任追究的结果",
        docs: "\
## 检查什么

2021 年及以后、还没有公开的各级人民政府自己的报告，第一部分讲到监督保障的，在第一部分（或者第五部分）写了工作考核、社会评议和责任追究的结果：各有一个说到它的词，如“考核”“考评”、“评议”“满意度”“测评”、“责任追究”“追责”“问责”。部门、街道的报告不查。

## 依据

《中华人民共和国政府信息公开条例》第五十条第一款第（四）项：各级人民政府的政府信息公开工作年度报告还应当包括工作考核、社会评议和责任追究结果情况；国办公开办函〔2021〕30号所附的格式写在第一部分的“监督保障”里。

## 例

监督保障只写：“健全工作机制，开展业务培训 3 次。”

## 怎样改

在“（五）监督保障”里补上这一年的结果；没有的，写明没有：

- 工作考核：“年度考核由市政府统一进行，本年得分 95 分。”没有的，“本年度没有进行工作考核。”
- 社会评议：“第三方评议满意度为 92%。”没有的，“本年度没有开展社会评议。”
- 责任追究：“对 1 起信息发布差错追究了责任。”没有的，“全年没有发生责任追究的情况。”
",
    },
    check: |case| check(case).into_iter().collect(),
};

/// The first year of the form that asks for it.
const SINCE: i16 = 2021;

/// The part of section one that it belongs to.
const PART: &str = "监督保障";

/// What such a part speaks of. One that is only named, or counts other things, is not the place where results are missed.
const SUPERVISION: [&str; 12] =
    ["机制", "培训", "领导", "监督", "检查", "责任", "制度", "工作", "管理", "落实", "加强", "考"];

/// What is to be reported, how reports speak of it, and how they say that there was none.
const RESULTS: [(&str, &[&str], &str); 3] = [
    ("工作考核", &["考核", "考评", "绩效", "评估", "督查", "测评"], "本年度没有进行工作考核。"),
    (
        "社会评议",
        &["评议", "满意度", "测评", "问卷", "第三方", "评价", "意见箱", "社会监督", "民意"],
        "本年度没有开展社会评议。",
    ),
    ("责任追究", &["追究", "追责", "问责", "追责问责", "责任认定"], "全年没有发生责任追究的情况。"),
];

fn check(case: &Case) -> Option<Diagnostic> {
    let government = is_government(case.agency) || case.agency.name.value.ends_with("人民政府");
    let settled = case.report.status == Status::Published;
    if case.report.year < SINCE || !government || settled {
        return None;
    }
    let overview = case.section(SectionKind::Overview).filter(|_| tells_of_supervision(case))?;
    let problems = case.section(SectionKind::Problems).map(|section| section.text).unwrap_or_default();
    let told = |words: &[&str]| [&overview.text, &problems].into_iter().any(|text| mentions(text, words));
    let missing = RESULTS.iter().filter(|(_, words, _)| !told(words));
    let (missing, none): (Vec<&str>, Vec<String>) =
        missing.map(|(result, _, none)| (*result, format!("“{none}”"))).unzip();
    if missing.is_empty() {
        return None;
    }
    let message = format!("政府的报告没有写{}的结果", missing.join("、"));
    let finding = Diagnostic::new(&RULE.code, message).at(overview.heading, "");
    Some(finding.help(format!("在“（五）监督保障”里补上；没有的，写明没有，如{}", none.concat())))
}

fn tells_of_supervision(case: &Case) -> bool {
    case.prose.section(Some(SectionKind::Overview)).filter(|passage| passage.role != Role::Heading).any(|passage| {
        let below = passage.headings.iter().any(|heading| heading.contains(PART));
        passage.text.contains(PART) || below && mentions(&passage.text, &SUPERVISION)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_proposed_is_taken_and_told_of_what_is_missing() {
        for (result, words, none) in RESULTS {
            assert!(mentions(none, words), "{result}");
        }
    }
}
