//! Characters that a terminal would obey, or that nobody can see, as signs that can be seen.
//!
//! Names, paths, texts and arguments come from files and people that nobody vouches for. Whatever of them is shown goes through
//! here, so that none of them moves the cursor, forges a line or turns the direction of reading.

use std::borrow::Cow;
use std::fmt::Write as _;

/// A text within a line: its line breaks are shown, too.
pub(crate) fn line(text: &str) -> Cow<'_, str> {
    with_signs(text, |_| 0)
}

/// Lines of a file: line breaks and tabs stay.
pub(crate) fn lines(text: &str) -> Cow<'_, str> {
    with_signs(text, break_or_tab)
}

/// A finished text of ours: line breaks, tabs and colours stay.
pub(crate) fn coloured_lines(text: &str) -> Cow<'_, str> {
    with_signs(text, |rest| break_or_tab(rest).max(colour(rest)))
}

/// A JSON document without such characters as they are: within its strings, where alone they can stand, each has an escape.
pub(crate) fn json(document: String) -> String {
    if !document.contains(|character| character != '\n' && is_hidden(character)) {
        return document;
    }
    let mut escaped = String::with_capacity(document.len());
    for character in document.chars() {
        if character != '\n' && is_hidden(character) {
            for unit in character.encode_utf16(&mut [0; 2]) {
                // A `String` takes whatever is written to it.
                let _ = write!(escaped, "\\u{unit:04x}");
            }
        } else {
            escaped.push(character);
        }
    }
    escaped
}

/// A source text in which every place stays where it is: each such character gives way to signs of as many bytes. Line breaks
/// and tabs stay.
pub(crate) fn in_place(text: &str) -> Cow<'_, str> {
    if !text.contains(is_hidden_in_source) {
        return Cow::Borrowed(text);
    }
    let sign = |character: char| match character.len_utf8() {
        _ if !is_hidden_in_source(character) => character.to_string(),
        1 => "?".to_owned(),
        2 => "¿".to_owned(),
        bytes => "\u{FFFD}".to_owned() + &"?".repeat(bytes - 3),
    };
    Cow::Owned(text.chars().map(sign).collect())
}

/// What stays as it is in the eyes of `kept`, which says how many bytes at the beginning of a text that is.
fn with_signs(text: &str, kept: impl Fn(&str) -> usize) -> Cow<'_, str> {
    if !text.contains(is_hidden) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(is_hidden) {
        let (before, behind) = rest.split_at(at);
        shown += before;
        let stays = kept(behind);
        let (taken, left) = behind.split_at(stays.max(behind.chars().next().map_or(0, char::len_utf8)));
        if stays > 0 {
            shown += taken;
        } else {
            taken.chars().for_each(|character| sign(character, &mut shown));
        }
        rest = left;
    }
    Cow::Owned(shown + rest)
}

fn sign(character: char, shown: &mut String) {
    match character {
        '\0'..='\x1f' => shown.extend(char::from_u32(0x2400 + u32::from(character))),
        '\x7f' => shown.push('␡'),
        _ => drop(write!(shown, "<U+{:04X}>", u32::from(character))),
    }
}

fn break_or_tab(text: &str) -> usize {
    match text.as_bytes() {
        [b'\n' | b'\t', ..] => 1,
        [b'\r', b'\n', ..] => 2,
        _ => 0,
    }
}

/// How many bytes a change of colour (SGR) at the beginning of `text` has.
fn colour(text: &str) -> usize {
    let Some(numbers) = text.strip_prefix("\x1b[") else { return 0 };
    let length = numbers.bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b';').count();
    if numbers.as_bytes().get(length) == Some(&b'm') { length + 3 } else { 0 }
}

/// Whether a terminal obeys `character`, or nobody sees it.
fn is_hidden(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{FFFE}'..='\u{FFFF}' | '\u{E0000}'..='\u{E007F}'
        )
}

/// The frame of source lines has signs of its own for the control characters of ASCII.
fn is_hidden_in_source(character: char) -> bool {
    !character.is_ascii() && is_hidden(character)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_terminal_obeys_is_shown() {
        assert_eq!(line("甲\x1b[2J\r\n错误：乙\x7f\u{9b}\u{202e}"), "甲␛[2J␍␊错误：乙␡<U+009B><U+202E>");
        assert_eq!(lines("甲\t\r\n乙\r丙\n\x1b[m"), "甲\t\r\n乙␍丙\n␛[m");
        assert_eq!(coloured_lines("\x1b[1;31m甲\x1b[0m\x1b[2J\x1b]0;乙\x07\n"), "\x1b[1;31m甲\x1b[0m␛[2J␛]0;乙␇\n");
        assert!(matches!(line("市投资促进局 2024 —— “好”"), Cow::Borrowed(_)));
    }

    #[test]
    fn no_character_that_is_hidden_is_left() {
        let every: String = ('\0'..=char::MAX).filter(|character| is_hidden(*character)).collect();
        assert!(!line(&every).contains(is_hidden));
        assert!(!in_place(&every).contains(is_hidden_in_source));
    }

    #[test]
    fn a_source_keeps_its_places() {
        let text = "甲\u{85}乙\u{2066}丙\u{E0041}丁\t\n";
        let shown = in_place(text);
        assert_eq!(shown, "甲¿乙\u{FFFD}丙\u{FFFD}?丁\t\n");
        assert_eq!(shown.len(), text.len());
    }

    #[test]
    fn json_says_the_same_in_escapes() {
        let document = serde_json::to_string(&["\u{9b}\u{2028}\u{E0041}\x1b\"甲"]).unwrap() + "\n";
        let escaped = json(document.clone());
        assert_eq!(escaped, "[\"\\u009b\\u2028\\udb40\\udc41\\u001b\\\"甲\"]\n");
        assert_eq!(serde_json::from_str::<Vec<String>>(&escaped).unwrap(), ["\u{9b}\u{2028}\u{E0041}\x1b\"甲"]);
    }
}
