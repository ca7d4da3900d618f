//! Characters that nobody sees, and where they are right all the same: in scripts that are written from right to left, in
//! Mongolian, between parts of a picture character, behind rare Chinese characters.

/// What a character does that cannot be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// It turns the direction of what follows, so that what is shown is not what is there.
    Turn,
    /// It breaks a line, but not as files do.
    Break,
    /// It does nothing that anybody would miss.
    Idle,
}

/// What stands around a character.
#[derive(Debug, Clone, Copy)]
pub(super) struct Around {
    /// The character before it in its line.
    pub(super) previous: Option<char>,
    /// The last character before it that is no tag.
    pub(super) tagged: Option<char>,
    /// Whether the line holds letters that are written from right to left.
    pub(super) from_right: bool,
}

/// What is wrong with `character` where it stands; nothing with most.
pub(super) fn kind(character: char, around: Around) -> Option<Kind> {
    let previous = around.previous;
    let idle = |right: bool| (!right).then_some(Kind::Idle);
    match character {
        '\t' | '\n' | '\r' | ' '..='~' | '\u{A0}'..='\u{AC}' => None,
        _ if breaks_line(character) => Some(Kind::Break),
        '\u{202D}' | '\u{202E}' => Some(Kind::Turn),
        '\u{202B}' | '\u{2067}' => (!around.from_right).then_some(Kind::Turn),
        '\u{202A}' | '\u{202C}' | '\u{2066}' | '\u{2068}' | '\u{2069}' | '\u{200E}' | '\u{200F}' | '\u{61C}' => {
            idle(around.from_right)
        }
        '\u{200C}' | '\u{200D}' => idle(previous.is_some_and(joins)),
        '\u{180E}' => idle(previous.is_some_and(|previous| matches!(previous, '\u{1800}'..='\u{18AF}'))),
        '\u{FE00}'..='\u{FE0D}' => {
            idle(previous.is_some_and(|previous| !previous.is_ascii() && !is_invisible(previous)))
        }
        '\u{FE0E}' | '\u{FE0F}' => idle(previous.is_some_and(has_pictures)),
        '\u{E0100}'..='\u{E01EF}' => idle(previous.is_some_and(is_chinese)),
        '\u{E0000}'..='\u{E007F}' => idle(around.tagged == Some('\u{1F3F4}')),
        other => is_invisible(other).then_some(Kind::Idle),
    }
}

/// Whether a character breaks a line, but not as files do.
pub(crate) fn breaks_line(character: char) -> bool {
    matches!(character, '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// What people call a character that cannot be seen.
pub(super) fn name(character: char) -> &'static str {
    match character {
        '\u{B}' => "竖向制表符，Word 里的换行",
        '\u{C}' => "分页符",
        '\u{85}' | '\u{2028}' => "别的系统的换行",
        '\u{2029}' => "别的系统的分段",
        '\u{AD}' => "软连字符",
        '\u{61C}' | '\u{200E}' | '\u{200F}' => "文字方向标记",
        '\u{200B}' => "零宽空格",
        '\u{200C}' => "零宽断字符",
        '\u{200D}' => "零宽连字符",
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => "改变文字方向",
        '\u{2060}' => "禁止换行的标记",
        '\u{FEFF}' => "字节序标记，只能在文件开头",
        '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}' => "字形变体标记",
        '\u{E0000}'..='\u{E007F}' => "标签字符",
        '\u{115F}' | '\u{1160}' | '\u{3164}' | '\u{FFA0}' => "空白的谚文字母",
        other if other.is_control() => "控制字符",
        _ => "没有字形的格式字符",
    }
}

/// Whether a letter belongs to a script that is written from right to left.
pub(super) fn is_from_right(character: char) -> bool {
    matches!(character, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}' | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
        && character.is_alphabetic()
}

/// Whether a character cannot be seen, wherever it stands.
pub(super) fn is_invisible(character: char) -> bool {
    let breaks_or_blanks = matches!(character, '\t' | '\n' | '\r');
    character.is_control() && !breaks_or_blanks
        || is_tag(character)
        || matches!(
            character,
            '\u{AD}'
                | '\u{34F}'
                | '\u{61C}'
                | '\u{115F}'
                | '\u{1160}'
                | '\u{180E}'
                | '\u{3164}'
                | '\u{FEFF}'
                | '\u{FFA0}'
        )
        || matches!(character, '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}')
        || matches!(character, '\u{FE00}'..='\u{FE0F}' | '\u{FFF0}'..='\u{FFFB}' | '\u{FFFE}' | '\u{FFFF}' | '\u{E0100}'..='\u{E01EF}')
}

pub(super) fn is_tag(character: char) -> bool {
    matches!(character, '\u{E0000}'..='\u{E007F}')
}

/// Whether a character may be joined with the next one: a letter of another script, or a picture.
fn joins(character: char) -> bool {
    let east_asian = matches!(character, '\u{1100}'..='\u{11FF}' | '\u{2E80}'..='\u{31FF}' | '\u{AC00}'..='\u{D7FF}' | '\u{FF00}'..='\u{FFEF}');
    let letter = !character.is_ascii() && character.is_alphanumeric() && !is_chinese(character) && !east_asian;
    let mark = matches!(character, '\u{900}'..='\u{109F}' | '\u{1780}'..='\u{18AF}');
    letter || mark || matches!(character, '\u{FE0F}' | '\u{20E3}' | '\u{2190}'..='\u{2BFF}' | '\u{1F000}'..='\u{1FAFF}')
}

/// Whether a character may be shown as a picture or as a letter.
fn has_pictures(character: char) -> bool {
    matches!(character, '0'..='9' | '#' | '*' | '©' | '®' | '\u{203C}'..='\u{3299}' | '\u{1F000}'..='\u{1FAFF}')
}

fn is_chinese(character: char) -> bool {
    matches!(character, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{323AF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(char, Kind)> {
        let from_right = text.contains(is_from_right);
        let kind = |(at, character): (usize, char)| {
            let previous = text[..at].chars().next_back();
            let tagged = text[..at].chars().rfind(|character| !is_tag(*character));
            Some((character, kind(character, Around { previous, tagged, from_right })?))
        };
        text.char_indices().filter_map(kind).collect()
    }

    #[test]
    fn what_cannot_be_seen_is_found() {
        for character in "\u{1}\u{7f}\u{90}\u{ad}\u{34f}\u{61c}\u{180e}\u{200b}\u{200c}\u{200d}\u{200e}\u{200f}\u{202a}\u{202c}\u{2060}\u{2066}\u{2069}\u{feff}\u{fe0f}\u{e0001}\u{e0101}\u{3164}".chars() {
            if character == '\u{e0101}' {
                assert_eq!(found(&format!("，{character}")), [(character, Kind::Idle)]);
            } else {
                assert_eq!(found(&format!("甲{character}乙")), [(character, Kind::Idle)], "{character:?}");
            }
        }
        for character in ['\u{202b}', '\u{202d}', '\u{202e}', '\u{2067}'] {
            assert_eq!(found(&format!("甲{character}乙")), [(character, Kind::Turn)], "{character:?}");
        }
        for character in ['\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'] {
            assert_eq!(found(&format!("甲{character}乙")), [(character, Kind::Break)], "{character:?}");
        }
    }

    #[test]
    fn what_is_right_in_its_place_is_left_alone() {
        for text in [
            "名称: 温州市投资促进局\t\r\n",
            "👨\u{200d}👩\u{200d}👧，❤\u{fe0f}，1\u{fe0f}\u{20e3}，👍🏽",
            "🏴\u{e0067}\u{e0062}\u{e007f}",
            "葛\u{e0100}",
            "ئۇيغۇر \u{2067}ئاپتونوم\u{2069} رايونى\u{200f}",
            "می\u{200c}خواهم",
            "ᠮᠣᠩᠭᠣᠯ\u{180e}ᠠ",
            "क्\u{200d}ष",
            "—“”…　《》é ",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }
}
