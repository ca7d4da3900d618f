//! 表内合计: each total that a source document states is the sum of what it totals.

use crate::rules::rule::{Case, Rule};
use crate::{Address, Code, Diagnostic, Kind, Report, Severity, Stated};

/// Longer sums are not written out.
const WRITTEN_OUT: usize = 8;

pub(super) static RULE: Rule = Rule {
    code: Code {
        id: "T001",
        kind: Kind::StatedTotal,
        severity: Severity::Error,
        title: "原文的合计与各项之和不符",
        docs: "\
## 检查什么

`表内合计` 下面写的每一个合计（原来公布的文件里印着的），等于程序按各项相加得出的数。

## 依据

国办公开办函〔2021〕30号所附表格：总计是各项之和。合计由程序计算，不由人填写；`表内合计` 只用来核对原文，不会印出来。

## 例

行政复议结果维持 10、结果纠正 1，原文的总计却印着 0：`表内合计写的是 0，各项相加是 10 + 1 + 0 + 0 = 11`。

## 怎样改

对照原文：合计抄错了，改 `表内合计`；某一项抄错了，改那一项。原文本身就错的，报告还没有公开的要改正原文；已经公开的（`状态: 已公开`）只记录，不拦截。
",
    },
    check,
};

fn check(case: &Case) -> Vec<Diagnostic> {
    let wrong =
        |stated: &&Stated| case.report.knows(&stated.address) && stated.value != case.report.figure(&stated.address);
    case.report.stated.iter().filter(wrong).map(|stated| finding(case.report, stated)).collect()
}

fn finding(report: &Report, stated: &Stated) -> Diagnostic {
    let label = report.form.label(&stated.address);
    let message = format!("{label}：表内合计写的是 {}，各项相加是 {}", stated.value, sum(report, &stated.address));
    Diagnostic::new(&RULE.code, message)
        .at(stated.span, "原文的合计")
        .help("对照原文：合计抄错了改这里，某一项抄错了改那一项。")
}

/// `10 + 1 + 0 + 0 = 11`, or only the sum where it is long.
fn sum(report: &Report, address: &Address) -> String {
    let total = report.figure(address);
    let parts: Vec<String> = address
        .cells()
        .map(|place| report.figures.at(place).map(|cell| cell.value).unwrap_or_default().to_string())
        .collect();
    if parts.len() > WRITTEN_OUT { total.to_string() } else { format!("{} = {total}", parts.join(" + ")) }
}
