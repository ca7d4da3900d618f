//! Text that was meant as something else: rows of a table and items of a list within a paragraph, `[^1]` without a
//! footnote, `~~甲~~` of other dialects.

use std::ops::Range;

use nianbao_model::Diagnostic;

use super::lines::{self, Line, number_of};
use super::{refused, subheadings, titles};
use crate::codes::markdown;
use crate::open_file::OpenFile;

const BARS: [char; 2] = ['|', '｜'];

/// No mark of a footnote is longer, in bytes.
const LONGEST_MARK: usize = 20;

/// What was meant as a table or a list in the lines of the paragraph at `range`, and where.
pub(super) fn lines(file: &OpenFile, range: Range<usize>) -> impl Iterator<Item = (Range<usize>, Diagnostic)> {
    let lines = lines::lines(&file.text, range);
    rows(&lines).into_iter().chain(items(file, &lines))
}

/// Marks that would be printed as they stand, and where.
pub(super) fn marks(text: &str) -> impl Iterator<Item = (Range<usize>, Diagnostic)> {
    let split = |range: &Range<usize>| (text.get(range.clone()).unwrap_or(""), text.get(range.end..).unwrap_or(""));
    let footnotes = footnotes(text).into_iter().map(move |range| {
        let (mark, rest) = split(&range);
        let finding = without_content(mark, rest);
        (range, finding)
    });
    footnotes.chain(struck(text).into_iter().map(|range| (range, refused::struck())))
}

/// Two lines that open with a bar make no table without the line of dashes.
fn rows(lines: &[Line<'_>]) -> Option<(Range<usize>, Diagnostic)> {
    let is_row = |line: &str| line.trim_start().starts_with(BARS);
    let first = lines.windows(2).position(|pair| pair.iter().all(|(line, _)| is_row(line)))?;
    let (head, place) = lines.get(first)?;
    let (second, _) = lines.get(first + 1)?;
    let columns = head.trim().trim_matches(BARS).split(BARS).count();
    let rule = format!("|{}", "---|".repeat(columns.min(12)));
    let message = if !is_rule(second) {
        "表格缺少第二行的横线"
    } else if head.contains('｜') || second.contains(['｜', '—', '－', '：']) {
        "表格的竖线和横线应为半角"
    } else {
        "表格第二行的横线与第一行的格数不同"
    };
    let finding = Diagnostic::new(&markdown::TABLE_RULE, message);
    let help = format!("第一行是表头，第二行写 {rule}，从第三行起是内容；竖线、横线用半角，表格前后各空一行。");
    Some((place.clone(), finding.help(help)))
}

/// `|---|:--|`, also in full width.
fn is_rule(line: &str) -> bool {
    line.contains(['-', '—', '－']) && line.chars().all(|c| "|｜-—－:： \t".contains(c))
}

/// `1.甲` and `2.乙` on lines of their own become one line.
fn items(file: &OpenFile, lines: &[Line<'_>]) -> Option<(Range<usize>, Diagnostic)> {
    let mut run_together = run_together(&file.text, lines).into_iter();
    let (number, first, second) = run_together.next()?;
    let message = format!("第 {number} 项和第 {} 项之间没有空行，会连成一段", number + 1);
    let is_dotted =
        file.text.get(first.clone()).is_some_and(|line| line.trim_start().starts_with(|c: char| c.is_ascii_digit()));
    let help = if is_dotted {
        "每项之间空一行；或者写成列表：“1.”后面加一个空格，如 1. 加强领导。"
    } else {
        "每项之间空一行。"
    };
    let finding = Diagnostic::new(&markdown::RUN_TOGETHER, message).help(help);
    let nexts = [second].into_iter().chain(run_together.map(|(.., next)| next));
    // The end of the line above the first one, and of those above all that follow.
    let ends = std::iter::once(first.clone()).chain(nexts).filter_map(|line| {
        let above = lines.partition_point(|(_, place)| place.start < line.start).checked_sub(1)?;
        lines.get(above).map(|(_, place)| place.end)
    });
    let mended = ends.fold(finding, |finding, end| finding.suggest(file.span(end..end), file.line_end()));
    Some((first, mended))
}

/// The numbers that are followed by the next one without a break between them, and the places of both lines.
fn run_together(text: &str, lines: &[Line<'_>]) -> Vec<(u32, Range<usize>, Range<usize>)> {
    let mut found = Vec::new();
    let mut last: Option<(u32, Range<usize>)> = None;
    let (mut broken, mut opens) = (true, true);
    for (line, place) in lines {
        opens |= line.starts_with('\u{3000}');
        // What is meant as a heading is parted from its neighbours and told as one.
        opens = titles::section_named(line).is_some() || subheadings::stands_at(text, place.start, opens);
        if opens {
            last = None;
            continue;
        }
        if broken || line.starts_with('\u{3000}') {
            last = None;
        }
        broken = line.ends_with("  ") || line.ends_with('\\');
        let Some(number) = number_of(line) else { continue };
        if let Some((before, first)) = last.filter(|(before, _)| before + 1 == number) {
            found.push((before, first, place.clone()));
        }
        last = Some((number, place.clone()));
    }
    found
}

/// `[^1]`.
fn footnotes(text: &str) -> Vec<Range<usize>> {
    let marks = text.match_indices("[^").filter_map(|(start, open)| {
        let rest = text.get(start + open.len()..)?;
        let near = rest.get(..rest.floor_char_boundary(LONGEST_MARK + 1))?;
        let length = near.find(|c: char| c.is_whitespace() || matches!(c, '[' | ']'))?;
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

/// `[^1]` that stands in the text while no paragraph says what it means.
fn without_content(mark: &str, rest: &str) -> Diagnostic {
    if rest.starts_with('：') {
        return Diagnostic::new(&markdown::FOOTNOTE_LOST, format!("脚注“{mark}”后面应是半角冒号加空格"))
            .help(format!("写作 {mark}: 脚注的内容。"));
    }
    Diagnostic::new(&markdown::FOOTNOTE_LOST, format!("脚注“{mark}”没有内容"))
        .help(format!("另起一段写 {mark}: 脚注的内容。冒号是半角的，后面空一格；不需要脚注就删去“{mark}”。"))
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
