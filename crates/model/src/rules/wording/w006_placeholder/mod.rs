//! Nothing is left to be filled in.

use std::ops::Range;

use crate::rules::rule::{Case, Rule};
use crate::rules::support::characters::is_numeral;
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
    "待填.",
    "待填,",
    "（待补充）",
    "（待填）",
    "（待定）",
    "【待补充】",
];

fn check(case: &Case) -> Vec<Diagnostic> {
    case.prose.passages.iter().flat_map(check_passage).collect()
}

fn check_passage(passage: &Passage) -> Vec<Diagnostic> {
    let findings = placeholders(&passage.text).into_iter().filter_map(|place| {
        let text = passage.text.get(place.clone())?.trim_end_matches(['，', '。', ',', '.']);
        let finding = Diagnostic::new(&RULE.code, format!("“{text}”像是还没有填的地方"));
        Some(finding.at(passage.span(&place)?, "").help("填上实际的内容；不需要的，删去整句。"))
    });
    findings.collect()
}

/// All placeholders of a text, in order.
fn placeholders(text: &str) -> Vec<Range<usize>> {
    let mut end = 0;
    let places = text.match_indices(begins).filter_map(|(start, _)| {
        let length =
            text.get(start..).filter(|_| start >= end).and_then(|rest| word(rest).or_else(|| run(text, start)))?;
        end = start + length;
        Some(start..end)
    });
    places.collect()
}

/// Whether a placeholder may begin with a character.
fn begins(character: char) -> bool {
    is_repeated(character) || matches!(character, '*' | 'T' | '待' | '（' | '【')
}

/// Whether it stands for something where it stands twice.
fn is_repeated(character: char) -> bool {
    matches!(character, 'X' | 'x' | 'Ｘ' | 'ｘ' | '×' | '✕' | '○' | '〇' | '◯' | '□' | '△' | '_' | '＿')
}

/// The length of the word for something that a text begins with.
fn word(text: &str) -> Option<usize> {
    WORDS.iter().find(|word| text.starts_with(**word)).map(|word| word.len())
}

/// The length of the run of one character, standing for something, that begins at `start`.
fn run(text: &str, start: usize) -> Option<usize> {
    let (above, rest) = text.split_at_checked(start)?;
    let first = rest.chars().next().filter(|first| !above.ends_with(*first))?;
    let behind = rest.trim_start_matches(first);
    let length = rest.len() - behind.len();
    let count = length / first.len_utf8();
    let enough = is_repeated(first) && count >= 2 || first == '*' && count >= 3;
    (enough && !belongs_to_word(first, above.chars().next_back(), behind.chars().next())).then_some(length)
}

/// Whether a run is part of a Latin word, an address or a year in Chinese numerals.
fn belongs_to_word(first: char, before: Option<char>, behind: Option<char>) -> bool {
    let beside = |part: fn(char) -> bool| before.is_some_and(part) || behind.is_some_and(part);
    match first {
        '〇' => beside(is_numeral),
        _ => first.is_ascii() && beside(|character| character.is_ascii_alphanumeric() || "./:@-".contains(character)),
    }
}
