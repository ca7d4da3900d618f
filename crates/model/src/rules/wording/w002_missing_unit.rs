//! Applications and lawsuits are counted in 件.

use std::ops::Range;

use crate::prose::Role;
use crate::rules::rule::{Case, Rule};
use crate::{Code, Diagnostic, Kind, Passage, Severity};

pub(super) static RULE: Rule = Rule {
    code: Code {
        id: "W002",
        kind: Kind::Wording,
        severity: Severity::Hint,
        title: "件数没有写单位",
        docs: "\
## 检查什么

“申请”“复议”“诉讼”后面紧跟着数字的，数字后面有单位：“申请12件”，不是“申请12，”。

表格里的数、四位的年份不算。

## 依据

《出版物上数字用法》（GB/T 15835-2011）：表示数量的数字带计量单位或者量词。

## 例

“共收到政府信息公开申请12，均已办结。”

## 怎样改

补上“件”：“共收到政府信息公开申请12件，均已办结。”
",
    },
    check,
};

const COUNTED: [&str; 3] = ["申请", "复议", "诉讼"];

/// What must not follow a number directly.
const MARKS: [char; 9] = ['，', '。', '；', '、', '）', ',', ';', ')', '\n'];

fn check(case: &Case) -> Vec<Diagnostic> {
    let running = case.prose.passages.iter().filter(|passage| matches!(passage.role, Role::Paragraph | Role::Item));
    running.flat_map(check_passage).collect()
}

fn check_passage(passage: &Passage) -> Vec<Diagnostic> {
    let mut places: Vec<Range<usize>> =
        COUNTED.iter().flat_map(|word| numbers_without_unit(&passage.text, word)).collect();
    places.sort_by_key(|place| place.start);
    let findings = places.into_iter().filter_map(|place| {
        let number = passage.text.get(place.clone())?;
        let finding = Diagnostic::new(&RULE.code, format!("“{number}”后面没有写单位"));
        Some(finding.at(passage.span(&place)?, "").help(format!("写作“{number}件”。")))
    });
    findings.collect()
}

/// The numbers that follow `word` and are followed by a mark.
fn numbers_without_unit(text: &str, word: &str) -> Vec<Range<usize>> {
    let numbers = text.match_indices(word).filter_map(|(at, word)| {
        let start = at + word.len();
        let rest = text.get(start..)?;
        let length = rest.find(|character: char| !character.is_ascii_digit()).unwrap_or(rest.len());
        let is_year = length == 4 && rest.starts_with("20");
        let behind = rest.get(length..)?;
        let ends = behind.chars().next().is_none_or(|next| MARKS.contains(&next)) && !goes_on(behind);
        (length > 0 && ends && !is_year).then_some(start..start + length)
    });
    numbers.collect()
}

/// Whether a comma that separates thousands follows, so that the number goes on: `1,600件`.
fn goes_on(behind: &str) -> bool {
    let Some(group) = behind.strip_prefix([',', '，']) else { return false };
    group.find(|character: char| !character.is_ascii_digit()).unwrap_or(group.len()) == 3
}
