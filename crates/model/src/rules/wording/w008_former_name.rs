//! A report that is being written calls its agency by the name of its time.

use std::ops::Range;

use crate::rules::rule::{Case, Rule};
use crate::rules::support::sections::mentions;
use crate::rules::support::written_years::years;
use crate::{Code, Diagnostic, FormerName, Kind, Passage, Severity};

pub(super) static RULE: Rule = Rule {
    code: Code {
        id: "W008",
        kind: Kind::Wording,
        severity: Severity::Warning,
        title: "还写着本机关原来的名称",
        docs: "\
## 检查什么

还没有公开的报告，正文、标题、表注和落款里没有把本机关写成原来的名称：agency.yaml 的 `曾用名` 里，`至` 早于报告年度的。

讲改名的（“由海州市大数据局更名”“原海州市大数据局”）、同一句讲到用那个名称的年度的、书名号里的文件名，不算。已公开的报告不检查。

## 依据

《中华人民共和国政府信息公开条例》第四十九条：年度报告由行政机关以本机关的名义公布。

## 例

“海州市大数据局”从 2025 年度起改名为“海州市数据局”，2025 年的报告里还写着“本报告由海州市大数据局编制”。

## 怎样改

- 说的是现在的机关的，改成现在的名称。
- 讲的是改名以前的事的，在名称前面写上“原”，或者写明是哪一年。
- 名称没有改、或者从更晚的年度起才改的，改正 agency.yaml 里的 `曾用名`。
",
    },
    check,
};

/// Sentences that tell of a change of name.
const RENAMING: [&str; 12] =
    ["更名", "改名", "改称", "改为", "变更为", "前身", "曾用名", "原名", "旧称", "组建", "并入", "合并"];

/// Whether `name` holds one that the agency of a report no longer bears, which this rule tells of.
pub(super) fn tells_of(case: &Case, name: &str) -> bool {
    outdated(case).any(|former| name.contains(former.name.value.as_str()))
}

/// The names that ended before the year of a report that is not published yet.
fn outdated<'a>(case: &Case<'a>) -> impl Iterator<Item = &'a FormerName> + use<'a> {
    let (agency, year, is_open) = (case.agency, case.report.year, !case.is_public());
    let former = agency.former_names.iter().filter(move |former| is_open && former.until < year);
    former.filter(move |former| !former.name.value.is_empty() && former.name.value != agency.name.value)
}

fn check(case: &Case) -> Vec<Diagnostic> {
    outdated(case).flat_map(|former| check_name(case, former)).collect()
}

fn check_name(case: &Case, former: &FormerName) -> Vec<Diagnostic> {
    let title = case.report.title.iter().map(|title| (&title.value, title.span));
    let notes = case.report.notes.values().map(|note| (&note.value, note.span));
    let signed = case.report.signature.iter().filter_map(|signature| signature.agency.as_ref());
    let values = title.chain(notes).chain(signed.map(|agency| (&agency.value, agency.span)));
    let of_values =
        values.filter_map(|(text, span)| places(case, former, text).next().map(|_| finding(case, former).at(span, "")));
    of_values.chain(case.prose.passages.iter().flat_map(|passage| check_passage(case, former, passage))).collect()
}

fn check_passage(case: &Case, former: &FormerName, passage: &Passage) -> Vec<Diagnostic> {
    if !passage.text.contains(former.name.value.as_str()) {
        return Vec::new();
    }
    let sentences = passage.sentences().into_iter();
    let findings = sentences.flat_map(|range| {
        let sentence = passage.text.get(range.clone()).unwrap_or_default();
        let places = places(case, former, sentence);
        places.filter_map(move |place| {
            let span = passage.span(&(range.start + place.start..range.start + place.end))?;
            Some(finding(case, former).at(span, ""))
        })
    });
    findings.collect()
}

/// Where a sentence means the agency of today by its former name.
fn places<'t>(case: &'t Case, former: &'t FormerName, sentence: &'t str) -> impl Iterator<Item = Range<usize>> {
    let of_then = mentions(sentence, &RENAMING) || years(sentence).iter().any(|written| written.year <= former.until);
    let (name, own) = (former.name.value.as_str(), case.agency.name.value.as_str());
    // The name of today may hold the former one: 海州市数据局 in 海州市数据局管理中心.
    let within_own: Vec<Range<usize>> = sentence.match_indices(own).map(|(at, _)| at..at + own.len()).collect();
    let found = sentence.match_indices(name).map(|(at, name)| at..at + name.len());
    found.filter(move |place| {
        let before = sentence.get(..place.start).unwrap_or_default();
        let in_title = before.matches('《').count() > before.matches('》').count();
        let told_former = before.trim_end_matches(['“', '（', '(', '：', ' ']).ends_with('原');
        let own = within_own.iter().any(|own| own.start <= place.start && place.end <= own.end);
        !(of_then || in_title || told_former || own)
    })
}

fn finding(case: &Case, former: &FormerName) -> Diagnostic {
    let (old, new) = (former.name.value.as_str(), case.agency.name_in(case.report.year).value.as_str());
    let message =
        format!("这里还写着“{old}”，那是 {} 年度为止的名称，{} 年度的名称是“{new}”", former.until, case.report.year);
    let help = "说的是现在的机关的，改成现在的名称；讲改名以前的事的，在名称前面写上“原”。";
    Diagnostic::new(&RULE.code, message).help(help)
}
