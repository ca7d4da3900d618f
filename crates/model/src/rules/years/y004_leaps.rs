//! A figure that is ten times last year's, or 0 after a large one.

use crate::rules::rule::{Case, Rule};
use crate::rules::support::figures::{at_figure, see_figure};
use crate::{Address, Code, Decimal, Diagnostic, Form, Kind, Report, Severity};

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

fn check(case: &Case) -> Vec<Diagnostic> {
    let same_form = |last_year: &&Report| std::ptr::eq(case.report.form, last_year.form);
    let Some(last_year) = case.last_year.filter(same_form) else { return Vec::new() };
    let form = case.report.form;
    let figures = disclosed(form).into_iter().cloned().chain(requests(form)).chain(proceedings(form).cloned());
    figures.filter_map(|figure| check_figure(case.report, last_year, &figure)).collect()
}

/// Those of table 2 in the order printed; none on 格式2019, which tells itself how they changed.
fn disclosed(form: &Form) -> Vec<&Address> {
    let table = form.disclosure();
    let (Some(documents), Some(fees)) = (&table.documents, &table.fees) else { return Vec::new() };
    let stocks = [&documents.regulations, &documents.normative_documents];
    let documents = stocks.into_iter().flat_map(|stock| [&stock.issued, &stock.in_force]);
    documents.chain([&table.permits, &table.penalties, &table.coercive_measures, fees]).collect()
}

/// The totals of table 3.
fn requests(form: &Form) -> impl Iterator<Item = Address> {
    let table = form.applications();
    let disclosed = [&table.received, &table.granted, &table.partially_granted];
    let others = [&table.refused, &table.unavailable, &table.not_processed, &table.other];
    disclosed.into_iter().chain(others).map(|rows| rows.at(&table.total))
}

/// The totals of table 4.
fn proceedings(form: &Form) -> impl Iterator<Item = &Address> {
    let table = form.proceedings();
    [&table.reconsideration, &table.direct, &table.after_reconsideration].into_iter().map(|cases| &cases.total)
}

fn check_figure(report: &Report, last_year: &Report, figure: &Address) -> Option<Diagnostic> {
    if !report.knows(figure) || !last_year.knows(figure) {
        return None;
    }
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
