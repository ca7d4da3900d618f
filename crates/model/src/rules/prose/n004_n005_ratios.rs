//! Growth and shares agree with the figures.

use super::claimed;
use crate::claims::{Claim, Computed, Says, Verdict};
use crate::rounding;
use crate::rules::rule::{Case, Rule};
use crate::{Code, Diagnostic, Kind, Severity};

pub(super) static WRONG: Rule = Rule {
    code: Code {
        id: "N004",
        kind: Kind::Prose,
        severity: Severity::Warning,
        title: "增减或占比与数据不符",
        docs: "\
## 检查什么

正文里说到申请、复议、诉讼和表二各数的 `同比增长 N%`、`比上年减少 N 件`、`占 N%`、`维持率 N%`，按本年和上一年的表算出来对得上。上一年的报告不在工作区里的，不检查增减。收到的申请可以按本年新收算，也可以加上年结转算，有一种对得上就不报。

## 依据

国办公开办函〔2021〕30号：文字和表格说的是同一年的事。

## 例

2023 年收到 3607 件，2024 年收到 3646 件，写的是 `同比增长12%`；算出来是 1.08%。

## 怎样改

按表里的数重算，改正文；如果上一年的数用的是别的口径，写明，或在 report.yaml 的 `说明` 里写明理由。
",
    },
    check: wrong,
};

pub(super) static ROUNDED: Rule = Rule {
    code: Code {
        id: "N005",
        kind: Kind::Prose,
        severity: Severity::Hint,
        title: "百分比与数据略有出入",
        docs: "\
## 检查什么

正文里的百分比与按表算出来的相差不到一个百分点，多半是四舍五入或抄写的问题。一律按四舍五入算：6.25% 写到一位小数是 6.3%。怎样算的见 N004。

## 依据

国办公开办函〔2021〕30号：文字和表格说的是同一年的事。

## 例

2023 年收办 3607 件，2024 年收办 3646 件，写的是 `同比增长1.05%`；(3646 − 3607) ÷ 3607 = 1.08%。

## 怎样改

按表里的数重算一遍。
",
    },
    check: rounded,
};

fn wrong(case: &Case) -> Vec<Diagnostic> {
    let findings = case.claims.iter().filter_map(|(claim, verdict)| match verdict {
        Verdict::Off(exact) => Some(finding(case, claim, exact, &WRONG.code)),
        _ => None,
    });
    findings.collect()
}

fn rounded(case: &Case) -> Vec<Diagnostic> {
    let findings = case.claims.iter().filter_map(|(claim, verdict)| match verdict {
        Verdict::Slip(exact) => Some(finding(case, claim, exact, &ROUNDED.code)),
        _ => None,
    });
    findings.collect()
}

fn finding(case: &Case, claim: &Claim, exact: &[Computed], code: &'static Code) -> Diagnostic {
    let help = match code.severity {
        Severity::Hint => "按表里的数重算一遍。",
        _ => "按表里的数重算；口径不同的，写明，或在“说明”里写明理由。",
    };
    let mut told: Vec<String> = exact.iter().map(|computed| amount(computed, &claim.says)).collect();
    told.dedup();
    told.truncate(2);
    let message = format!("正文称“{}”，按表算是 {}", claimed::quote(case, claim), told.join("，或 "));
    claimed::place(case, claim, Diagnostic::new(code, message).help(help), "正文这样写")
}

/// `(3646 − 3607) ÷ 3607 = 1.08%`, `12 − 10 = 2 件`.
fn amount(computed: &Computed, says: &Says) -> String {
    let unit = if matches!(says, Says::Change { .. }) { " 件" } else { "%" };
    format!("{} = {}{unit}", computed.sum, rounding::rounded(computed.value, 2).normalize())
}
