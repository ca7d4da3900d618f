//! Chinese numerals that stand for single digits: 二〇二一, 二零二一.

/// The digit that `character` stands for; people write several signs for 〇.
pub(super) fn chinese_digit(character: char) -> Option<u8> {
    const DIGITS: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    let known = if matches!(character, '○' | '零' | 'O' | 'Ｏ' | '◯' | '０') { '〇' } else { character };
    (0..).zip(DIGITS).find(|(_, digit)| *digit == known).map(|(value, _)| value)
}
