//! Half-width commas, full stops and their kind.

use std::ops::Range;

use super::MarkEdit;
use crate::numbering::is_chinese_numeral;
use crate::rules::support::characters::{is_chinese, is_chinese_mark};

pub(super) fn edits(characters: &[(usize, char)]) -> Vec<MarkEdit> {
    let addresses = addresses(characters);
    let within_address = |at: usize| {
        let next = addresses.partition_point(|range| range.end <= at);
        addresses.get(next).is_some_and(|range| range.contains(&at))
    };
    (0..characters.len()).filter(|at| !within_address(*at)).filter_map(|at| edit(characters, at)).collect()
}

fn full_width(mark: char) -> Option<char> {
    Some(match mark {
        ',' => '，',
        '.' => '。',
        ';' => '；',
        ':' => '：',
        '?' => '？',
        '!' => '！',
        _ => return None,
    })
}

/// Marks that do not stand side by side.
const MARKS: &str = "!?.,;:！？。，；：";

fn edit(characters: &[(usize, char)], at: usize) -> Option<MarkEdit> {
    let (start, mark) = characters[at];
    let full_width = full_width(mark)?;
    let (before, behind) = (&characters[..at], &characters[at + 1..]);
    let spaces = behind.iter().take_while(|(_, character)| *character == ' ').count();
    let next = behind.get(spaces).map(|(_, character)| *character);
    if !is_punctuation(mark, before, next) {
        return None;
    }
    // The space that follows a half-width mark goes with it.
    let spaces = if next.is_some_and(is_wide) { spaces } else { 0 };
    Some(MarkEdit { range: start..start + 1 + spaces, full_width })
}

/// Whether a mark belongs to Chinese text, from what stands around it.
fn is_punctuation(mark: char, before: &[(usize, char)], next: Option<char>) -> bool {
    let Some((_, previous)) = before.last().copied() else { return false };
    let closes = next.is_none_or(|next| is_wide(next) || next == '\n');
    match mark {
        // Several marks in a row, such as ..., mean something else.
        _ if next.is_some_and(|next| MARKS.contains(next)) || MARKS.contains(previous) => false,
        '.' => closes && (ends_words(before) || previous == '%') && !ends_number(before),
        ':' => is_wide(previous) || closes && next.is_some() && ends_words(before),
        _ => is_wide(previous) || closes && next.is_some() && !previous.is_whitespace(),
    }
}

/// A Chinese character or mark.
fn is_wide(character: char) -> bool {
    is_chinese(character) || is_chinese_mark(character)
}

/// Whether Chinese words end here, brackets and quotes aside.
fn ends_words(before: &[(usize, char)]) -> bool {
    let word = before.iter().rev().map(|(_, character)| *character).find(|character| !")\"'".contains(*character));
    word.is_some_and(is_wide)
}

/// Whether a typed number ends here: `一.` at the start of a sentence.
fn ends_number(before: &[(usize, char)]) -> bool {
    let numerals = before.iter().rev().take_while(|(_, character)| is_chinese_numeral(*character)).count();
    let opens = before.len().checked_sub(numerals + 1).is_none_or(|at| !is_chinese(before[at].1));
    numerals > 0 && opens
}

/// The places of web and mail addresses, without marks around them.
fn addresses(characters: &[(usize, char)]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < characters.len() {
        let length = characters[at..].iter().take_while(|(_, character)| character.is_ascii_graphic()).count();
        let run: String = characters[at..at + length].iter().map(|(_, character)| *character).collect();
        if ["://", "www.", "@"].iter().any(|sign| run.contains(sign)) {
            let leading = run.len() - run.trim_start_matches(|c: char| c.is_ascii_punctuation()).len();
            found.push(at + leading..at + run.trim_end_matches(|c: char| c.is_ascii_punctuation()).len());
        }
        at += length.max(1);
    }
    found
}
