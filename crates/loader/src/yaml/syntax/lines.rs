//! The slips that people make most, found line by line where YAML itself makes no sense of them: full-width colons,
//! missing spaces, tabs, full-width commas and braces.

use std::ops::Range;

use nianbao_model::{Code, Diagnostic};

use crate::codes::yaml;
use crate::open_file::OpenFile;

/// A longer value is not repeated in a message.
const LONGEST_QUOTE: usize = 20;

/// No key is longer, in characters.
const LONGEST_KEY: usize = 30;

/// A slip, where it stands, and what to put there.
#[derive(Debug, PartialEq, Eq)]
struct Slip {
    code: &'static Code,
    at: Range<usize>,
    mend: Option<&'static str>,
}

/// The usual slips in the lines of `range`.
pub(crate) fn syntax_findings(file: &OpenFile, range: Range<usize>) -> impl Iterator<Item = Diagnostic> + '_ {
    let text = file.text.get(range.clone()).unwrap_or("");
    let mut slips = Vec::new();
    let mut start = range.start;
    for line in text.split_inclusive('\n') {
        check_line(line.trim_end(), start, &mut slips);
        start += line.len();
    }
    slips.into_iter().map(|slip| slip.describe(file))
}

fn check_line(line: &str, start: usize, found: &mut Vec<Slip>) {
    let body = line.trim_start();
    if body.is_empty() || body.starts_with('#') {
        return;
    }
    let indent = line.len() - body.len();
    if line.get(..indent).is_some_and(|indent| indent.contains(['\t', '\u{3000}'])) {
        found.push(Slip { code: &yaml::INDENT, at: start..start + indent, mend: None });
    }
    check_marks(body, start + indent, found);
}

/// Goes through a line key by key. A key starts at the start of the line, behind `- `, and within braces.
fn check_marks(line: &str, start: usize, found: &mut Vec<Slip>) {
    let mut key = Some(line.len() - line.trim_start_matches(['-', ' ']).len());
    let mut quote = None;
    let mut depth = 0_usize;
    for (at, mark) in line.char_indices() {
        let end = at + mark.len_utf8();
        let mut slip = |code, mend| found.push(Slip { code, at: start + at..start + end, mend: Some(mend) });
        if let Some(open) = quote {
            quote = (mark != open).then_some(open);
            continue;
        }
        let rest = line.get(end..).unwrap_or("");
        match mark {
            '"' | '\'' if starts_value(line, at) => quote = Some(mark),
            '#' if at > 0 && line.get(..at).is_some_and(|before| before.ends_with(' ')) => return,
            ':' | '：' => {
                let named = key.take().and_then(|key| line.get(key..at)).is_some_and(is_key);
                match mark {
                    '：' if named => slip(
                        &yaml::WIDE_COLON,
                        if rest.starts_with([' ', '\t']) || rest.is_empty() { ":" } else { ": " },
                    ),
                    ':' if named && !rest.is_empty() && !rest.starts_with([' ', '\t', '/', ',', '}']) => {
                        slip(&yaml::COLON_SPACE, ": ");
                    }
                    _ => {}
                }
            }
            '{' | '[' => (depth, key) = (depth + 1, Some(end)),
            '｛' | '［' if starts_value(line, at) => {
                slip(&yaml::WIDE_MARK, if mark == '｛' { "{" } else { "[" });
                (depth, key) = (depth + 1, Some(end));
            }
            '}' | ']' => depth = depth.saturating_sub(1),
            '｝' | '］' if depth > 0 => {
                slip(&yaml::WIDE_MARK, if mark == '｝' { "}" } else { "]" });
                depth -= 1;
            }
            ',' if depth > 0 => key = Some(end),
            '，' if depth > 0 && follows_number(line, at) && leads_to_key(rest) => {
                slip(&yaml::WIDE_MARK, ", ");
                key = Some(end);
            }
            _ => {}
        }
    }
}

/// Whether a value may start at `at`: behind a colon, a comma or a brace.
fn starts_value(line: &str, at: usize) -> bool {
    let before = line.get(..at).unwrap_or("").trim_end();
    before.is_empty() || before.ends_with([':', '：', ',', '，', '{', '[', '-', '｛', '［'])
}

/// Whether the value before `at` is a number; in a remark a full-width comma is right.
fn follows_number(line: &str, at: usize) -> bool {
    let before = line.get(..at).unwrap_or("").trim_end();
    let word = before.trim_end_matches(|c: char| c.is_alphanumeric());
    let digits = before.get(word.len()..).unwrap_or("");
    !digits.is_empty() && digits.chars().all(char::is_numeric) && starts_value(line, word.len())
}

/// Whether a key and a colon follow.
fn leads_to_key(rest: &str) -> bool {
    let near = rest.trim_start();
    let near = near.char_indices().nth(LONGEST_KEY + 1).map_or(near, |(end, _)| near.get(..end).unwrap_or(near));
    near.find([':', '：']).and_then(|colon| near.get(..colon)).is_some_and(is_key)
}

/// Whether this may be a key: a few letters or Chinese characters without marks between them.
fn is_key(text: &str) -> bool {
    let text = text.trim();
    (1..=LONGEST_KEY).contains(&text.chars().count()) && text.chars().all(|c| c.is_alphanumeric() || c == '_')
}

/// The key and the value around the colon `at`, as they should be written.
fn rightly(text: &str, at: &Range<usize>) -> String {
    let before = text.get(..at.start).unwrap_or("");
    let key = before.trim_end_matches(|c: char| c.is_alphanumeric() || c == '_').len();
    let rest = text.get(at.end..).unwrap_or("").trim_start_matches([' ', '\t']);
    let group = rest.starts_with(['{', '[', '｛', '［']);
    let value: String =
        rest.chars().take_while(|c| !group && !",，}｝\r\n".contains(*c)).take(LONGEST_QUOTE + 1).collect();
    let value = if value.chars().count() > LONGEST_QUOTE { "" } else { value.as_str() };
    format!("{}: {value}", before.get(key..).unwrap_or("")).trim_end().to_owned()
}

impl Slip {
    fn describe(&self, file: &OpenFile) -> Diagnostic {
        let span = file.span(self.at.clone());
        let mark = file.text.get(self.at.clone()).unwrap_or("");
        let (message, help) = match self.code.id {
            "S021" => {
                let help = format!("改为半角冒号加一个空格：{}", rightly(&file.text, &self.at));
                ("名称后面应为半角冒号“:”，这里是全角冒号“：”".to_owned(), help)
            }
            "S022" => {
                let help = format!("在冒号后面加一个空格：{}", rightly(&file.text, &self.at));
                ("冒号后面应有一个空格".to_owned(), help)
            }
            "S023" => ("缩进里有制表符（Tab）或全角空格".to_owned(), "删去后改为半角空格，每层两个。".to_owned()),
            _ => {
                let message = format!("这里应为半角的逗号或括号，这里是全角的“{mark}”");
                (message, "切换到英文输入法重新输入。".to_owned())
            }
        };
        let finding = Diagnostic::new(self.code, message).at(span, "").help(help);
        match self.mend {
            Some(mend) => finding.suggest(span, mend),
            None => finding,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(line: &str) -> Vec<(&'static str, &str, Option<&'static str>)> {
        let mut slips = Vec::new();
        check_line(line, 0, &mut slips);
        slips.into_iter().map(|slip| (slip.code.id, &line[slip.at], slip.mend)).collect()
    }

    #[test]
    fn usual_slips_are_found() {
        assert_eq!(found("年度：2024"), [("S021", "：", Some(": "))]);
        assert_eq!(found("  自然人： 1"), [("S021", "：", Some(":"))]);
        assert_eq!(found("年度:2024"), [("S022", ":", Some(": "))]);
        assert_eq!(found("\t自然人: 1"), [("S023", "\t", None)]);
        assert_eq!(
            found("本年新收: ｛自然人：1，商业企业: 0｝"),
            [
                ("S024", "｛", Some("{")),
                ("S021", "：", Some(": ")),
                ("S024", "，", Some(", ")),
                ("S024", "｝", Some("}"))
            ]
        );
    }

    #[test]
    fn what_is_right_is_left_alone() {
        for line in [
            "年度: 2024",
            "来源: https://example.com/a:b",
            "注: 其中：修订16件，废止2件",
            "制发: {数: 22, 注: 其中修订16件，废止2件：见附件}",
            "名称: \"甲：乙\"",
            "# 说明：这是注释",
            "- 内容: 更正：改为 3",
            "  这一行是文字的第二行，其中说：没有错",
            "申请:",
        ] {
            assert_eq!(found(line), [], "{line}");
        }
    }
}
