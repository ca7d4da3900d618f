//! Characters of symbol fonts.

/// The character that a symbol font shows for a code, if it is one that reports have.
pub(super) fn symbol(font: &str, code: &str) -> Option<char> {
    let code = u32::from_str_radix(code.trim(), 16).ok()?;
    let code = if (0xF000..=0xF0FF).contains(&code) { code - 0xF000 } else { code };
    let font = font.to_ascii_lowercase();
    if font.starts_with("wingdings 2") {
        return Some(match code {
            0x50 => '✓',
            0x52 => '☑',
            0x4F => '✗',
            0x54 => '☒',
            0xA3 => '□',
            _ => return None,
        });
    }
    if font.starts_with("wingdings") {
        return Some(match code {
            0x6C | 0x9F => '●',
            0x6E | 0xA7 => '■',
            0x6F | 0x71 | 0xA8 => '□',
            0x75 => '◆',
            0xD8 => '➢',
            0xFB => '✗',
            0xFC => '✓',
            0xFD => '☒',
            0xFE => '☑',
            _ => return None,
        });
    }
    if font == "symbol" {
        return Some(match code {
            0xB7 => '•',
            0xB4 => '×',
            0xB8 => '÷',
            0xB1 => '±',
            0xA3 => '≤',
            0xB3 => '≥',
            0x20..=0x7E => char::from_u32(code)?,
            _ => return None,
        });
    }
    char::from_u32(code).filter(|character| !character.is_control())
}
