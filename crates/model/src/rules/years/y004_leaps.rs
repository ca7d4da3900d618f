//! A figure that is ten times last year's, or 0 after a large one.

use crate::rules::rule::{Case, Rule};
use crate::rules::support::figures::{at_figure, see_figure};
use crate::{Address, Code, Decimal, Diagnostic, Kind, Report, Severity};

/// Below this, figures of two years differ by chance.
const SMALL: Decimal = Decimal::TEN;
/// From this on, a figure hardly becomes 0.
const LARGE: Decimal = Decimal::ONE_HUNDRED;

pub(super) static RULE: Rule = Rule {
    code: Code {
        id: "Y004",
        kind: Kind::Years,
        severity: Severity::Hint,
        title: "与上一年相差悬殊的数",
        docs: "\
## 检查什么

与上一年的报告相比：

- 上一年不小于 10 的数，今年是它的十倍或者更多；
- 上一年不小于 100 的数，今年是 0。

看的是表二的各项（废止件数除外：集中清理的年份本来就不同）、表三本年新收和各类办理结果的总计、表四的三个总计。工作区里没有上一年报告的，或者两年用的表格不同的，不检查。

## 依据

没有规定说不能相差这么多；但是多一位、漏填、把“元”当作“万元”，多半是这样看出来的。

## 例

行政事业性收费，上一年 5923.7 万元，今年写的是 59237245：把元填成了万元。

## 怎样改

核对这个数和它的单位。确实如此的，不必改。
",
    },
    check,
};

const FIGURES: [&str; 18] = [
    "主动公开.规章.制发",
    "主动公开.规章.现行有效",
    "主动公开.行政规范性文件.制发",
    "主动公开.行政规范性文件.现行有效",
    "主动公开.行政许可",
    "主动公开.行政处罚",
    "主动公开.行政强制",
    "主动公开.行政事业性收费",
    "申请.本年新收.总计",
    "申请.予以公开.总计",
    "申请.部分公开.总计",
    "申请.不予公开.总计",
    "申请.无法提供.总计",
    "申请.不予处理.总计",
    "申请.其他处理.总计",
    "复议.总计",
    "诉讼.未经复议直接起诉.总计",
    "诉讼.复议后起诉.总计",
];

fn check(case: &Case) -> Vec<Diagnostic> {
    let same_form = |last_year: &&Report| std::ptr::eq(case.report.form, last_year.form);
    let Some(last_year) = case.last_year.filter(same_form) else { return Vec::new() };
    let figures = FIGURES.iter().filter_map(|path| case.report.form.look_up(path).ok());
    figures.filter_map(|figure| check_figure(case.report, last_year, &figure)).collect()
}

fn check_figure(report: &Report, last_year: &Report, figure: &Address) -> Option<Diagnostic> {
    let (now, before) = (report.figure(figure), last_year.figure(figure));
    let label = report.form.label(figure);
    let message = if now.is_zero() && before >= LARGE {
        format!("{label}：上一年是 {before}，今年是 0")
    } else if before >= SMALL && now >= before * Decimal::TEN {
        format!("{label}：今年 {now}，是上一年 {before} 的 {} 倍", (now / before).round())
    } else {
        return None;
    };
    let finding = Diagnostic::new(&RULE.code, message).help("核对这个数和它的单位；确实如此的，不必改。");
    let finding = at_figure(finding, report, figure, "今年");
    Some(see_figure(finding, last_year, figure, "上一年"))
}
