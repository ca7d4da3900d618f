//! Sentences that are too long for their figures to be read.

use crate::claims::overlong;
use crate::prose::Role;
use crate::rules::rule::{Case, Rule};
use crate::{Code, Diagnostic, Kind, Passage, Severity};

pub(super) static RULE: Rule = Rule {
    code: Code {
        id: "N006",
        kind: Kind::Prose,
        severity: Severity::Warning,
        title: "一句话过长，其中的数没有全部核对",
        docs: "\
## 检查什么

从句号到句号，认得的词语、数和标点不超过 400 个。更长的一句里，离得远的词语和数不再放在一起读，所以有的数没有与表格核对。

## 依据

国办公开办函〔2021〕30号：报告的数据要准确。没有核对过的数，要说出来。

## 例

把几十个部门的件数用顿号、逗号连成一句，几千字没有一个句号。

## 怎样改

分成几句，每句用句号结尾；逐项的数列成表格。
",
    },
    check,
};

fn check(case: &Case) -> Vec<Diagnostic> {
    let read = case.prose.passages.iter().filter(|passage| matches!(passage.role, Role::Paragraph | Role::Item));
    read.flat_map(check_passage).collect()
}

fn check_passage(passage: &Passage) -> Vec<Diagnostic> {
    let finding = |sentence: std::ops::Range<usize>| {
        let words = passage.text.get(sentence.clone())?;
        let message = format!("这一句有 {} 字，过长，其中的数没有全部核对", words.chars().count());
        let begins = words.char_indices().nth(20).map_or(sentence.end, |(at, _)| sentence.start + at);
        let place = passage.span(&(sentence.start..begins))?;
        Some(Diagnostic::new(&RULE.code, message).at(place, "").help("分成几句，每句用句号结尾；逐项的数列成表格。"))
    };
    overlong(&passage.text).into_iter().filter_map(finding).collect()
}
