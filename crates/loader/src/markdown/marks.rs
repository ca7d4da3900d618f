//! Marks that would be printed as they stand: `[^1]` without a footnote, `~~甲~~` of other dialects.

use std::ops::Range;

use super::blocks::Reader;
use super::footnotes::without_content;
use super::refused;
use super::run::Run;

/// No mark of a footnote is longer.
const LONGEST_MARK: usize = 20;

impl Reader<'_> {
    /// Says which marks in a stretch of text mean nothing here.
    pub(super) fn check_marks(&mut self, run: &Run) {
        let text = run.text();
        let split = |range: &Range<usize>| (text.get(range.clone()).unwrap_or(""), text.get(range.end..).unwrap_or(""));
        let footnotes = footnotes(text).into_iter().map(|range| {
            let (mark, rest) = split(&range);
            let finding = without_content(mark, rest);
            (range, finding)
        });
        let struck = struck(run.text()).into_iter().map(|range| (range, refused::struck()));
        for (range, finding) in footnotes.chain(struck) {
            let source = run.source(&range);
            let escaped = self.file.text.get(..source.start).is_some_and(|before| before.ends_with('\\'));
            if !escaped {
                self.report(finding, source);
            }
        }
    }
}

/// `[^1]`.
fn footnotes(text: &str) -> Vec<Range<usize>> {
    let marks = text.match_indices("[^").filter_map(|(start, open)| {
        let rest = text.get(start + open.len()..)?;
        let length = rest.find(|c: char| c.is_whitespace() || matches!(c, '[' | ']'))?;
        let closed = rest.get(length..)?.starts_with(']');
        (closed && (1..=LONGEST_MARK).contains(&length)).then(|| start..start + open.len() + length + 1)
    });
    marks.collect()
}

/// `~~甲~~`.
fn struck(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(open) = text.get(at..).and_then(|rest| rest.find("~~")).map(|open| at + open) {
        let rest = text.get(open + 2..).unwrap_or("");
        let close = if rest.starts_with(char::is_whitespace) { None } else { rest.find("~~") };
        match close.filter(|close| *close > 0) {
            Some(close) => {
                found.push(open..open + close + 4);
                at = open + close + 4;
            }
            None => at = open + 2,
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_found_whole() {
        let cut = |text: &'static str, found: Vec<Range<usize>>| -> Vec<&str> {
            found.into_iter().map(|range| &text[range]).collect()
        };
        let text = "甲[^1]乙[^注]、[^]和[^ 1]";
        assert_eq!(cut(text, footnotes(text)), ["[^1]", "[^注]"]);
        let text = "甲~~删~~乙，~~ 丙";
        assert_eq!(cut(text, struck(text)), ["~~删~~"]);
        assert!(struck("3~~5 件").is_empty());
    }
}
