//! Single values as they are written, in quotes only where YAML needs them.

use crate::yaml::{Meaning, Scalar};

/// Marks that mean something at the start of a plain value.
const INDICATORS: &[char] = &[',', '[', ']', '{', '}', '#', '&', '*', '!', '|', '>', '\'', '"', '%', '@', '`'];
/// Marks that mean something anywhere within brackets.
const BRACKETS: &[char] = &[',', '[', ']', '{', '}'];

/// `text` as a value, within brackets or not; `before` is what stands there now, whose quotes are kept where some are
/// needed.
pub(super) fn value(text: &str, flow: bool, before: &str) -> String {
    if is_plain(text, flow) {
        return text.to_owned();
    }
    let single = before.starts_with('\'') || text.contains(['"', '\\']) && !before.starts_with('"');
    if single && !text.contains(is_unprintable) {
        return format!("'{}'", text.replace('\'', "''"));
    }
    let escaped: String = text.chars().map(escaped).collect();
    format!("\"{escaped}\"")
}

/// Whether `text` may stand without quotes and is read as itself.
fn is_plain(text: &str, flow: bool) -> bool {
    let scalar = Scalar { text: text.to_owned(), plain: true };
    let starts = text.starts_with(INDICATORS)
        || ["-", "?", ":"].iter().any(|mark| {
            text.strip_prefix(mark)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t', ',', '[', ']', '{', '}']))
        })
        || text.starts_with("---")
        || text.starts_with("...");
    let within = text.contains(": ")
        || text.contains(":\t")
        || text.ends_with(':')
        || text.contains(" #")
        || text.contains("\t#");
    let brackets = flow && (text.contains(BRACKETS) || text.starts_with(['-', '?', ':']) && text.len() == 1);
    !(text.trim() != text
        || text.contains(is_unprintable)
        || scalar.meaning() == Meaning::Null
        || starts
        || within
        || brackets)
}

/// Line breaks, control characters and what editors do not show.
fn is_unprintable(c: char) -> bool {
    c.is_control() || matches!(c, '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

fn escaped(c: char) -> String {
    match c {
        '"' => "\\\"".to_owned(),
        '\\' => "\\\\".to_owned(),
        '\n' => "\\n".to_owned(),
        '\r' => "\\r".to_owned(),
        '\t' => "\\t".to_owned(),
        c if is_unprintable(c) => format!("\\u{:04X}", u32::from(c)),
        c => c.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::value;

    #[test]
    fn quotes_stand_only_where_they_are_needed() {
        for text in
            ["22", "2025-01-20", "甲：乙，丙", "https://a.cn/b?c=1", "-8", "a#b", "其中“修订”16件", "true", "~甲"]
        {
            assert_eq!(value(text, true, ""), text);
        }
        for (text, block, flow) in [
            ("甲, 乙", "甲, 乙", "\"甲, 乙\""),
            ("甲: 乙", "\"甲: 乙\"", "\"甲: 乙\""),
            ("#1a5fb4", "\"#1a5fb4\"", "\"#1a5fb4\""),
            ("", "\"\"", "\"\""),
            ("null", "\"null\"", "\"null\""),
            ("- 甲", "\"- 甲\"", "\"- 甲\""),
            ("甲\n乙", "\"甲\\n乙\"", "\"甲\\n乙\""),
            ("\"甲\": 乙", "'\"甲\": 乙'", "'\"甲\": 乙'"),
        ] {
            assert_eq!((value(text, false, "").as_str(), value(text, true, "").as_str()), (block, flow), "{text}");
        }
        assert_eq!(value("#000000", false, "'#ffffff'"), "'#000000'");
    }
}
