//! Half-width brackets.

use super::MarkEdit;
use crate::rules::support::characters::{is_chinese, is_chinese_mark};

/// Both brackets of each pair that belongs to Chinese text.
pub(super) fn edits(characters: &[(usize, char)]) -> Vec<MarkEdit> {
    let mut open = Vec::new();
    let mut edits = Vec::new();
    let chinese = chinese_before(characters);
    for (at, (_, character)) in characters.iter().enumerate() {
        match character {
            '(' | '（' => open.push(at),
            ')' | '）' => {
                if let Some(start) = open.pop().filter(|start| is_chinese_pair(characters, &chinese, *start, at)) {
                    edits.extend(
                        [(start, '（'), (at, '）')].into_iter().filter_map(|(at, wide)| edit(characters, at, wide)),
                    );
                }
            }
            '\n' => open.clear(),
            _ => {}
        }
    }
    edits
}

fn edit(characters: &[(usize, char)], at: usize, full_width: char) -> Option<MarkEdit> {
    let (start, character) = characters[at];
    character.is_ascii().then_some(MarkEdit { range: start..start + 1, full_width })
}

/// Whether the brackets at `start` and `end` hold Chinese text, stand within it, or are of two kinds.
fn is_chinese_pair(characters: &[(usize, char)], chinese: &[usize], start: usize, end: usize) -> bool {
    let wide = |at: usize| characters.get(at).is_some_and(|(_, c)| is_chinese(*c) || is_chinese_mark(*c));
    let inside = &characters[start + 1..end];
    let holds = chinese[end] > chinese[start + 1];
    let two_kinds = characters[start].1.is_ascii() != characters[end].1.is_ascii();
    let behind = characters.get(end + 1).map(|(_, character)| *character);
    let follows = start.checked_sub(1).is_some_and(wide);
    let stands_within = follows && (wide(end + 1) || behind.is_none_or(|next| ",.;:?!\n".contains(next)));
    let year = inside.len() == 4 && inside.iter().all(|(_, character)| character.is_ascii_digit());
    let document_number = year && behind.is_some_and(|next| next.is_ascii_digit() || next == '第');
    (holds || two_kinds || stands_within) && !document_number
}

/// How many Chinese characters stand before each character.
fn chinese_before(characters: &[(usize, char)]) -> Vec<usize> {
    let count = characters.iter().scan(0, |count, (_, character)| {
        let before = *count;
        *count += usize::from(is_chinese(*character));
        Some(before)
    });
    count.collect()
}
