//! Signs that stand for something where they stand twice, or once where a figure belongs.

use crate::numbering::is_chinese_numeral;
use crate::rules::support::characters::is_chinese;

/// What figures are counted in.
const MEASURES: &str = "件条份起宗次项个期篇场";

/// The length of the signs at the beginning of `rest`, with what they are counted in; `above` stands before it, `first` is the
/// first of them.
pub(super) fn length(above: &str, first: char, rest: &str) -> Option<usize> {
    if above.ends_with(first) {
        return None;
    }
    let behind = rest.trim_start_matches(first);
    let length = rest.len() - behind.len();
    let count = length / first.len_utf8();
    let before = above.chars().next_back();
    let next = behind.chars().next();
    if is_question(first) {
        let signs = rest.len() - rest.trim_start_matches(is_question).len();
        let several = signs > first.len_utf8() && !before.is_some_and(is_question);
        return several.then_some(signs).or_else(|| unknown_figure(first, before, behind));
    }
    let enough = is_repeated(first) && count >= 2 || first == '*' && count >= 3;
    if enough && (in_year(above, next) || !belongs_to_word(first, before, next)) {
        return Some(length);
    }
    let once = count == 1 && is_letter(first);
    if once && in_year(above, next) {
        return Some(length + next.map_or(0, char::len_utf8));
    }
    (once || first == '…').then(|| unknown_figure(first, before, behind)).flatten()
}

/// Whether it stands for something where it stands twice.
fn is_repeated(character: char) -> bool {
    matches!(character, 'X' | 'x' | 'Ｘ' | 'ｘ' | '×' | '✕' | '○' | '〇' | '◯' | '□' | '△' | '_' | '＿')
}

/// Whether it stands for a figure even where it stands once.
fn is_letter(character: char) -> bool {
    matches!(character, 'X' | 'Ｘ' | '×' | 'N' | 'Ｎ' | '○' | '□')
}

fn is_question(character: char) -> bool {
    matches!(character, '？' | '?')
}

/// `申请X件`, `申请？件，`: the sign and what is counted.
fn unknown_figure(first: char, before: Option<char>, behind: &str) -> Option<usize> {
    let mut next = behind.chars();
    let measure = next.next().filter(|next| MEASURES.contains(*next))?;
    let ends = next.next().is_none_or(|next| !is_chinese(next));
    // Behind a question and an omission another clause may begin.
    let certain = is_letter(first) && "件条份起宗".contains(measure) || ends;
    (certain && before.is_none_or(|before| is_chinese(before) || "，、；：（".contains(before)))
        .then(|| first.len_utf8() + measure.len_utf8())
}

/// `20XX年`, `202X年`.
fn in_year(above: &str, next: Option<char>) -> bool {
    next == Some('年')
        && above.ends_with(|c: char| c.is_ascii_digit())
        && ["20", "201", "202", "203"].iter().any(|year| above.ends_with(year))
}

/// Whether a run is part of a Latin word, an address or a year in Chinese numerals.
fn belongs_to_word(first: char, before: Option<char>, behind: Option<char>) -> bool {
    let beside = |part: fn(char) -> bool| before.is_some_and(part) || behind.is_some_and(part);
    match first {
        '〇' => beside(is_chinese_numeral),
        _ => first.is_ascii() && beside(|character| character.is_ascii_alphanumeric() || "./:@-".contains(character)),
    }
}
