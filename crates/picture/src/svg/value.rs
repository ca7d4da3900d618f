//! Values of attributes and properties: which are sound, and what they refer to.

use crate::fault::Fault;

/// Functions that a value may call, besides `url(#id)`.
const FUNCTIONS: [&str; 12] = [
    "rgb",
    "rgba",
    "hsl",
    "hsla",
    "matrix",
    "translate",
    "translatex",
    "translatey",
    "scale",
    "rotate",
    "skewx",
    "skewy",
];

/// Whether a value of a property is kept: it calls no function that is not known and hides nothing.
///
/// # Errors
///
/// It shows something that lies in another file.
pub(super) fn is_sound(value: &str) -> Result<bool, Fault> {
    if value.contains(['\\', '{', '}', ';', '<', '>', '@']) || value.contains("/*") {
        return Ok(false);
    }
    let (mut sound, mut rest) = (true, value);
    while let Some((before, argument)) = rest.split_once('(') {
        let start = before.rfind(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_').map_or(0, |at| at + 1);
        let function = before.get(start..).unwrap_or_default().to_ascii_lowercase();
        if function == "url" {
            let target = argument.split(')').next().unwrap_or_default();
            if fragment(target).is_none() {
                return Err(elsewhere(target));
            }
        } else if !FUNCTIONS.contains(&function.as_str()) {
            sound = false;
        }
        rest = argument;
    }
    Ok(sound)
}

/// The elements of the same drawing that a value refers to by `url(#id)`.
pub(super) fn references(value: &str) -> impl Iterator<Item = &str> {
    let parts = value.split("url(").skip(1);
    parts.filter_map(|part| fragment(part.split(')').next().unwrap_or_default()))
}

/// The id that an address within the same drawing names.
pub(super) fn fragment(address: &str) -> Option<&str> {
    let quotes = ['"', '\''];
    address.trim().trim_matches(quotes).trim().strip_prefix('#').filter(|id| !id.is_empty())
}

/// Something from another file.
pub(super) fn elsewhere(address: &str) -> Fault {
    let (shown, count) = (address.trim().chars().take(40).collect::<String>(), address.trim().chars().count());
    Fault::Unsafe(format!("引用别处的文件“{shown}{}”", if count > 40 { "……" } else { "" }))
}
