//! Nothing is left to be filled in.

mod brackets;
mod certain;
mod signs;
mod somebody;
mod words;

use std::ops::Range;

use certain::is_certain;

use crate::rules::rule::{Case, Rule};
use crate::{Code, Diagnostic, Kind, Passage, Severity, Span, Status};

pub(super) static RULE: Rule = Rule {
    code: Code {
        id: "W006",
        kind: Kind::Wording,
        severity: Severity::Warning,
        title: "还有没填的地方",
        docs: "\
## 检查什么

正文、标题和表注里没有留下占位的符号和字样：

- 符号：`XX`、`××`、`○○`、`□□`、`***`、`___`、`？？？`，“X件”“N件”“202X年”“某某局”；
- 空的括号和括号里的提示：“（　）件”“（此处待补充）”“【请填写】”“‹机关名称›”；
- 字样：“待填”“数据待补充”“此处填写”；
- 从 Word、表格软件里带来的出错标记：“错误！未找到引用源”“#VALUE!”。

确实是占位、不会是别的意思的（“XX年”“××局”“____件”“（此处填写……）”“〔　〕号”），起草时是警告，可公开的报告里是错误；已公开的只记录。

外文里的 XX、年份里的“二〇〇八”、请人填写申请表的“（请填写申请表）”不算。

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

fn check(case: &Case) -> Vec<Diagnostic> {
    let title = case.report.title.as_ref().into_iter().flat_map(|title| in_value(case, &title.value, title.span));
    let notes = case.report.notes.values().flat_map(|note| in_value(case, &note.value, note.span));
    title.chain(notes).chain(case.prose.passages.iter().flat_map(|passage| check_passage(case, passage))).collect()
}

/// The placeholders in a value of report.yaml.
fn in_value(case: &Case, text: &str, span: Span) -> Vec<Diagnostic> {
    placeholders(text).into_iter().filter_map(|place| Some(finding(case, text, &place)?.at(span, ""))).collect()
}

fn check_passage(case: &Case, passage: &Passage) -> Vec<Diagnostic> {
    let findings = placeholders(&passage.text).into_iter().filter_map(|place| {
        let finding = finding(case, &passage.text, &place)?;
        Some(finding.at(passage.span(&place)?, ""))
    });
    findings.collect()
}

/// What is said of the placeholder at `place` of a text. A report that is to go out does not go with one that is nothing else.
fn finding(case: &Case, text: &str, place: &Range<usize>) -> Option<Diagnostic> {
    let (found, behind) = (text.get(place.clone())?, text.get(place.end..)?);
    let is_certain = is_certain(found, behind);
    let sure = if is_certain && case.report.status == Status::Released { "是" } else { "像是" };
    let said = found.trim_end_matches(['，', '。', ',', '.']);
    let finding = Diagnostic::new(&RULE.code, format!("“{said}”{sure}还没有填的地方"));
    let finding = finding.help("填上实际的内容；不需要的，删去整句。");
    Some(if is_certain { case.certain(finding) } else { finding })
}

/// All placeholders of a text, in order, none within another.
fn placeholders(text: &str) -> Vec<Range<usize>> {
    let mut end = 0;
    let places = text.char_indices().filter_map(|(start, first)| {
        let rest = text.get(start..).filter(|_| start >= end)?;
        let above = text.get(..start)?;
        let length = brackets::length(first, rest)
            .or_else(|| words::length(first, rest))
            .or_else(|| signs::length(above, first, rest))
            .or_else(|| somebody::length(above, first, rest))?;
        end = start + length;
        Some(start..end)
    });
    places.collect()
}
