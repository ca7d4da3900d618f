//! Paragraphs over several lines, as a PDF's text has them.

use super::lines::{TextLine, width};

/// Narrower texts are lists or verses, wider ones have a paragraph a line.
const WIDTHS: std::ops::RangeInclusive<usize> = 40..=130;

/// How much a full line may lack: a character that may not begin a line takes another with it.
const SLACK: usize = 5;

/// What is indented further is no beginning of a paragraph: titles, heads of tables.
const INDENT: usize = 8;

/// How wide the lines are that a text was wrapped to, nothing where it was not.
pub(super) fn measure<'a>(lines: impl Iterator<Item = &'a TextLine<'a>>) -> Option<usize> {
    let prose = lines.filter(|line| !line.text.is_empty() && line.indent <= INDENT);
    let mut widths: Vec<usize> = prose.map(right).collect();
    widths.sort_unstable();
    let full = *widths.get(widths.len().checked_sub(widths.len() / 10 + 1)?)?;
    let near = widths.iter().filter(|&&width| width + SLACK >= full && width <= full + SLACK).count();
    let wider = widths.iter().filter(|&&width| width > full + 2 * SLACK).count();
    (WIDTHS.contains(&full) && widths.len() >= 8 && near * 3 >= widths.len() && wider * 20 <= widths.len())
        .then_some(full)
}

/// Where the paragraph that begins at line `at` ends.
pub(super) fn end(lines: &[TextLine<'_>], at: usize, measure: Option<usize>) -> usize {
    let Some(measure) = measure else { return at + 1 };
    let mut end = at + 1;
    while let (Some(line), Some(next)) = (lines.get(end - 1), lines.get(end)) {
        let full = right(line) + SLACK >= measure;
        let begins = next.text.is_empty() || next.indent >= 2 || begins_numbered(next.text);
        if line.text.is_empty() || !full || begins {
            break;
        }
        end += 1;
    }
    end
}

/// Lines as one: words keep a space between them, Chinese and figures need none.
pub(super) fn join<'a>(lines: impl Iterator<Item = &'a str>) -> String {
    let mut text = String::new();
    for line in lines {
        let words =
            text.ends_with(|c: char| c.is_ascii_alphabetic()) && line.starts_with(|c: char| c.is_ascii_alphabetic());
        if words {
            text.push(' ');
        }
        text.push_str(line);
    }
    text
}

/// Where a line ends.
fn right(line: &TextLine<'_>) -> usize {
    line.indent + line.text.chars().map(width).sum::<usize>()
}

/// `一、`, `（一）` at the beginning.
fn begins_numbered(text: &str) -> bool {
    let rest = text.trim_start_matches(['（', '(']);
    let number = rest.trim_start_matches(['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']);
    number.len() < rest.len() && number.starts_with(['、', '）', ')'])
}
