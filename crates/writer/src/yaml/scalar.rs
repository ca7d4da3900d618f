//! Single values: plain where YAML takes them for the text that they are, in double quotes otherwise.

use std::fmt::Write as _;

/// The words that YAML, of one version or another, takes for something else than text.
const WORDS: [&str; 11] = ["null", "~", "true", "false", "yes", "no", "on", "off", "y", "n", "="];

/// A text; `braced` where brackets or braces stand around it.
pub(super) fn text(text: &str, braced: bool) -> String {
    if is_plain(text, braced) && !means_more(text) { text.to_owned() } else { quoted(text) }
}

/// What was written in place of a number. Digits stay as they were, whatever YAML makes of them.
pub(super) fn written(text: &str, braced: bool) -> String {
    let word = is_word(text) || text.is_empty();
    match text {
        "" => String::new(),
        _ if is_plain(text, braced) && !word => text.to_owned(),
        _ => quoted(text),
    }
}

/// Whether a text may stand without quotes.
fn is_plain(text: &str, braced: bool) -> bool {
    const OPENING: &str = "-?:,[]{}#&*!|>'\"%@`";
    let ends = text.starts_with(|c: char| OPENING.contains(c) || c.is_whitespace())
        || text.ends_with(|c: char| c == ':' || c.is_whitespace());
    let marks = text.contains(": ") || text.contains(" #") || text.contains(":\t") || text.contains("\t#");
    // Within brackets a dash or a question mark by itself is taken for that of a list or a key.
    let brackets = braced && (text.contains([',', '[', ']', '{', '}']) || text.contains(" -") || text.contains(" ?"));
    let document = text.starts_with("---") || text.starts_with("...");
    !text.is_empty() && !ends && !marks && !brackets && !document && !text.contains(must_escape)
}

/// Whether a character may only stand in double quotes: control characters and line ends of all kinds.
fn must_escape(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

/// Whether YAML takes a plain text for something else: nothing, a truth value, a number, a date.
fn means_more(text: &str) -> bool {
    is_word(text) || is_number(text) || is_date(text)
}

fn is_word(text: &str) -> bool {
    WORDS.iter().any(|word| word.eq_ignore_ascii_case(text))
}

/// Decimal, octal, hexadecimal, binary, to the base of sixty, infinite or none.
fn is_number(text: &str) -> bool {
    let text = text.strip_prefix(['+', '-']).unwrap_or(text).to_ascii_lowercase();
    if matches!(text.as_str(), ".inf" | ".nan") {
        return true;
    }
    let digits =
        text.starts_with(|c: char| c.is_ascii_digit() || c == '.') && text.contains(|c: char| c.is_ascii_digit());
    let other = text.strip_prefix("0x").is_some_and(|rest| rest.chars().all(|c| c.is_ascii_hexdigit() || c == '_'));
    let marks = |c: char| c.is_ascii_digit() || "._:,oe+b".contains(c);
    let exponent = text.replace("e-", "e+");
    digits && (other || exponent.chars().all(marks))
}

/// 2025-01-20, perhaps with a time behind it.
fn is_date(text: &str) -> bool {
    let mut parts = text.splitn(3, '-');
    let mut part = |lengths: std::ops::RangeInclusive<usize>| {
        let digits = parts.next().unwrap_or("").bytes().take_while(u8::is_ascii_digit).count();
        lengths.contains(&digits)
    };
    part(4..=4) && part(1..=2) && part(1..=2)
}

fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => quoted += "\\\"",
            '\\' => quoted += "\\\\",
            '\n' => quoted += "\\n",
            '\r' => quoted += "\\r",
            '\t' => quoted += "\\t",
            c if must_escape(c) => {
                let _ = write!(quoted, "\\u{:04x}", u32::from(c));
            }
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_plain_where_they_can_be() {
        for plain in ["温州市投资促进局", "https://a.cn/b:c?d#e", "0000-80000000", "由 2 件更正为 1 件。", "a#b", "1楼"]
        {
            assert_eq!(text(plain, true), plain);
        }
        assert_eq!(text("a, [b]", false), "a, [b]");
    }

    #[test]
    fn what_yaml_would_take_for_something_else_is_quoted() {
        for other in [
            "",
            " a",
            "a ",
            "a: b",
            "a #b",
            "a:",
            "- a",
            "{a}",
            "#1a5fb4",
            "yes",
            "NULL",
            "~",
            "True",
            "12",
            "012",
            "0x1F",
            "1e3",
            "1.5",
            "+1",
            "1_000",
            "12:30",
            ".inf",
            "2025-01-20",
            "2025-1-2 10:00",
            "'a'",
            "*a",
            "&a",
            "!a",
            "%a",
            "---",
            "@a",
            "`a`",
            "? a",
            "1,234",
        ] {
            assert_eq!(text(other, false), format!("\"{other}\""));
        }
        assert_eq!(text("a, b", true), "\"a, b\"");
        assert_eq!(text("= -", true), "\"= -\"");
        assert_eq!(text("a\nb\t\u{7}\"\\", false), r#""a\nb\t\u0007\"\\""#);
    }

    #[test]
    fn what_stood_in_place_of_a_number_is_kept() {
        for plain in ["", "/", "无", "１２", "012", "3件", "1,234"] {
            assert_eq!(written(plain, false), plain);
        }
        for other in ["~", "null", "-", " 3"] {
            assert_eq!(written(other, false), format!("\"{other}\""));
        }
        assert_eq!(written("1,234", true), "\"1,234\"");
    }
}
