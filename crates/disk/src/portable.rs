//! Names that every common system takes: a city is edited on several.

/// What some systems do not allow in a name; control characters besides.
const REFUSED: &str = r#"/\:*?"<>|"#;

/// The names that Windows keeps for devices, whatever ending they have.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];

/// Whether every common system takes a file or folder of this name.
pub fn is_portable(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name).trim_end().to_lowercase();
    let port = stem.strip_prefix("com").or_else(|| stem.strip_prefix("lpt"));
    let is_port = port.is_some_and(|number| number.chars().count() == 1 && number.chars().all(is_port_number));
    !name.contains(is_refused) && !name.ends_with([' ', '.']) && !DEVICES.contains(&stem.as_str()) && !is_port
}

/// Whether some system does not allow a character in a name.
pub fn is_refused(character: char) -> bool {
    character.is_control() || REFUSED.contains(character)
}

fn is_port_number(character: char) -> bool {
    character.is_ascii_digit() || "¹²³".contains(character)
}

#[cfg(test)]
mod tests {
    use super::is_portable;

    #[test]
    fn what_some_system_refuses_is_known() {
        for name in ["con", "NUL.png", "com1", "图?.png", "图.", "图 ", "a\\b", "a\u{7}.png", "Lpt9.svg", "D:", "aux "]
        {
            assert!(!is_portable(name), "{name}");
        }
        for name in ["contents", "com", "com10", "图 1.png", ".png", "投促局.jpg", "console.svg"] {
            assert!(is_portable(name), "{name}");
        }
    }
}
