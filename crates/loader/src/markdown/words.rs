//! Text that reads like the title of a section and is meant as words: its first letter, written as `&#20108;`, says so. Whoever
//! types into a form means nothing else, for the titles stand there already.

use std::ops::Range;

/// Whether what was written opens no section, whatever it says.
pub(super) fn are_meant(written: &str) -> bool {
    written.trim_start_matches(|mark: char| mark != '&' && !mark.is_alphanumeric()).starts_with("&#")
}

/// The text in which what stands at `title` is meant as words; nothing where it is a title beyond doubt.
pub(super) fn meant(text: &str, title: Range<usize>) -> Option<String> {
    let written = text.get(title.clone())?;
    if are_meant(written) || written.trim_start().starts_with("# ") {
        return None;
    }
    let (at, letter) = written.char_indices().find(|(_, mark)| mark.is_alphanumeric())?;
    let (before, rest) = text.split_at_checked(title.start + at)?;
    let rest = rest.strip_prefix(letter)?;
    Some(format!("{before}&#{};{rest}", u32::from(letter)))
}
