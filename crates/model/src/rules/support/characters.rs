//! Kinds of characters in Chinese text.

/// Whether it is a Chinese character.
pub(in crate::rules) fn is_chinese(character: char) -> bool {
    matches!(character, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{20000}'..='\u{323AF}' | '〇')
}

/// Whether it is a mark of Chinese punctuation.
pub(in crate::rules) fn is_chinese_mark(character: char) -> bool {
    matches!(character, '，' | '。' | '；' | '：' | '、' | '？' | '！' | '（' | '）' | '“' | '”' | '‘' | '’')
        || matches!(character, '《' | '》' | '〈' | '〉' | '【' | '】' | '〔' | '〕' | '…' | '—')
}
