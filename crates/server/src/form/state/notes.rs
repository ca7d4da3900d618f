//! Footnotes as they are written: `[^1]` in the text, `[^1]: 含上年结转。` in a block of its own.

/// How many marks of footnotes a source has.
pub(super) fn marks(source: &str) -> usize {
    let starts = source.match_indices("[^").filter(|(at, _)| !source.get(..*at).unwrap_or("").ends_with('\\'));
    starts.filter(|(at, _)| source.get(*at..).is_some_and(|rest| label(rest).is_some())).count()
}

/// Whether a block is what a footnote says.
pub(super) fn is_note(source: &str) -> bool {
    said(source).is_some()
}

/// Whether it says nothing but words, so that it can be typed anew.
pub(super) fn is_plain(source: &str) -> bool {
    let mut escaped = false;
    let is_word = |mark: char| {
        let plain = escaped || !"*_`[]<>{}~&|\n".contains(mark);
        escaped = mark == '\\' && !escaped;
        plain
    };
    said(source).is_some_and(|said| said.chars().all(is_word))
}

fn said(source: &str) -> Option<&str> {
    label(source).and_then(|behind| behind.strip_prefix(": "))
}

/// What stands behind the mark that a text begins with.
fn label(text: &str) -> Option<&str> {
    let (label, behind) = text.strip_prefix("[^")?.split_once(']')?;
    let is_label = !label.is_empty() && !label.contains(|mark: char| mark.is_whitespace() || mark == '[');
    is_label.then_some(behind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn footnotes_are_found_in_sources() {
        assert_eq!(marks("甲[^1]，乙[^注2]，丙\\[^3]，丁[^ ]，戊[^"), 2);
        assert!(is_plain("[^1]: 含上年结转，3\\*5。") && is_note("[^1]: **甲**"));
        for other in ["[^1]: **甲**", "[^1]: {{ 申请 }}", "[^1]: 甲\n    乙", "[^1]", "甲：乙", "[^1]: 甲\\\\*乙*"]
        {
            assert!(!is_plain(other), "{other}");
        }
    }
}
