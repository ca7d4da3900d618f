//! What was issued this year and not repealed is in force.

use crate::form::Stock;
use crate::rules::rule::{Case, Rule};
use crate::rules::support::figures::at_figure;
use crate::rules::years::y003_in_force;
use crate::{Address, Code, Diagnostic, Kind, Severity};

pub(super) static RULE: Rule = Rule {
    code: Code {
        id: "B002",
        kind: Kind::Balance,
        severity: Severity::Warning,
        title: "现行有效件数比本年制发减去废止的还少",
        docs: "\
## 检查什么

表二的“规章”和“行政规范性文件”：现行有效件数不少于本年制发件数 − 本年废止件数。本年制发的，除了本年又废止的，年底都是现行有效的。上一年的报告也在工作区里、由 Y003 指出接不上的，这里不再说；由下级汇总的表，各下级分别检查，这里只检查 `本级` 的数。

## 依据

国办公开办函〔2021〕30号所附表格：本年制发、本年废止、现行有效三项之间的关系。

## 例

行政规范性文件，本年制发 20 件、废止 3 件，现行有效却写 5 件：`20 − 3 = 17`，至少应当有 17 件。

## 怎样改

- 核对三个数。“现行有效”是年底全部现行有效的件数，包括往年制发的，不是本年新增的。
- “本年废止”包括被新文件代替的、自行失效的。
- 确实不一致的，在 `说明` 里写明理由。
",
    },
    check,
};

fn check(case: &Case) -> Vec<Diagnostic> {
    let Some(documents) = &case.report.form.disclosure().documents else { return Vec::new() };
    let rows = [("规章", &documents.regulations), ("行政规范性文件", &documents.normative_documents)];
    rows.into_iter().filter_map(|(row, stock)| check_row(case, row, stock)).collect()
}

fn check_row(case: &Case, row: &str, stock: &Stock) -> Option<Diagnostic> {
    let figures = case.report.typed();
    let columns = [&stock.issued, &stock.repealed, &stock.in_force];
    if !columns.iter().all(|column| figures.knows(column)) || y003_in_force::tells_of(case, stock) {
        return None;
    }
    let [issued, repealed, in_force] = columns.map(|column| figures.sum(column));
    let least = issued - repealed;
    if in_force >= least {
        return None;
    }
    let message = format!(
        "表二“{row}”：现行有效 {in_force}，而本年制发 {issued} − 本年废止 {repealed} = {least}，至少应当有这些"
    );
    let help = "现行有效是年底全部的件数，包括往年制发的，核对这三个数；确实不一致的，在“说明”里写明理由。";
    let finding = Diagnostic::new(&RULE.code, message).help(help);
    // Beside a sum it is the office's own figure that was written.
    let own = |address: &Address| address.cells().find_map(|place| figures.at(place)?.span);
    let Some(written) = own(&stock.in_force) else {
        return Some(at_figure(finding, case.report, &stock.in_force, "现行有效"));
    };
    let finding = finding.at(written, "现行有效");
    Some(match own(&stock.issued) {
        Some(issued) => finding.see(issued, "本年制发"),
        None => finding,
    })
}
