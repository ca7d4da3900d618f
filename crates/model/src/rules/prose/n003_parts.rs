//! Parts that explain a whole add up to it.

use super::claimed;
use crate::claims::{Claim, Says, Verdict};
use crate::rules::rule::{Case, Rule};
use crate::{Code, Decimal, Diagnostic, Kind, Severity};

pub(super) static RULE: Rule = Rule {
    code: Code {
        id: "N003",
        kind: Kind::Prose,
        severity: Severity::Warning,
        title: "正文里各部分之和不等于总数",
        docs: "\
## 检查什么

总数后面括号里逐项列出的数，加起来等于总数。`其中` 后面列的可以不全，只要不超过总数；以 `其他` 结尾，或者按渠道（网络、信函、当面）、按层级列的，应当列全。与表格无关的数也一样：`发布信息120条，其中网站80条，微信50条`，列出的比总数还多。

## 依据

国办公开办函〔2021〕30号：报告的数据要准确。各部分之和等于总数是最基本的核对。

## 例

`收到政府信息公开申请12件（网络8件、信函3件、当面2件）`：8 + 3 + 2 = 13，不等于 12。

## 怎样改

核对每一部分，改错的那个；没有列全的，写明“等”或者补全。
",
    },
    check,
};

fn check(case: &Case) -> Vec<Diagnostic> {
    case.claims.iter().filter_map(|(claim, verdict)| finding(case, claim, verdict)).collect()
}

fn finding(case: &Case, claim: &Claim, verdict: &Verdict) -> Option<Diagnostic> {
    let (Says::Parts { value, parts }, Verdict::Unequal(sum)) = (&claim.says, verdict) else { return None };
    let parts: Vec<String> = parts.iter().map(Decimal::to_string).collect();
    let message = format!("各部分之和 {} = {sum}，不等于总数 {value}", parts.join(" + "));
    let finding = Diagnostic::new(&RULE.code, message).help("核对每一部分，改错的那个；没有列全的，写明“等”或者补全。");
    Some(claimed::place(case, claim, finding, "总数和它的各部分"))
}
