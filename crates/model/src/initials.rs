//! The first letters of the pinyin, as people type names for short.

use pinyin::ToPinyin;

/// The first letter of each character as it is most often read; letters and digits as they are.
pub fn initials(name: &str) -> String {
    let letter = |character: char| match character.to_pinyin() {
        Some(pinyin) => pinyin.first_letter().chars().next(),
        None => character.is_ascii_alphanumeric().then(|| character.to_ascii_lowercase()),
    };
    name.chars().filter_map(letter).collect()
}

#[cfg(test)]
mod tests {
    use super::initials;

    #[test]
    fn initials_are_those_of_pinyin() {
        assert_eq!(initials("温州市投资促进局"), "wzstzcjj");
        assert_eq!(initials("第12中学（本部）"), "d12zxbb");
    }
}
