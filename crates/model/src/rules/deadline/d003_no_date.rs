//! A record says when it was published.

use crate::rules::rule::{Case, Rule};
use crate::{Code, Diagnostic, Kind, Severity, Span, Status};

pub(super) static RULE: Rule = Rule {
    code: Code {
        id: "D003",
        kind: Kind::Deadline,
        severity: Severity::Error,
        title: "已公开的报告没有写发布日期",
        docs: "\
## 检查什么

`状态: 已公开` 的报告写了 `发布日期`。没有写的，看不出公布过，妨碍发布：多半是复制报告时，状态也跟着抄了过来。

## 依据

《中华人民共和国政府信息公开条例》第四十九条规定了公布的期限；没有日期，看不出是否按期。网页上也要标明发布日期。

## 例

写了 `状态: 已公开`，没有 `发布日期`。

## 怎样改

- 在 report.yaml 里补上一行，如 `发布日期: 2025-01-20`。
- 还没有公布的，把 `状态` 改为 `起草`；写好了要公布的，改为 `可公开`。
- 早年的报告查不到哪一天的，写期限那一天（机关 1 月 31 日，县级以上人民政府 3 月 31 日）。
",
    },
    check: |case| check(case).into_iter().collect(),
};

fn check(case: &Case) -> Option<Diagnostic> {
    let lacks = case.report.status == Status::Published && case.report.published.is_none();
    lacks.then(|| {
        let finding = Diagnostic::new(&RULE.code, "已公开的报告没有写发布日期").denying_record();
        let next = case.report.year + 1;
        let finding = finding
            .help(format!("在 report.yaml 里补上一行，如“发布日期: {next}-01-20”；还没有公布的，把状态改为“起草”。"));
        let title = case.report.title.as_ref().map(|title| title.span);
        let place = title.or_else(|| Some(Span::new(case.report.figures.file()?, 0, 0)));
        match place {
            Some(place) => finding.at(place, ""),
            None => finding,
        }
    })
}
