//! `##主动公开` and `＃ 总体情况`: headings without a space behind the `#`, or with a full-width one. CommonMark takes
//! them for text; an editor means a heading, and as one they are read.

const HASHES: [char; 2] = ['#', '＃'];

/// What stands before the words of such a heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Unspaced {
    pub(super) level: usize,
    /// How many bytes the `#` and the white space behind them take.
    pub(super) length: usize,
}

/// The `#` that open a text, if it is meant as a heading.
pub(super) fn split(text: &str) -> Option<Unspaced> {
    let hashes = text.len() - text.trim_start_matches(HASHES).len();
    let (marks, rest) = text.split_at_checked(hashes)?;
    let words = rest.trim_start();
    let level = marks.chars().count();
    let right = !marks.contains('＃') && rest.starts_with([' ', '\t']);
    let opens = words.starts_with(|c: char| c.is_alphanumeric() || "（(《“【*".contains(c));
    // #话题# and #1 are no headings.
    let tag = level == 1 && (words.contains(HASHES) || words.starts_with(|c: char| c.is_ascii_digit()));
    ((1..=6).contains(&level) && !right && opens && !tag)
        .then_some(Unspaced { level, length: text.len() - words.len() })
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn headings_are_told_from_other_hashes() {
        for (text, level, length) in [("##主动公开", 2, 2), ("#总体情况", 1, 1), ("＃ 总体情况", 1, 4), ("#　甲", 1, 4)]
        {
            let found = split(text).map(|found| (found.level, found.length));
            assert_eq!(found, Some((level, length)), "{text}");
        }
        for text in ["# 甲", "#", "#政务公开#上线", "#1楼", "#######甲", "#，", "甲#乙"] {
            assert_eq!(split(text), None, "{text}");
        }
    }
}
