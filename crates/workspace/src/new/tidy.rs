//! Cells of a list as they are meant.

/// A text without the white space that people put into names to make them equally long, and without what nobody sees.
pub(super) fn tidy(cell: &str) -> String {
    let shown = |c: char| {
        !c.is_control()
            && !matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
    };
    let words: Vec<String> = cell.split_whitespace().map(|word| word.chars().filter(|c| shown(*c)).collect()).collect();
    let mut tidy = String::new();
    for word in words {
        // Between words of Latin letters a space says something.
        let parted = tidy.ends_with(|c: char| c.is_ascii_alphanumeric())
            && word.starts_with(|c: char| c.is_ascii_alphanumeric());
        if parted {
            tidy.push(' ');
        }
        tidy.push_str(&word);
    }
    match tidy.strip_prefix('\'') {
        Some(rest) => rest.to_owned(),
        None => tidy,
    }
}
