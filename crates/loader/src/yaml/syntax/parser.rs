//! What the parser stumbled over, in plain Chinese.

use nianbao_model::{Code, Diagnostic};
use saphyr_parser::ScanError;

use crate::codes::yaml;
use crate::open_file::OpenFile;
use crate::yaml::hash;
use crate::yaml::offsets::Offsets;

const UNBALANCED: &str = "花括号、方括号没有成对，或者两项之间缺少逗号";

/// Words of the parser's message, what they mean, and what to do. The first that fits is taken.
const MEANINGS: &[(&[&str], &Code, &str, &str)] = &[
    (&["tab"], &yaml::INDENT, "缩进里有制表符（Tab）", "把制表符改为空格，每层两个。"),
    (
        &["quoted scalar, found unexpected", "indentation in quoted"],
        &yaml::SYNTAX,
        "引号没有成对",
        "检查这里的引号；文字里要用引号时，用中文引号“”。",
    ),
    (
        &["trailing content after"],
        &yaml::SYNTAX,
        "引号后面还有多余的文字",
        "把文字都放进引号里；文字里要用引号时，用中文引号“”。",
    ),
    (
        &["escape", "hexadecimal"],
        &yaml::SYNTAX,
        "双引号里的反斜杠“\\”有特殊含义，这里的写法无法识别",
        "把双引号改为单引号，或把“\\”写成“\\\\”。",
    ),
    (
        &["flow mapping", "flow sequence", "flow construct", "misplaced bracket", "',' or"],
        &yaml::SYNTAX,
        UNBALANCED,
        "检查前后的括号；写在一行里的各项用半角逗号加空格隔开，如 {自然人: 1, 商业企业: 0}。",
    ),
    (
        &["simple key expect", "did not find expected ':'"],
        &yaml::SYNTAX,
        "这里应为“名称: 值”，没有找到冒号",
        "在名称后面加上半角冒号和空格；要写多行文字，从第二行起都要缩进。",
    ),
    (
        &["mapping values are not allowed", "illegal placement of ':'", "mapping keys are not allowed"],
        &yaml::SYNTAX,
        "这里不应出现冒号：可能是上一行缺少冒号或缩进不对，也可能是值里有冒号",
        "检查上一行；同一层的各行左边对齐；值里有半角冒号时，给整个值加上引号。",
    ),
    (
        &["block sequence entries", "'-' indicator", "cannot start with '-'"],
        &yaml::SYNTAX,
        "列表的“-”位置不对",
        "列表的每一项另起一行，以“- ”开头，左边对齐。",
    ),
    (
        &["expected key", "indentation", "document start", "node content", "plain scalar", "multiline text"],
        &yaml::SYNTAX,
        "这一行与上下文接不上，可能是缩进没有对齐",
        "同一层的各行左边对齐，下一层比上一层多两个空格。",
    ),
    (
        &["unexpected character", "expected next token", "directive"],
        &yaml::SYNTAX,
        "值以特殊符号开头，无法识别",
        "给整个值加上引号。",
    ),
    (&["unprintable", "byte order mark"], &yaml::SYNTAX, "这里有看不见的控制字符", "删去这一处重新输入。"),
    (&["recursion"], &yaml::TOO_DEEP, "括号层次过深", "检查前后的括号。"),
    (
        &["anchor", "alias", "tag"],
        &yaml::UNSUPPORTED,
        "“&”“*”“!”开头的内容有特殊含义，这里不支持",
        "给整个值加上引号。",
    ),
];

pub(in crate::yaml) fn explain(file: &OpenFile, offsets: &Offsets, error: &ScanError) -> Diagnostic {
    let (code, message, help) =
        MEANINGS.iter().find(|(words, ..)| words.iter().any(|word| error.info().contains(word))).map_or(
            (&yaml::SYNTAX, "这一行的写法无法识别", "对照已经填好的报告检查这一行。"),
            |(_, code, message, help)| (*code, *message, *help),
        );
    let at = offsets.byte(*error.marker());
    let brackets = message == UNBALANCED || error.info().contains("node content");
    let unclosed = if brackets { unclosed_before(&file.text, at) } else { None };
    if let Some(finding) = unclosed.as_ref().and_then(|opened| hash::in_brackets(file, opened.start)) {
        return finding;
    }
    let message = if unclosed.is_some() { UNBALANCED } else { message };
    let span = file.span(unclosed.unwrap_or_else(|| line_at(&file.text, at)));
    Diagnostic::new(code, message).at(span, "").help(help)
}

/// From the last brace or bracket that was not closed in its line before `at` to the end of that line.
fn unclosed_before(text: &str, at: usize) -> Option<std::ops::Range<usize>> {
    let before = text.get(..at)?;
    let mut line_start = before.len();
    for line in before.split('\n').rev() {
        line_start -= line.len();
        let line = line.split(" #").next().unwrap_or(line).trim_end();
        let opened = line.rfind(['{', '[']);
        if opened.is_some_and(|open| line.get(open..).is_some_and(|rest| !rest.contains(['}', ']']))) {
            return opened.map(|open| line_start + open..line_start + line.len());
        }
        line_start = line_start.saturating_sub(1);
    }
    None
}

/// From `at` to the end of the line; where nothing stands there, the last line before that says something.
fn line_at(text: &str, at: usize) -> std::ops::Range<usize> {
    let rest = text.get(at..).unwrap_or("").lines().next().unwrap_or("").trim_end();
    if !rest.trim().is_empty() {
        return at..at + rest.len();
    }
    let before = text.get(..at).unwrap_or("").trim_end();
    let start = before.rfind('\n').map_or(0, |line_end| line_end + 1);
    let line = before.get(start..).unwrap_or("");
    start + (line.len() - line.trim_start().len())..before.len()
}
