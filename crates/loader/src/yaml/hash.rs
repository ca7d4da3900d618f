//! What stands behind a `#` is a comment to YAML. An editor who wrote `自然人: #VALUE!` or `自然人: #12` meant a value, and the
//! key would silently have none.

use std::ops::Range;

use nianbao_model::{Code, Diagnostic};

use super::tree::{Content, Node};
use crate::codes::yaml;
use crate::keys::Named;
use crate::keys::site::THEME;
use crate::open_file::OpenFile;

/// What a spreadsheet shows in place of a value.
const SPREADSHEET: [&str; 9] = ["#VALUE!", "#REF!", "#N/A", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "###"];

/// A longer comment is not repeated in a message, in characters.
const LONGEST_QUOTE: usize = 20;

/// What was meant as a value in the comments of a tree.
pub(super) fn findings(file: &OpenFile, node: &Node) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    collect(file, node, &mut found);
    found
}

fn collect(file: &OpenFile, node: &Node, found: &mut Vec<Diagnostic>) {
    match &node.content {
        // A colour without quotation marks is told where it is read.
        Content::Map(entries) => {
            let others = entries.iter().filter(|entry| !THEME.is_called(&entry.key.value));
            others.for_each(|entry| collect(file, &entry.value, found));
        }
        Content::List(items) => items.iter().for_each(|item| collect(file, item, found)),
        Content::Scalar(_) if node.is_absent() => {
            found.extend(comment(file, node).map(|range| in_place_of_value(file, range)));
        }
        Content::Scalar(scalar) if scalar.plain => {
            let cut = comment(file, node).filter(|range| looks_like_value(written(file, range)));
            found.extend(cut.map(|range| told(file, range, &yaml::COMMENT)));
        }
        Content::Scalar(_) => {}
    }
}

/// Whether a value is missing since it was written behind a `#`.
pub(crate) fn took_value(file: &OpenFile, node: &Node) -> bool {
    node.is_absent() && comment(file, node).is_some()
}

/// The comment that touches its `#`, behind a value or the key whose value was left out. Those who mean a comment write a
/// space.
fn comment(file: &OpenFile, node: &Node) -> Option<Range<usize>> {
    let end = node.span.end;
    let behind = file.text.get(end..)?;
    let rest = behind.strip_prefix(':').unwrap_or(behind).trim_start_matches([' ', '\t']);
    let start = file.text.len() - rest.len();
    let touches = rest.strip_prefix('#').is_some_and(|rest| rest.starts_with(|c: char| !c.is_whitespace()));
    // A line is looked through only where it ends with a comment, so that many values on one take no more time than one.
    let line = if touches && start > end { rest.lines().next()? } else { return None };
    Some(start..start + line.trim_end().len())
}

/// A finding for the comment that stands where a value is missing.
fn in_place_of_value(file: &OpenFile, range: Range<usize>) -> Diagnostic {
    let code = if looks_like_value(written(file, &range)) { &yaml::LOST_VALUE } else { &yaml::COMMENT };
    told(file, range, code)
}

/// The finding for a comment that took the mark which closes what was opened at `opened`.
pub(super) fn in_brackets(file: &OpenFile, opened: usize) -> Option<Diagnostic> {
    let line = file.text.get(opened..)?.lines().next()?.trim_end();
    let start = opened + line.find(" #")? + 1;
    let range = start..opened + line.len();
    written(file, &range).contains(['}', ']']).then(|| told(file, range, &yaml::LOST_VALUE))
}

fn told(file: &OpenFile, range: Range<usize>, code: &'static Code) -> Diagnostic {
    let text = written(file, &range);
    let mark = SPREADSHEET.iter().find(|mark| text.starts_with(**mark));
    let quote: String = text.chars().take(LONGEST_QUOTE).collect();
    let quote = if quote.len() < text.len() { quote + "…" } else { quote };
    let (message, help) = match mark {
        Some(mark) => (
            format!("“{mark}”是表格软件算不出或显示不下时的标记，不是数"),
            "回到原来的表格，看这一格应是多少，填上；没有就写 0。",
        ),
        None => (
            format!("“#”后面的到行末都当作注释，“{quote}”没有读"),
            "是值就删去“#”，文字里要用“#”的给整个值加上引号；是注释就在“#”后面空一格。",
        ),
    };
    Diagnostic::new(code, message).at(file.span(range), "").help(help)
}

fn written<'f>(file: &'f OpenFile, range: &Range<usize>) -> &'f str {
    file.text.get(range.clone()).unwrap_or_default()
}

/// Whether a comment is a figure or what a spreadsheet shows instead of one.
fn looks_like_value(comment: &str) -> bool {
    let rest = comment.trim_start_matches('#');
    SPREADSHEET.iter().any(|mark| comment.starts_with(mark)) || rest.starts_with(|c: char| c.is_numeric() || c == '-')
}
