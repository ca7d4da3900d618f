//! Official labels and names are spelt as they are.

mod distance;
mod laws;
mod phrases;
mod slips;
mod title;

use std::ops::Range;

use crate::rules::rule::{Case, Rule};
use crate::{Code, Diagnostic, Kind, Passage, Severity, Span, Spanned};

pub(super) static RULE: Rule = Rule {
    code: Code {
        id: "W003",
        kind: Kind::Wording,
        severity: Severity::Hint,
        title: "规定的名称里有错字",
        docs: "\
## 检查什么

- 表格里的项目、六个部分的标题、“政府信息公开”等规定的词语，没有写成同音字、形近字（“政府信息工开”“审请”“复义”“条列”），没有颠倒或者重复一个字。
- 书名号里的《中华人民共和国政府信息公开条例》《政府信息公开信息处理费管理办法》，没有漏字、多字或者错字；
- `标题` 里的“政府信息公开工作年度报告”没有漏字、多字或者错字（“政府信息工作年度报告”）。

只认确实写错了的：换了说法的（“政务公开”“不掌握相关信息”）不算。

## 依据

国办公开办函〔2021〕30号所附的格式；法规和文件的名称以公布的为准。

## 例

“本机关不撑握相关政府信息”，应为“本机关不掌握相关政府信息”；《政府信息公开处理费管理办法》，应为《政府信息公开信息处理费管理办法》。

## 怎样改

按提示改正；`nianbao check --fix` 可以一次改好。
",
    },
    check,
};

/// A misprint and what should stand there.
struct Misprint {
    range: Range<usize>,
    right: &'static str,
}

fn check(case: &Case) -> Vec<Diagnostic> {
    check_title(case).into_iter().chain(case.prose.passages.iter().flat_map(check_passage)).collect()
}

/// The first misprint of the title.
fn check_title(case: &Case) -> Option<Diagnostic> {
    let Spanned { value, span } = case.report.title.as_ref()?;
    let Misprint { range, right } = title::misprint(value).or_else(|| slips::misprints(value).into_iter().next())?;
    let finding = Diagnostic::new(&RULE.code, format!("标题里的“{}”应为“{right}”", value.get(range.clone())?));
    // Within quotation marks of YAML it may be written with escapes.
    let verbatim = span.end - span.start == value.len();
    let place = Span::new(span.file, span.start + range.start, span.start + range.end);
    let whole = !value.get(range)?.contains(char::is_numeric);
    let finding = finding.at(if verbatim { place } else { *span }, "");
    Some(if verbatim && whole { finding.suggest(place, right) } else { finding })
}

fn check_passage(passage: &Passage) -> Vec<Diagnostic> {
    let laws = laws::misprints(&passage.text);
    // Laws come in the order of where they begin.
    let apart = |slip: &Misprint| {
        let first = laws.partition_point(|law| law.range.start + laws::LONGEST < slip.range.start);
        let near = laws.get(first..).unwrap_or_default().iter();
        let mut near = near.take_while(|law| law.range.start < slip.range.end);
        near.all(|law| law.range.end <= slip.range.start)
    };
    let mut misprints: Vec<Misprint> = slips::misprints(&passage.text).into_iter().filter(apart).collect();
    misprints.extend(laws);
    misprints.sort_by_key(|misprint| misprint.range.start);
    misprints.into_iter().filter_map(|misprint| finding(passage, &misprint)).collect()
}

fn finding(passage: &Passage, Misprint { range, right }: &Misprint) -> Option<Diagnostic> {
    let span = passage.span(range)?;
    let written = passage.text.get(range.clone())?;
    let finding = Diagnostic::new(&RULE.code, format!("“{written}”应为“{right}”")).at(span, "");
    // What was written with an escape is not to be replaced by what it prints.
    Some(if span.end - span.start == range.len() { finding.suggest(span, *right) } else { finding })
}
