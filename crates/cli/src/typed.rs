//! What was typed, as it was meant: a command pasted from Word has its `--` turned into a dash and its quotes curled.

use std::ffi::OsString;

/// Dashes of all kinds that stand for hyphens.
const DASHES: [char; 9] = ['-', '‐', '‑', '‒', '–', '—', '―', '−', '－'];

const QUOTES: [char; 4] = ['“', '”', '＂', '"'];

/// The arguments of the command line.
pub(crate) fn arguments() -> impl Iterator<Item = OsString> {
    std::env::args_os().map(|word| match word.to_str() {
        Some(text) => meant(text).map_or(word, OsString::from),
        None => word,
    })
}

/// What a word stands for, if that is something else.
fn meant(word: &str) -> Option<String> {
    option(word).or_else(|| unquoted(word))
}

/// `—only` for `--only`, `－C` for `-C`.
fn option(word: &str) -> Option<String> {
    let name = word.trim_start_matches(DASHES);
    let dashes = word.strip_suffix(name)?;
    let letters = name.chars().take_while(char::is_ascii_alphabetic).count();
    (!dashes.is_ascii() && letters > 0).then(|| format!("{}{name}", if letters == 1 { "-" } else { "--" }))
}

/// `“市投资促进局”` for the name alone.
fn unquoted(word: &str) -> Option<String> {
    let inside = word.strip_prefix(QUOTES)?.strip_suffix(QUOTES)?;
    (!inside.is_empty() && !inside.contains(QUOTES)).then(|| inside.to_owned())
}

#[cfg(test)]
mod tests {
    use super::meant;

    #[test]
    fn dashes_and_quotes_of_word_are_understood() {
        for (word, right) in [
            ("—only", "--only"),
            ("–only", "--only"),
            ("——only=tcj", "--only=tcj"),
            ("－－no-pdf", "--no-pdf"),
            ("－C", "-C"),
            ("–h", "-h"),
            ("“市投资促进局”", "市投资促进局"),
        ] {
            assert_eq!(meant(word).as_deref(), Some(right), "{word}");
        }
    }

    #[test]
    fn what_is_right_stays() {
        for word in ["--only", "-C", "check", "—", "—市局", "市局—a", "“甲”和“乙”", "", "--", "-"]
        {
            assert_eq!(meant(word), None, "{word}");
        }
    }
}
