//! A fee that was charged has an amount.

use crate::rules::rule::{Case, Rule};
use crate::rules::support::sections::mentions;
use crate::{Code, Diagnostic, Kind, Passage, SectionKind, Severity};

pub(super) static RULE: Rule = Rule {
    code: Code {
        id: "C104",
        kind: Kind::Sections,
        severity: Severity::Warning,
        title: "收取了信息处理费，没有写金额",
        docs: "\
## 检查什么

第六部分说收取了信息处理费的，写了收取多少元。说没有收取的、只说按规定收取的，不检查。

## 依据

《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）：收取信息处理费的情况，在政府信息公开工作年度报告中公开。

## 例

“2024 年对 3 件政府信息公开申请收取了信息处理费。”

## 怎样改

补上金额：“2024 年对 3 件政府信息公开申请收取了信息处理费，共计 2230 元。”
",
    },
    check: |case| check(case).into_iter().collect(),
};

/// What makes a charge a fact rather than a rule of conduct.
const CHARGED: [&str; 7] = ["收取了", "共收取", "累计收取", "合计收取", "总计收取", "件收取", "已收取"];

const NOT_CHARGED: [&str; 9] = ["未", "无", "没有", "不", "免", "零", "〇", "收取0", "收取 0"];

const AMOUNT: char = '元';

fn check(case: &Case) -> Option<Diagnostic> {
    let passages = || case.prose.section(Some(SectionKind::Other));
    if passages().any(|passage| passage.text.contains(AMOUNT)) {
        return None;
    }
    passages().find_map(charged_without_amount)
}

fn charged_without_amount(passage: &Passage) -> Option<Diagnostic> {
    let claims = |sentence: &str| {
        sentence.contains("处理费") && mentions(sentence, &CHARGED) && !mentions(sentence, &NOT_CHARGED)
    };
    let sentence = passage.sentences().into_iter().find(|range| claims(&passage.text[range.clone()]))?;
    let finding = Diagnostic::new(&RULE.code, "收取了信息处理费，没有写收取多少元");
    Some(finding.at(passage.span(&sentence)?, "").help("补上金额，如“共计 2230 元”。"))
}
