//! Characters that nobody sees, in texts and in names of files: each is told at its place, by its number and name. Two names
//! that look alike and are not, text shown in another order than it stands, and control characters come to light so.

mod kind;
mod mend;

use std::collections::BTreeMap;
use std::ops::Range;

use nianbao_model::{Code, Diagnostic, Span};

use crate::codes::characters::{INVISIBLE, TURNED};
use crate::open_file::OpenFile;
use kind::{Around, Kind, is_from_right, is_invisible, is_tag, kind, name};
use mend::Mend;

pub(crate) use kind::breaks_line;

/// From so many lines on, the others of a file are told of together.
const LINES: usize = 100;

/// A character that cannot be seen.
struct Sighting {
    /// Its place in the line.
    at: usize,
    character: char,
    kind: Kind,
    /// What can stand in its place, if that is certain.
    mend: Option<Mend>,
}

/// The same character on the same line, where taking it out is certain or where it is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Repeated {
    /// The line, from 0; the same for all lines behind the first ones.
    line: usize,
    character: char,
    kind: Kind,
    certain: bool,
}

/// Whether a character means nothing in a narrative and cannot be printed, or stands for a line break of Word's.
pub(crate) fn is_unprintable(character: char) -> bool {
    let is_white = matches!(character, '\t' | '\n' | '\r');
    character == '\u{FEFF}' || breaks_line(character) || character.is_control() && !is_white
}

/// Where a character stands, and what can stand in its place.
struct Place {
    range: Range<usize>,
    mend: Option<Mend>,
}

/// What is to be said of the characters of a text that cannot be seen.
pub(crate) fn in_text(file: &OpenFile, is_markdown: bool) -> Vec<Diagnostic> {
    let mut groups: BTreeMap<Repeated, Vec<Place>> = BTreeMap::new();
    let (mut start, mut lines) = (0, 0);
    for line in file.text.split_inclusive('\n') {
        let found = in_line(line.trim_end_matches(['\n', '\r']), is_markdown);
        for Sighting { at, character, kind, mend } in &found {
            let (line, certain) = (lines.min(LINES), mend.is_some());
            let group = Repeated { line, character: *character, kind: *kind, certain };
            let range = start + at..start + at + character.len_utf8();
            groups.entry(group).or_default().push(Place { range, mend: *mend });
        }
        lines += usize::from(!found.is_empty());
        start += line.len();
    }
    groups.into_iter().map(|(group, places)| finding(file, group, &places)).collect()
}

/// The name of a file with the numbers of its characters that cannot be seen: `甲<U+200B>乙.png`.
pub(crate) fn shown(name: &str) -> String {
    let shown = |character: char| match character {
        _ if is_invisible(character) || character.is_control() => format!("<{}>", number(character)),
        _ => character.to_string(),
    };
    name.chars().map(shown).collect()
}

/// What is to be said of the characters of a file's or folder's name at `place` that cannot be seen.
pub(crate) fn in_name(name: &str, place: Span) -> Vec<Diagnostic> {
    let mut found = in_line(name, false);
    found.sort_by_key(|found| found.character);
    found.dedup_by_key(|found| found.character);
    let finding = |Sighting { character, kind, .. }: Sighting| {
        let message = format!("名称“{}”里有看不见的字符 {}", shown(name), called(character));
        let help = "给它改名，把整个名称重新输入一遍；引用它的地方也跟着改。";
        Diagnostic::new(code(kind), message).at(place, "").help(help)
    };
    found.into_iter().map(finding).collect()
}

/// What is to be said of the characters of `text` that cannot be seen and stand as signs for them (`\u202E`, `&#x202E;`) in
/// what was `written` at `place`. Those that stand there themselves are told with the whole file.
pub(crate) fn in_signs(text: &str, written: &str, place: Span) -> Vec<Diagnostic> {
    if !text.contains(is_invisible) {
        return Vec::new();
    }
    let mut found: Vec<Sighting> = text.lines().flat_map(|line| in_line(line, false)).collect();
    found.retain(|found| !written.contains(found.character));
    found.sort_by_key(|found| found.character);
    found.dedup_by_key(|found| found.character);
    let finding = |Sighting { character, kind, .. }: Sighting| {
        let message = format!("这里用代号写着看不见的字符 {}", called(character));
        let help = "删去这个代号（反斜杠或“&”开头的几个字母、数字）。";
        Diagnostic::new(code(kind), message).at(place, "").help(help).beside_figures()
    };
    found.into_iter().map(finding).collect()
}

fn in_line(line: &str, is_markdown: bool) -> Vec<Sighting> {
    if !line.contains(is_invisible) {
        return Vec::new();
    }
    let from_right = line.contains(is_from_right);
    let behind = seen_behind(line);
    let (mut previous, mut tagged, mut seen) = (None, None, None);
    let mut found = Vec::new();
    for ((at, character), behind) in line.char_indices().zip(behind) {
        if let Some(kind) = kind(character, Around { previous, tagged, from_right }) {
            found.push(Sighting { at, character, kind, mend: mend::mend(line, kind, [seen, behind], is_markdown) });
        }
        previous = Some(character);
        tagged = if is_tag(character) { tagged } else { previous };
        seen = if is_invisible(character) { seen } else { previous };
    }
    found
}

/// For each character of a line the next one behind it that can be seen.
fn seen_behind(line: &str) -> Vec<Option<char>> {
    let mut seen = None;
    let next = |character: char| {
        let behind = seen;
        seen = if is_invisible(character) { seen } else { Some(character) };
        behind
    };
    let mut behind: Vec<Option<char>> = line.chars().rev().map(next).collect();
    behind.reverse();
    behind
}

/// The characters before and behind that can be seen, as far as the line has them.
fn neighbours(before: &str, rest: &str) -> [Option<char>; 2] {
    let seen = |character: &char| !is_invisible(*character);
    [before.chars().rfind(seen), rest.chars().find(seen)]
}

fn finding(file: &OpenFile, group: Repeated, places: &[Place]) -> Diagnostic {
    let Repeated { character, kind, .. } = group;
    let first = places.first().map_or(0..0, |place| place.range.clone());
    let message = format!("{}有看不见的字符 {}{}", place(file, &first), called(character), and_others(places.len()));
    let help = match kind {
        Kind::Turn => "它让看到的次序和实际的不一样。把这一行删去，重新输入一遍。",
        Kind::Break => "把光标放在它后面，按退格键删去；要换段就空一行，只换行就在行末写一个“\\”再换行。",
        Kind::Idle => {
            "多半是从网页、微信或 Word 复制来的。把光标放在它后面，按退格键删去；不好找就把前后的字重新输入一遍。"
        }
    };
    let finding = Diagnostic::new(code(kind), message).at(file.span(first), "").help(help).beside_figures();
    let line_end = file.line_end();
    places.iter().fold(finding, |finding, place| match place.mend {
        Some(mend) => finding.suggest(file.span(place.range.clone()), mend.replacement(line_end)),
        None => finding,
    })
}

fn code(kind: Kind) -> &'static Code {
    if kind == Kind::Turn { &TURNED } else { &INVISIBLE }
}

/// Where it stands, in words: it cannot be pointed at.
fn place(file: &OpenFile, range: &Range<usize>) -> String {
    let before = file.text.get(..range.start).unwrap_or("").rsplit(['\n', '\r']).next().unwrap_or_default();
    let rest = file.text.get(range.end..).unwrap_or("").split(['\n', '\r']).next().unwrap_or("");
    match neighbours(before, rest) {
        [None, None] => "这一行".to_owned(),
        [None, Some(_)] => "行首".to_owned(),
        [Some(_), None] => "行末".to_owned(),
        [Some(before), Some(behind)] => format!("{}和{}之间", quoted(before), quoted(behind)),
    }
}

fn quoted(character: char) -> String {
    if character.is_whitespace() { "空格".to_owned() } else { format!("“{character}”") }
}

/// `U+200B（零宽空格）`.
fn called(character: char) -> String {
    format!("{}（{}）", number(character), name(character))
}

fn number(character: char) -> String {
    format!("U+{:04X}", u32::from(character))
}

fn and_others(count: usize) -> String {
    if count > 1 { format!("，同样的共 {count} 处") } else { String::new() }
}

#[cfg(test)]
mod tests {
    use nianbao_model::FileId;

    use super::*;

    fn found(text: &str, is_markdown: bool) -> Vec<(String, usize)> {
        let file = OpenFile { id: FileId(0), text: text.into() };
        let findings = in_text(&file, is_markdown).into_iter();
        findings.map(|finding| (format!("{}: {}", finding.code.id, finding.message), finding.edits.len())).collect()
    }

    #[test]
    fn signs_for_characters_are_told_too() {
        let place = Span::NOWHERE;
        let found = in_signs("甲\u{202e}乙\u{200b}", "甲\\u202E乙\u{200b}", place);
        let [finding] = &*found else { panic!("{found:?}") };
        assert_eq!((finding.code.id, &*finding.message), ("S030", "这里用代号写着看不见的字符 U+202E（改变文字方向）"));
        assert_eq!(in_signs("甲\n乙\t", "甲\\n乙\\t", place), []);
    }

    #[test]
    fn each_character_of_a_line_is_told_once_with_its_mend() {
        assert_eq!(
            found("\u{feff}甲\n温\u{200b}州\u{200b}市\u{202e}\r\n", true),
            [
                ("S031: 行首有看不见的字符 U+FEFF（字节序标记，只能在文件开头）".to_owned(), 1),
                ("S031: “温”和“州”之间有看不见的字符 U+200B（零宽空格），同样的共 2 处".to_owned(), 2),
                ("S030: 行末有看不见的字符 U+202E（改变文字方向）".to_owned(), 0),
            ]
        );
    }

    #[test]
    fn what_may_mean_something_is_left_to_people() {
        for (text, is_markdown, edits) in [
            ("甲\u{200b}**乙**", true, 0),
            ("1\u{200b}. 甲", true, 0),
            ("名称\u{200b}: 甲", false, 1),
            ("\"\\\u{200b}n\"", false, 0),
            ("甲\u{b}乙", true, 1),
            ("甲\u{b}乙", false, 0),
            ("# 甲\u{b}乙", true, 0),
            ("| 甲\u{b}乙 |", true, 0),
            ("甲。\u{b}", true, 1),
            ("\u{200b}# 甲", true, 1),
        ] {
            assert_eq!(found(text, is_markdown).iter().map(|found| found.1).collect::<Vec<_>>(), [edits], "{text:?}");
        }
    }

    #[test]
    fn many_lines_are_told_of_together() {
        let text = "甲\u{200b}乙\n".repeat(20_000);
        let found = found(&text, true);
        assert_eq!((found.len(), found.last().map(|found| found.1)), (LINES + 1, Some(20_000 - LINES)));
        let one_line = "\u{200b}".repeat(200_000) + &"\u{e0041}".repeat(200_000);
        assert_eq!(super::tests::found(&one_line, true).len(), 2);
    }

    #[test]
    fn names_are_shown_by_numbers() {
        assert_eq!(shown("甲\u{202e}乙\n.png"), "甲<U+202E>乙<U+000A>.png");
    }
}
