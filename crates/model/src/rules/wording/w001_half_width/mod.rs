//! Punctuation of Chinese text is full-width.

mod brackets;
mod marks;
mod quotes;

#[cfg(test)]
mod tests;

use std::ops::Range;

use crate::rules::rule::{Case, Rule};
use crate::{Code, Diagnostic, Kind, Passage, Severity, Span};

pub(super) static RULE: Rule = Rule {
    code: Code {
        id: "W001",
        kind: Kind::Wording,
        severity: Severity::Warning,
        title: "中文里用了半角标点",
        docs: "\
## 检查什么

中文文字前后的标点是全角的：逗号、句号、分号、冒号、问号、感叹号、括号、引号。

数字里的（`1,234`、`3.5`、`10:30`）、外文和网址邮箱里的、外文后面的、发文字号里的不算。括号里外都没有中文的、引号不能确定怎样配对的，也不算。

## 依据

《标点符号用法》（GB/T 15834-2011）：中文的标点占一个字的位置。从网页和 PDF 复制来的文字，标点常常变成半角。

## 例

“完善公开制度,强化公开监督”里的逗号，应为“完善公开制度，强化公开监督”。

## 怎样改

改成全角；`nianbao check --fix` 可以一次改好。
",
    },
    check,
};

/// All marks that may be meant.
const HALF_WIDTH: [char; 9] = [',', '.', ';', ':', '?', '!', '(', ')', '"'];

/// A stretch of text and what should stand there.
#[derive(Debug, Clone, PartialEq, Eq)]
struct MarkEdit {
    range: Range<usize>,
    full_width: char,
}

fn check(case: &Case) -> Vec<Diagnostic> {
    case.prose.passages.iter().filter_map(check_passage).collect()
}

fn check_passage(passage: &Passage) -> Option<Diagnostic> {
    let edits: Vec<(MarkEdit, Span)> = edits(&passage.text)
        .into_iter()
        .filter_map(|edit| written(passage, &edit.range).map(|span| (edit, span)))
        .collect();
    let (first, place) = edits.first()?;
    let mark = passage.text.get(first.range.clone())?.trim();
    let message = match edits.len() {
        1 => format!("半角的“{mark}”应为全角的“{}”", first.full_width),
        count => format!("这一段有 {count} 处半角标点，应为全角，如“{mark}”应为“{}”", first.full_width),
    };
    let finding = Diagnostic::new(&RULE.code, message).at(*place, "");
    let finding = finding.help("中文的标点用全角；数字、外文和网址里的不必改。");
    Some(edits.iter().fold(finding, |finding, (edit, span)| finding.suggest(*span, edit.full_width.to_string())))
}

/// Where a stretch stands in the file, if it stands there letter by letter: an escape or a quoted figure is
/// not to be replaced.
fn written(passage: &Passage, range: &Range<usize>) -> Option<Span> {
    passage.span(range).filter(|span| span.end - span.start == range.len())
}

/// All marks to be replaced, in order.
fn edits(text: &str) -> Vec<MarkEdit> {
    if !may_hold_any(text) {
        return Vec::new();
    }
    let characters: Vec<(usize, char)> = text.char_indices().collect();
    let mut edits = [brackets::edits(&characters), quotes::edits(&characters), marks::edits(&characters)].concat();
    let braces: Vec<(usize, char)> = text.char_indices().filter(|(_, character)| BRACES.contains(character)).collect();
    edits.retain(|edit| !is_in_braces(&braces, edit.range.start));
    edits.sort_by_key(|edit| edit.range.start);
    edits
}

/// Braces, those that open first.
const BRACES: [char; 4] = ['{', '｛', '}', '｝'];

/// Whether a place is within braces: a look-up that was not understood stays in the text as written.
fn is_in_braces(braces: &[(usize, char)], at: usize) -> bool {
    let opens = |(_, brace): &(usize, char)| BRACES[..2].contains(brace);
    let (above, rest) = braces.split_at(braces.partition_point(|(place, _)| *place < at));
    // From the last of all braces that close on, none is closed any more.
    above.last().is_some_and(opens) && braces.iter().rposition(|brace| !opens(brace)) >= Some(braces.len() - rest.len())
}

/// Whether a closer look is worth it: most texts have no such marks, or only those of numbers and Latin words.
fn may_hold_any(text: &str) -> bool {
    let within_word = |at: usize| {
        let beside = [at.checked_sub(1), Some(at + 1)].map(|at| at.and_then(|at| text.as_bytes().get(at)));
        beside.iter().all(|byte| byte.is_some_and(u8::is_ascii_alphanumeric))
    };
    HALF_WIDTH.into_iter().any(|mark| text.match_indices(mark).any(|(at, _)| !within_word(at)))
}
