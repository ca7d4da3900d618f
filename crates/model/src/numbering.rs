//! The numbers that the machine prints before headings: 一、 → （一） → 1. → （1）.

const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/// A number from 1 to 99 in Chinese numerals; larger ones in digits, since no report has so many headings.
pub fn chinese_numeral(number: u32) -> String {
    match number {
        1..=9 => digit(number).to_owned(),
        10..=19 => format!("十{}", digit(number - 10)),
        20..=99 => format!("{}十{}", digit(number / 10), digit(number % 10)),
        _ => number.to_string(),
    }
}

/// Whether a character is a Chinese numeral as they stand before headings: 一、 十二.
pub fn is_chinese_numeral(character: char) -> bool {
    character == '十' || DIGITS.iter().skip(1).any(|digit| digit.starts_with(character))
}

/// The number from 1 to 99 that `text` is in Chinese numerals.
pub fn from_chinese_numeral(text: &str) -> Option<u32> {
    // Any line may be asked about, and hardly one is a numeral.
    let may_be = text.chars().count() <= 3 && text.chars().all(is_chinese_numeral);
    (1..=99).find(|number| may_be && chinese_numeral(*number) == text)
}

/// The number printed before a sub-heading of `level` 2, 3 or deeper.
pub fn heading_number(level: u8, number: u32) -> String {
    match level {
        2 => format!("（{}）", chinese_numeral(number)),
        3 => format!("{number}."),
        _ => format!("（{number}）"),
    }
}

fn digit(number: u32) -> &'static str {
    DIGITS.get(number as usize).copied().unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numerals_are_written_as_spoken() {
        let written: Vec<String> = [1, 9, 10, 11, 20, 25, 99].into_iter().map(chinese_numeral).collect();
        assert_eq!(written, ["一", "九", "十", "十一", "二十", "二十五", "九十九"]);
    }

    #[test]
    fn numerals_are_read_as_they_are_written() {
        assert!((1..=99).all(|number| from_chinese_numeral(&chinese_numeral(number)) == Some(number)));
        for other in ["", "零", "一一", "十十", "二十一号", "12"] {
            assert_eq!(from_chinese_numeral(other), None, "{other}");
        }
    }

    #[test]
    fn each_level_has_its_own_number() {
        assert_eq!([2, 3, 4].map(|level| heading_number(level, 3)), ["（三）", "3.", "（3）"]);
    }
}
