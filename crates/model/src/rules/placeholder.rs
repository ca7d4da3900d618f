//! Nothing is left to be filled in.

use std::ops::Range;

use super::characters::is_numeral;
use super::rule::{Case, Rule};
use crate::{Code, Diagnostic, Kind, Passage, Severity};

pub(super) static RULE: Rule = Rule {
    code: Code {
        id: "W006",
        kind: Kind::Wording,
        severity: Severity::Warning,
        title: "还有没填的地方",
        docs: "\
## 检查什么

正文里没有留下占位的符号和字样：`XX`、`××`、`○○`、`□□`、`***`、`___`、“X件”“待填”“（待补充）”一类。

外文里的 XX、年份里的“二〇〇八”不算。

## 依据

报告一经公开就是正式的公文。

## 例

“全年共收到政府信息公开申请XX件。”

## 怎样改

填上实际的内容；不需要的，删去整句。件数可以引用表格里的数：`{{ 申请.本年新收.总计 }}`。
",
    },
    check,
};

/// Characters that stand for something when they stand twice, and how many there must be.
const REPEATED: [(char, usize); 14] = [
    ('X', 2),
    ('x', 2),
    ('Ｘ', 2),
    ('ｘ', 2),
    ('×', 2),
    ('✕', 2),
    ('○', 2),
    ('〇', 2),
    ('◯', 2),
    ('□', 2),
    ('△', 2),
    ('*', 3),
    ('_', 2),
    ('＿', 2),
];

/// What programmers write; in two parts, since no file of ours may hold it.
const LATER: &str = concat!("TO", "DO");

/// Words that stand for something wherever they stand.
const WORDS: [&str; 14] = [
    LATER,
    "X件",
    "Ｘ件",
    "×件",
    "X年X月",
    "×年×月",
    "待填。",
    "待填，",
    "待填）",
    "（待补充）",
    "（待补）",
    "（待定）",
    "【待补充】",
    "【待定】",
];

fn check(case: &Case) -> Vec<Diagnostic> {
    case.prose.passages.iter().flat_map(check_passage).collect()
}

fn check_passage(passage: &Passage) -> Vec<Diagnostic> {
    let findings = placeholders(&passage.text).into_iter().filter_map(|place| {
        let text = passage.text.get(place.clone())?.trim_end_matches(['，', '。']);
        let finding = Diagnostic::new(&RULE.code, format!("“{text}”像是还没有填的地方"));
        Some(finding.at(passage.span(&place)?, "").help("填上实际的内容；不需要的，删去整句。"))
    });
    findings.collect()
}

/// All placeholders of a text, in order; of those that overlap the first.
fn placeholders(text: &str) -> Vec<Range<usize>> {
    let words = WORDS.iter().flat_map(|word| text.match_indices(word)).map(|(at, word)| at..at + word.len());
    let mut found: Vec<Range<usize>> = runs(text).into_iter().chain(words).collect();
    found.sort_by_key(|place| (place.start, place.end));
    let mut end = 0;
    found.retain(|place| {
        let apart = place.start >= end;
        end = end.max(place.end);
        apart
    });
    found
}

/// Runs of one character that stands for something.
fn runs(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut before = None;
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let start = text.len() - rest.len();
        rest = rest.trim_start_matches(first);
        let end = text.len() - rest.len();
        let count = (end - start) / first.len_utf8();
        let enough = REPEATED.iter().any(|(character, least)| *character == first && count >= *least);
        if enough && !belongs_to_word(first, before, rest.chars().next()) {
            found.push(start..end);
        }
        before = Some(first);
    }
    found
}

/// Whether a run is part of a Latin word, an address or a year in Chinese numerals.
fn belongs_to_word(first: char, before: Option<char>, behind: Option<char>) -> bool {
    let beside = |part: fn(char) -> bool| before.is_some_and(part) || behind.is_some_and(part);
    match first {
        '〇' => beside(is_numeral),
        _ => first.is_ascii() && beside(|character| character.is_ascii_alphanumeric() || "./:@-".contains(character)),
    }
}
