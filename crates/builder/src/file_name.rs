//! Titles as file names.

/// The longest name in bytes that every common file system takes, less number and ending.
const LONGEST: usize = 200;

/// What some systems do not allow in a name; control characters besides.
const REFUSED: &str = r#"/\:*?"<>|"#;

/// The names that Windows keeps for devices, whatever ending they have.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];

/// Whether every common system takes a file or folder of this name.
pub(crate) fn is_portable(name: &str) -> bool {
    let refused = |character: char| character.is_control() || REFUSED.contains(character);
    let stem = name.split('.').next().unwrap_or(name).trim_end().to_lowercase();
    let port = stem.strip_prefix("com").or_else(|| stem.strip_prefix("lpt"));
    let is_port = port.is_some_and(|number| number.chars().count() == 1 && number.chars().all(is_port_number));
    !name.contains(refused) && !name.ends_with([' ', '.']) && !DEVICES.contains(&stem.as_str()) && !is_port
}

fn is_port_number(character: char) -> bool {
    character.is_ascii_digit() || "¹²³".contains(character)
}

/// A title as a file name: without the characters that some systems refuse, and not too long for any.
pub(crate) fn file_name(title: &str) -> String {
    let mut name = String::new();
    for character in title.trim().chars() {
        let refused = character.is_control() || REFUSED.contains(character);
        let character = if refused { '_' } else { character };
        if name.len() + character.len_utf8() > LONGEST {
            break;
        }
        name.push(character);
    }
    name
}

#[cfg(test)]
mod tests {
    use super::{file_name, is_portable};

    #[test]
    fn what_some_system_refuses_is_known() {
        for name in ["con", "NUL.png", "com1", "图?.png", "图.", "图 ", "a\\b", "a\u{7}.png", "Lpt9.svg"] {
            assert!(!is_portable(name), "{name}");
        }
        for name in ["contents", "com", "com10", "图 1.png", ".png", "投促局.jpg", "console.svg"] {
            assert!(is_portable(name), "{name}");
        }
    }

    #[test]
    fn a_title_becomes_a_name_that_every_system_takes() {
        assert_eq!(file_name("甲/乙:丙局2024年报告"), "甲_乙_丙局2024年报告");
        assert!(file_name(&"长".repeat(500)).len() <= 200);
    }
}
