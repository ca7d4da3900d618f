//! A text reduced to what counts in a comparison.

use std::ops::Range;

/// What stands for a run of digits.
const FIGURE: char = '0';

/// A letter and the bytes of the text that it stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Letter {
    pub(super) value: char,
    pub(super) range: Range<usize>,
}

/// The letters of a text: a run of digits is one, space and punctuation are none.
pub(super) fn letters(text: &str) -> impl Iterator<Item = char> {
    let mut before = None;
    text.chars().filter_map(move |character| {
        let letter = letter(character)?;
        let again = letter == FIGURE && before == Some(FIGURE);
        before = Some(letter);
        (!again).then_some(letter)
    })
}

/// The letters of a text with their places.
pub(super) fn placed(text: &str) -> Vec<Letter> {
    let mut found: Vec<Letter> = Vec::new();
    for (at, character) in text.char_indices() {
        let Some(value) = letter(character) else { continue };
        let end = at + character.len_utf8();
        match found.last_mut() {
            Some(last) if value == FIGURE && last.value == FIGURE => last.range.end = end,
            _ => found.push(Letter { value, range: at..end }),
        }
    }
    found
}

fn letter(character: char) -> Option<char> {
    match character {
        '一'..='龥' => Some(character),
        '0'..='9' | '０'..='９' => Some(FIGURE),
        _ if character.is_alphanumeric() => Some(character.to_ascii_lowercase()),
        _ => None,
    }
}
