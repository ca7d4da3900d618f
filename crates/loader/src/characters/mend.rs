//! What can stand in the place of a character that nobody sees.

use super::kind::Kind;

/// What a character gives way to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mend {
    /// Nothing.
    Nothing,
    /// The end of a line, the paragraph goes on.
    Line,
    /// The end of a paragraph.
    Paragraph,
}

impl Mend {
    pub(super) fn replacement(self, line_end: &str) -> String {
        match self {
            Self::Nothing => String::new(),
            Self::Line => format!("\\{line_end}"),
            Self::Paragraph => line_end.repeat(2),
        }
    }
}

/// What can stand in the place of a character of this kind without anything being lost or getting another meaning, if it
/// is certain: by its `line` and the characters before and behind it that can be seen.
pub(super) fn mend(line: &str, kind: Kind, neighbours: [Option<char>; 2], is_markdown: bool) -> Option<Mend> {
    let at_edge = neighbours.contains(&None);
    // `*` and its like mean something by what they stand beside.
    let means = |character: char| if is_markdown { character.is_ascii_punctuation() } else { character == '\\' };
    match kind {
        Kind::Turn => None,
        Kind::Break if at_edge => Some(Mend::Nothing),
        Kind::Break => (is_markdown && is_prose(line)).then(|| line_break(neighbours)),
        // Programs that put files together leave the byte order mark of the second one there.
        Kind::Idle if neighbours[0].is_none() => Some(Mend::Nothing),
        Kind::Idle => (!neighbours.into_iter().flatten().any(means)).then_some(Mend::Nothing),
    }
}

/// Behind a sentence Word's line break stands for a new paragraph.
fn line_break(neighbours: [Option<char>; 2]) -> Mend {
    let is_sentence = neighbours[0].is_some_and(|before| "。！？；：…".contains(before));
    if is_sentence { Mend::Paragraph } else { Mend::Line }
}

/// Whether a line can be divided and both parts are text: not that of a heading, a list, a table.
fn is_prose(line: &str) -> bool {
    let marks = |character: char| character.is_ascii_punctuation() && character != '*' || character.is_ascii_digit();
    !line.contains(['|', '\t', '`']) && !line.starts_with([' ', '#', '＃']) && !line.trim_start().starts_with(marks)
}
