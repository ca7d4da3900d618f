//! Titles as file names.

use nianbao_disk::is_refused;

/// The longest name in bytes that every common file system takes, less number and ending.
const LONGEST: usize = 200;

/// A title as a file name: without the characters that some systems refuse, and not too long for any.
pub(crate) fn file_name(title: &str) -> String {
    let mut name = String::new();
    for character in title.trim().chars() {
        let character = if is_refused(character) { '_' } else { character };
        if name.len() + character.len_utf8() > LONGEST {
            break;
        }
        name.push(character);
    }
    name
}

#[cfg(test)]
mod tests {
    use super::file_name;

    #[test]
    fn a_title_becomes_a_name_that_every_system_takes() {
        assert_eq!(file_name("甲/乙:丙局2024年报告"), "甲_乙_丙局2024年报告");
        assert!(file_name(&"长".repeat(500)).len() <= 200);
    }
}
