//! Characters as they count when words are compared: white space left out, full width made half.

use nianbao_model::width::half_width;

/// The characters that end a clause, so that no name or title holds them.
pub(super) const STOPS: [char; 10] = ['。', '；', '！', '？', '，', '：', ';', '!', '?', '…'];

/// A text without white space and invisible characters.
pub(super) fn dense(text: &str) -> String {
    text.chars().filter(|c| !is_blank(*c)).collect()
}

/// A text without white space, its full-width letters, digits and brackets in half width.
pub(super) fn folded(text: &str) -> String {
    text.chars().filter(|c| !is_blank(*c)).map(half_width).collect()
}

/// Whether a character is white space or cannot be seen.
pub(super) fn is_blank(character: char) -> bool {
    character.is_whitespace() || is_invisible(character)
}

/// Whether a character takes no room: what editors of web pages leave behind.
pub(super) fn is_invisible(character: char) -> bool {
    matches!(character, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}

/// Whether a character is a Chinese one.
pub(super) fn is_han(character: char) -> bool {
    matches!(character, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{20000}'..='\u{323af}' | '〇')
}

/// Whether a character is a Chinese one or a mark of Chinese text, beside which no space belongs.
pub(super) fn is_wide(character: char) -> bool {
    is_han(character)
        || matches!(character, '\u{3001}'..='\u{301f}' | '\u{ff01}'..='\u{ff65}' | '“' | '”' | '‘' | '’' | '…' | '—')
}

/// Whether a text ends where a paragraph may end, perhaps within quotes or brackets.
pub(super) fn ends_sentence(text: &str) -> bool {
    let end = text.trim_end().trim_end_matches(['”', '’', '）', ')', '》', '】', '"']);
    end.ends_with(['。', '！', '？', '；', '：', '…', '!', '?', ';', ':']) || end.ends_with('.') && !end.ends_with("..")
}
