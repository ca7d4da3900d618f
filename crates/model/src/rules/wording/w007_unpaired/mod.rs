//! Quotation marks, titles and brackets come in pairs.

mod pairs;
mod quotes;

use std::ops::Range;

use crate::rules::rule::{Case, Rule};
use crate::{Code, Diagnostic, Kind, Passage, SectionKind, Severity};

pub(super) static RULE: Rule = Rule {
    code: Code {
        id: "W007",
        kind: Kind::Wording,
        severity: Severity::Warning,
        title: "引号、书名号、括号没有成对",
        docs: "\
## 检查什么

每个左引号（“）后面有右引号（”），左书名号（《）后面有右书名号（》），左括号后面有右括号；引号的左右没有用反（”放管服“），也没有两个都是左引号（“放管服“）。

引文有好几段、每段开头都有左引号、末段才有右引号的，编号的右括号（`1）`），不算。

## 依据

《标点符号用法》（GB/T 15834-2011）：引号、书名号、括号都是成对使用的；引文有几段的，每段开头用左引号，只在最后一段末尾用右引号。

## 例

“深化“放管服改革，优化营商环境。”少了右引号；“推进”放管服“改革”左右用反了。

## 怎样改

补上缺少的一半，或者删去多余的一半；左右用反的改过来，`nianbao check --fix` 可以改有把握的。
",
    },
    check,
};

/// What is wrong at some place of a passage.
struct Fault {
    range: Range<usize>,
    message: String,
    help: &'static str,
    /// Marks to be put in place of others.
    edits: Vec<(Range<usize>, char)>,
}

fn check(case: &Case) -> Vec<Diagnostic> {
    let parts = [None].into_iter().chain(SectionKind::NARRATIVE.map(Some));
    let parts = parts.map(|section| case.prose.section(section).collect::<Vec<&Passage>>());
    parts.flat_map(|passages| check_section(&passages)).collect()
}

/// Passages are asked together: what one opens another may close.
fn check_section(passages: &[&Passage]) -> Vec<Diagnostic> {
    let texts: Vec<&str> = passages.iter().map(|passage| passage.text.as_str()).collect();
    let quotes = quotes::faults(&texts);
    let faults = passages.iter().zip(quotes).flat_map(|(passage, quotes)| {
        let mut faults = quotes;
        faults.extend(pairs::faults(&passage.text));
        faults.sort_by_key(|fault| fault.range.start);
        faults.into_iter().filter_map(|fault| finding(passage, fault))
    });
    faults.collect()
}

fn finding(passage: &Passage, Fault { range, message, help, edits }: Fault) -> Option<Diagnostic> {
    let finding = Diagnostic::new(&RULE.code, message).at(passage.span(&range)?, "").help(help);
    // What was written with an escape is not to be replaced by what it prints.
    let written = |range: &Range<usize>| passage.span(range).filter(|span| span.end - span.start == range.len());
    let edits: Option<Vec<_>> = edits.iter().map(|(range, mark)| Some((written(range)?, *mark))).collect();
    let edits = edits.unwrap_or_default().into_iter();
    Some(edits.fold(finding, |finding, (span, mark)| finding.suggest(span, mark.to_string())))
}
