//! A report that types its tables and says whose sum they are: each cell is that sum.

mod cause;
mod count;

use crate::completeness::{lacking, without_folder};
use crate::rules::rule::{City, CityRule};
use crate::rules::support::figures::at_figure;
use crate::{Agency, AgencyId, Code, Diagnostic, Kind, Report, Severity};

use count::{Count, Difference};

/// More figures or agencies are not named one by one.
const NAMED: usize = 5;

pub(super) static RULE: CityRule = CityRule {
    code: Code {
        id: "M001",
        kind: Kind::City,
        severity: Severity::Error,
        title: "填写的数与下级之和不符",
        docs: "\
## 检查什么

报告写了 `汇总`，又自己填了三张表的（多半是已经公开的），每一格等于本级和各下级这一格的数之和。

不符时，看哪个机关最可能是原因：它的数正好等于差数（漏加了，或者加了两遍），或者它的表三这一列不平衡，正好差这么多。还有下级没有报告、读不出的，比下级之和大的各格合在一起说，补齐以后再核对；比下级之和小的总是不对，仍逐格列出。

“其他处理”有的分三项、有的没有分项时，按一行核对。

## 依据

本级政府的年度报告汇总本行政区域各机关的情况，总数是各机关之和。

## 例

市的报告填写本年新收自然人 110 件，各机关加起来是 118 件，其中市教育局正好 8 件：漏加了市教育局。

## 怎样改

- `nianbao explain-total 申请.本年新收.自然人 --year 2024` 列出每个机关的数，逐个核对；消息里写着这一次的命令。
- 还没有公开的，删去自己填的表，由程序汇总。
- 已经公开的数确实错了，按规定更正，在 `更正` 里写明。
",
    },
    check: |city| city.municipality.reports().flat_map(|(agency, report)| check(city, agency, report)).collect(),
};

fn check(city: &City, agency: &Agency, report: &Report) -> Vec<Diagnostic> {
    if city.unread.hides(agency, report) {
        return Vec::new();
    }
    let missing = missing(city, agency, report);
    let Some(count) = Count::of(agency, report, missing.is_empty()) else { return Vec::new() };
    // What is missing would make the sum larger, never smaller.
    let (explained, plain): (Vec<Difference>, Vec<Difference>) =
        count.differences().into_iter().partition(|it| !missing.is_empty() && it.typed > it.sum);
    let findings = plain.iter().map(|difference| finding(agency, &count, &plain, difference));
    let findings = findings.chain(together(&count, &explained, &missing));
    findings.map(|finding| finding.about(&agency.id, report.year)).collect()
}

/// The agencies whose figures the sum lacks, those included that only a list (下级名单) knows.
fn missing<'a>(city: &City, agency: &'a Agency, report: &'a Report) -> Vec<&'a str> {
    let lacks = lacking(agency, report, city.unread).into_iter().map(|lack| lack.agency.name.value.as_str());
    lacks.chain(agency.walk().flat_map(without_folder).map(|name| name.value.as_str())).collect()
}

/// One figure that is not the sum.
fn finding(agency: &Agency, count: &Count, all: &[Difference], difference: &Difference) -> Diagnostic {
    let Difference { typed, sum, .. } = difference;
    let label = count.form.label(&difference.cell);
    let than = if typed > sum { format!("多 {}", typed - sum) } else { format!("少 {}", sum - typed) };
    let cause = cause::of(count, all, difference);
    let likely = cause.as_ref().map(|cause| format!("；{cause}")).unwrap_or_default();
    let message = format!("{label}：填写的是 {typed}，本级和下级之和是 {sum}，{than}{likely}");
    let help = format!("运行 {} 列出每个机关的数；核对后改正。", command(agency, count.report, &difference.path));
    let finding = Diagnostic::new(&RULE.code, message).help(help);
    match &difference.source {
        Some(source) => at_figure(finding, count.report, source, "填写的数"),
        None => finding,
    }
}

/// The command that adds the figure up, as it can be typed.
fn command(agency: &Agency, report: &Report, path: &str) -> String {
    let whose = if agency.id == AgencyId::root() { String::new() } else { format!(" {}", agency.id) };
    format!("nianbao explain-total {path}{whose} --year {}", report.year)
}

/// The figures that may be right once all reports are there.
fn together(count: &Count, differences: &[Difference], missing: &[&str]) -> Option<Diagnostic> {
    if differences.is_empty() {
        return None;
    }
    let paths: Vec<&str> = differences.iter().map(|difference| difference.path.as_str()).collect();
    let message = format!(
        "有 {} 格比现有的下级之和大（{}），可能是因为还缺 {} 个机关的数：{}",
        differences.len(),
        listed(&paths),
        missing.len(),
        listed(missing),
    );
    let finding = Diagnostic::new(&RULE.code, message).help("补齐这些机关的报告以后再核对。");
    Some(match &count.report.aggregation {
        Some(aggregation) => finding.at(aggregation.span, ""),
        None => finding,
    })
}

/// The first few of them.
fn listed(words: &[&str]) -> String {
    let more = if words.len() > NAMED { "等" } else { "" };
    words.iter().take(NAMED).copied().collect::<Vec<_>>().join("、") + more
}
