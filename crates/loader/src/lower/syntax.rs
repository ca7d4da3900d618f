//! Mistakes of syntax that make a key of what was meant as a key and a value, or as the rest of a text.

use nianbao_model::Diagnostic;

use super::before::Before;
use crate::codes::yaml::{COLON_SPACE, COMMA, SHAPE};
use crate::keys::Names;
use crate::open_file::OpenFile;
use crate::yaml::{self, Content, Entry, Meaning, Node};

/// What made a key of the words that stand at `entry`, which comes behind what is `before`.
pub(super) fn in_key(file: &OpenFile, entry: &Entry, before: Before<'_>, known: &[Names]) -> Option<Diagnostic> {
    if let Some(finding) = yaml::syntax_findings(file, entry.key.span.start..entry.key.span.end).next() {
        return Some(finding);
    }
    if !entry.value.is_absent() {
        return None;
    }
    missed_colon(file, entry.key.span.start..entry.key.span.end, known)
        .or_else(|| comma_in_text(file, entry, before))
        .or_else(|| comma_in_number(entry))
}

/// `自然人 1` on lines of their own, which make one text of it all.
pub(super) fn missed_colons(file: &OpenFile, node: &Node, known: &[Names]) -> Vec<Diagnostic> {
    let plain = matches!(&node.content, Content::Scalar(scalar) if scalar.plain);
    let written = file.text.get(node.span.start..node.span.end).filter(|_| plain).unwrap_or("");
    let mut start = node.span.start;
    let mut found = Vec::new();
    for line in written.split_inclusive('\n') {
        let body = line.trim();
        let at = start + (line.len() - line.trim_start().len());
        found.extend(missed_colon(file, at..at + body.len(), known));
        start += line.len();
    }
    found
}

/// A known key and a value behind it without a colon.
fn missed_colon(file: &OpenFile, range: std::ops::Range<usize>, known: &[Names]) -> Option<Diagnostic> {
    let written = file.text.get(range.clone())?;
    let parts = known.iter().flat_map(|(key, name)| [*key, *name]).find_map(|key| {
        let rest = written.strip_prefix(key)?;
        let value = rest.trim_start();
        let number = !value.is_empty() && value.chars().all(char::is_numeric);
        let chinese = !key.is_ascii();
        (number && (rest.len() > value.len() || chinese)).then_some((key, value))
    });
    let (key, value) = parts?;
    let span = file.span(range);
    let message = format!("“{key}”和“{value}”之间缺少冒号");
    let finding = Diagnostic::new(&COLON_SPACE, message).at(span, "");
    Some(finding.help(format!("改为 {key}: {value}")).suggest(span, format!("{key}: {value}")))
}

/// The rest of a text that a half-width comma cut off: `内容: 由5次,更正为3次` within braces.
fn comma_in_text(file: &OpenFile, entry: &Entry, before: Before<'_>) -> Option<Diagnostic> {
    // The rest of a text may be cut again: pieces without a value belong to it, too.
    let Content::Scalar(value) = &before.filled?.value.content else { return None };
    if value.meaning() != Meaning::Text {
        return None;
    }
    let gap = before.last?.value.span.end..entry.key.span.start;
    let between = file.text.get(gap.clone()).filter(|gap| gap.trim() == ",")?;
    let word = entry.key.value.as_str();
    let message = format!("文字里的半角逗号把“{word}”隔成了单独的一项");
    let finding = Diagnostic::new(&COMMA, message).at(entry.key.span, "");
    let finding = finding.help("文字里的逗号用全角的“，”；或者给整段文字加上引号。");
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    // The comma of 1,234 is no comma between clauses.
    let left = file.text.get(..gap.start).and_then(|left| left.chars().next_back());
    let number = between == "," && digit(left) && digit(word.chars().next());
    Some(if number { finding } else { finding.suggest(file.span(gap), "，") })
}

/// The second half of `1,234` within braces.
fn comma_in_number(entry: &Entry) -> Option<Diagnostic> {
    let word = entry.key.value.as_str();
    word.bytes().all(|byte| byte.is_ascii_digit()).then(|| {
        Diagnostic::new(&SHAPE, format!("花括号里的逗号用来隔开各项，“{word}”成了单独的一项"))
            .at(entry.key.span, "")
            .help("数字里不加千位分隔符：1,234 写作 1234。")
    })
}
