//! Figures of the prose that do not go with the tables in any plain reading, but may in one that only a
//! person can judge.

use super::claimed;
use crate::claims::{Claim, Verdict};
use crate::rules::rule::{Case, Rule};
use crate::{Code, Decimal, Diagnostic, Kind, Severity};

const HELP: &str = "写错了就改；没有写错，把范围写清楚，或在“说明”里写明理由。";

pub(super) static RULE: Rule = Rule {
    code: Code {
        id: "N002",
        kind: Kind::Prose,
        severity: Severity::Warning,
        title: "正文的数与表格对不上，要人核对",
        docs: "\
## 检查什么

正文里的一个数与表格对不上，但这句话有别的理解，不能断定写错：只说了本级或某个部门的（`县政府办公室受理17件`，而表是全县的）、中间有看不懂的字（`收到征地类申请8件`）、说的是上一年的数、上一年的申请引发的案件、词义本身宽泛（`办理`、`信息不存在`、`驳回`）。还有前后说法不一的：写了未收取信息处理费，又写了收取的金额。

## 依据

国办公开办函〔2021〕30号：文字和表格说的是同一年、同一范围的事。

## 例

`区政府办公室收到申请17件`，表三本年新收是 95。

## 怎样改

- 写错了就改。
- 没有写错，最好把范围写清楚（“其中，县政府本级收到……”）。
- 不便改的，在 report.yaml 的 `说明` 里写明理由：`说明: [{规则: N002, 理由: 正文只说县政府办公室}]`。
",
    },
    check,
};

fn check(case: &Case) -> Vec<Diagnostic> {
    let findings = case.claims.iter().filter_map(|(claim, verdict)| match verdict {
        Verdict::Doubtful(readings) => Some(claimed::contradicts(case, claim, readings, &RULE.code).help(HELP)),
        Verdict::Charged(amount) => Some(charged(case, claim, *amount)),
        _ => None,
    });
    findings.collect()
}

/// 未收取信息处理费, and an amount of it elsewhere.
fn charged(case: &Case, claim: &Claim, amount: Decimal) -> Diagnostic {
    let message = format!("正文称“{}”，又写收取了信息处理费 {amount} 元", claimed::quote(case, claim));
    let help = "收取了就写收取的金额，没有收取就删去金额；说的是不同机关的，把范围写清楚。";
    claimed::place(case, claim, Diagnostic::new(&RULE.code, message).help(help), "正文这样写")
}
