//! 勾稽关系 of table 3: what came in is what was dealt with and what is left over.

use super::split_number::{self, Cut};
use crate::form::ApplicantColumn;
use crate::rules::rule::{Case, Rule};
use crate::{Address, Balance, Code, Decimal, Diagnostic, Kind, Report, Severity};

pub(super) static RULE: Rule = Rule {
    code: Code {
        id: "B001",
        kind: Kind::Balance,
        severity: Severity::Error,
        title: "表三的一列不平衡",
        docs: "\
## 检查什么

表三的每一列（自然人和五类法人或其他组织）：第一项（本年新收）加第二项（上年结转）之和，等于第三项（办理结果总计）加第四项（结转下年度）之和。由下级汇总的表，各下级分别检查，这里只检查 `本级` 的数。

## 依据

国办公开办函〔2021〕30号所附表格表头的说明：“本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和”。

## 例

自然人一列，本年新收 1、上年结转 0，办理结果各项都是 0，结转下年度也是 0：`1 + 0 = 1，而第三项 0 + 第四项 0 = 0`。

## 怎样改

- 已经办结的，在“三、本年度办理结果”里补上；还没有办结的，填入“四、结转下年度继续办理”。
- 一件申请只计一种办理结果。部分公开的，只计“（二）部分公开”。
",
    },
    check,
};

fn check(case: &Case) -> Vec<Diagnostic> {
    let columns = &case.report.form.applications().applicants;
    (0..columns.len()).filter_map(|place| check_column(case.report, columns, place)).collect()
}

fn check_column(report: &Report, columns: &[ApplicantColumn], place: usize) -> Option<Diagnostic> {
    let balance = Balance::of(report, columns.get(place)?);
    if balance.holds() || !balance.is_known(report) {
        return None;
    }
    let (came, went) = (balance.came(), balance.went());
    let message = format!("表三“{}”一列不平衡：{}", balance.column, balance.text());
    let cut = split_number::find(report, columns, place);
    // What the advice names comes first: that is where the finding leads to.
    let left_over = cut.is_none() && came > went;
    let help = match cut {
        Some(Cut { cell, parts: [one, other], joined }) => format!(
            "可能是抄表时一个数被拆进了两格：{}的 {one} 和右边一格的 {other} 合起来是 {joined}，两列就都平衡了。",
            report.form.label(&cell)
        ),
        None => advice(came, went),
    };
    let finding = Diagnostic::new(&RULE.code, message).help(help);
    let finding = if left_over { lead_to_left_over(report, &balance.rows, finding) } else { finding };
    Some(point(report, &balance.rows, finding))
}

fn advice(came: Decimal, went: Decimal) -> String {
    if came > went {
        format!("少了 {} 件去向：已办结的补入办理结果，没有办结的填入“结转下年度”。", came - went)
    } else {
        format!("多了 {} 件去向：核对本年新收和上年结转是否漏填，办理结果是否重复计数。", went - came)
    }
}

/// Points at 结转下年度 of the column, also where it says 0, if it was written.
fn lead_to_left_over(report: &Report, rows: &[Address; 4], finding: Diagnostic) -> Diagnostic {
    let [.., row] = rows;
    match row.cells().find_map(|place| report.typed().at(place)?.span) {
        Some(span) => finding.at(span, LEFT_OVER),
        None => finding,
    }
}

/// What 结转下年度 is called beside a cell.
const LEFT_OVER: &str = "第四项";

/// Points at the cells of the column that were written, unless the finding points there already; the first of all in front.
fn point(report: &Report, rows: &[Address; 4], finding: Diagnostic) -> Diagnostic {
    let items = ["第一项", "第二项", "计入第三项", LEFT_OVER];
    let leads = finding.labels.first().map(|label| label.span);
    let written = rows.iter().zip(items).flat_map(|(row, item)| {
        let cells = row.cells().filter_map(|place| report.typed().at(place));
        cells.filter(|cell| !cell.value.is_zero()).filter_map(move |cell| Some((cell.span?, item)))
    });
    written.filter(|(span, _)| leads != Some(*span)).fold(finding, |finding, (span, item)| {
        if finding.labels.is_empty() { finding.at(span, item) } else { finding.see(span, item) }
    })
}
