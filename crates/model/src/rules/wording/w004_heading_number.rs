//! The number that an editor typed before a sub-heading is its number.

use crate::numbering::heading_number;
use crate::rules::rule::{Case, Rule};
use crate::{Block, Code, Diagnostic, Inline, Kind, Severity, Span};

pub(super) static RULE: Rule = Rule {
    code: Code {
        id: "W004",
        kind: Kind::Wording,
        severity: Severity::Warning,
        title: "小标题的编号不对",
        docs: "\
## 检查什么

小标题前面写了编号的，编号与它的顺序一致。公开时印的是系统按顺序编的号，不是写的编号。

## 依据

《党政机关公文格式》（GB/T 9704-2012）7.3.3：文中结构层次序数依次可以用“一、”“（一）”“1.”“（1）”标注。

## 例

`## （一）主动公开` 后面是 `## （三）政府信息管理`：少了（二），或者编号写错了。

## 怎样改

- 编号写错了的，改正；也可以不写编号，由程序编。
- 前面漏了一个小标题的，补上。
",
    },
    check,
};

fn check(case: &Case) -> Vec<Diagnostic> {
    let narrative = &case.report.narrative;
    let sections = narrative.sections.iter().flat_map(|section| &section.blocks);
    narrative.introduction.iter().chain(sections).filter_map(check_block).collect()
}

fn check_block(block: &Block) -> Option<Diagnostic> {
    let Block::Heading { level, number, typed_number: Some(typed), content, span } = block else { return None };
    if typed == number {
        return None;
    }
    let (written, right) = (heading_number(*level, *typed), heading_number(*level, *number));
    let message = format!("小标题的编号写的是“{written}”，按顺序是“{right}”");
    let help = "公开时印按顺序编的号；看看是编号写错了，还是前面漏了小标题。";
    let finding = Diagnostic::new(&RULE.code, message).at(*span, "").help(help);
    Some(match content.first() {
        // What stands before the words is the number with its `#`.
        Some(Inline::Text { text, span: words }) if words.end - words.start == text.len() => {
            let before = Span::new(span.file, span.start, words.start.max(span.start));
            finding.suggest(before, format!("{} {right}", "#".repeat(usize::from(*level))))
        }
        _ => finding,
    })
}
