//! `##主动公开` and `＃ 总体情况`: headings without a space behind the `#`, or with a full-width one. CommonMark takes
//! them for text; an editor means a heading, and as one they are read.

use nianbao_model::{Diagnostic, Inline};
use pulldown_cmark::Event;

use super::blocks::Reader;
use super::inlines::Running;
use super::{Part, number};
use crate::codes::markdown;

const HASHES: [char; 2] = ['#', '＃'];

/// What stands before the words of such a heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Unspaced {
    level: usize,
    /// How many bytes the `#` and the white space behind them take.
    length: usize,
}

/// The `#` that open a text, if it is meant as a heading.
fn split(text: &str) -> Option<Unspaced> {
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

impl Reader<'_> {
    /// Whether the text that follows is meant as a heading.
    pub(super) fn unspaced(&self) -> Option<Unspaced> {
        let Some((Event::Text(text), range)) = self.events.peek_with_place() else { return None };
        let escaped = self.file.text.get(..range.start).is_some_and(|before| before.ends_with('\\'));
        let exact = self.file.text.get(range).is_some_and(|written| written == &**text);
        if escaped || !exact { None } else { split(text) }
    }

    /// Says that the space is missing in a line that was read as `text`.
    pub(super) fn report_unspaced(&mut self, heading: Unspaced, text: &Running) {
        let start = text.range.start;
        let marks = self.file.span(start..start + heading.length);
        let mend = format!("{} ", "#".repeat(heading.level));
        let wide = self.file.text.get(marks.start..marks.end).is_some_and(|marks| marks.contains('＃'));
        let message = if wide {
            "标题的“#”应为半角，后面空一格"
        } else {
            "标题的“#”后面应有一个空格"
        };
        let finding = Diagnostic::new(&markdown::HEADING_SPACE, message).help(format!("改为“{mend}”加标题的文字。"));
        self.report(finding.suggest(marks, mend), text.range.clone());
    }

    /// The heading that was read as `text`.
    pub(super) fn unspaced_heading(&mut self, heading: Unspaced, mut text: Running, parts: &mut Vec<Part>) {
        if let Some(Inline::Text { text, span }) = text.content.first_mut() {
            text.drain(..heading.length.min(text.len()));
            span.start += heading.length;
        }
        number::drop_empty(&mut text.content);
        self.push_heading(heading.level, text.content, text.range, parts);
    }
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
