//! Which characters HTML and XML can hold.

use std::borrow::Cow;

/// `text` with U+FFFD for each character that XML cannot hold or that is there for devices, not for readers.
pub(crate) fn printable(text: &str) -> Cow<'_, str> {
    if text.contains(is_refused) { Cow::Owned(text.replace(is_refused, "\u{FFFD}")) } else { Cow::Borrowed(text) }
}

/// The characters of `text` as HTML has them between elements.
pub(crate) fn html_text(text: &str) -> String {
    printable(text).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn is_refused(character: char) -> bool {
    !matches!(character, '\t' | '\n' | '\r') && character.is_control() || matches!(character, '\u{FFFE}' | '\u{FFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_control_character_is_left_but_space() {
        let controls: String = ('\0'..='\u{9f}').filter(|character| character.is_control()).collect();
        assert_eq!(controls.chars().count(), 65);
        let left = printable(&controls).replace('\u{FFFD}', "");
        assert_eq!(left, "\t\n\r");
        assert_eq!(printable("甲\u{FFFE}\u{FFFF}\u{10FFFF}"), "甲\u{FFFD}\u{FFFD}\u{10FFFF}");
        assert!(matches!(printable("甲\r\n\t乙"), Cow::Borrowed(_)));
    }
}
