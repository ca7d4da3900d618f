//! Characters that every font of a Chinese document has: a text of these alone needs no look at any font.

use std::sync::LazyLock;

use encoding_rs::GBK;

use super::charset::CharSet;

/// ASCII without its control characters, the ideographs of GB 2312, and the marks that official documents use.
static COMMON: LazyLock<CharSet> = LazyLock::new(|| {
    let mut set = CharSet::default();
    set.extend(('!'..='~').chain(MARKS.chars()).chain(ideographs()).map(u32::from));
    set
});

const MARKS: &str = "、。·—…‘’“”〔〕〈〉《》【】！（），：；？％";

/// Whether every font that can play a role shows `character`, or need not.
pub(super) fn is_common(character: char) -> bool {
    matches!(character, ' ' | '\n' | '\r' | '\t' | '\u{3000}') || COMMON.contains(character)
}

/// Whether `character` is one of the 汉字 that fonts have by thousands.
pub(super) fn is_ideograph(character: char) -> bool {
    matches!(character, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{20000}'..='\u{323AF}')
}

/// Whether `shown` has all of them.
pub(super) fn has_all_common(shown: &CharSet) -> bool {
    COMMON.is_within(shown)
}

/// The 6,763 ideographs of GB 2312: rows 16 to 87.
fn ideographs() -> impl Iterator<Item = char> {
    let codes = (0xB0..=0xF7_u8).flat_map(|row| (0xA1..=0xFE_u8).map(move |cell| [row, cell]));
    // The five places behind the last one of row 55 are empty.
    let assigned = codes.filter(|code| !matches!(code, [0xD7, 0xFA..=0xFE]));
    assigned.filter_map(|code| GBK.decode_without_bom_handling_and_without_replacement(&code)?.chars().next())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ideographs_of_gb_2312_are_6763() {
        assert_eq!(ideographs().count(), 6763);
        assert!(is_common('政') && is_common('齄') && is_common('A') && !is_common('镕') && !is_common('\u{7}'));
    }
}
