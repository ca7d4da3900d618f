//! Reports are published in time.

use crate::rules::rule::{Case, Rule};
use crate::{Code, Diagnostic, Kind, Severity, deadline};

pub(super) static RULE: Rule = Rule {
    code: Code {
        id: "D001",
        kind: Kind::Deadline,
        severity: Severity::Warning,
        title: "发布日期过了期限",
        docs: "\
## 检查什么

`发布日期` 不晚于规定的期限：

- 县级以上人民政府自己的年度报告，第二年 3 月 31 日（最上一级的机关，以及名称以“人民政府”结尾的，乡、镇人民政府除外）；
- 其他机关，包括乡、镇人民政府和街道办事处，第二年 1 月 31 日。

没有写 `发布日期` 的，不检查。

## 依据

《中华人民共和国政府信息公开条例》第四十九条：县级以上人民政府部门应当在每年1月31日前向本级政府信息公开工作主管部门提交本行政机关上一年度政府信息公开工作年度报告并向社会公布。县级以上地方人民政府的政府信息公开工作主管部门应当在每年3月31日前向社会公布本级政府上一年度政府信息公开工作年度报告。

## 例

某局 2024 年的报告，`发布日期: 2025-02-10`，晚于 2025-01-31。

## 怎样改

- 日期写错了，改正。
- 拟公开的，提前到期限以内。
- 确实晚了的，在 `说明` 里写明理由。
",
    },
    check: |case| check(case).into_iter().collect(),
};

fn check(case: &Case) -> Option<Diagnostic> {
    let published = case.report.published.as_ref()?;
    let deadline = deadline(case.agency, case.report.year)?;
    (published.value > deadline).then(|| {
        let message = format!("发布日期 {} 晚于期限 {deadline}", published.value);
        Diagnostic::new(&RULE.code, message).at(published.span, "").help("核对日期；确实晚了的，在“说明”里写明理由。")
    })
}
