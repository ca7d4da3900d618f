//! Paragraphs whose lines were meant as something else: rows of a table, items of a list.

use std::ops::Range;

use nianbao_model::Diagnostic;

use super::blocks::Reader;
use super::number;
use crate::codes::markdown;

const BARS: [char; 2] = ['|', '｜'];

impl Reader<'_> {
    /// Looks through the lines of a paragraph.
    pub(super) fn check_lines(&mut self, range: &Range<usize>) {
        let lines = lines(&self.file.text, range.clone());
        if let Some((row, finding)) = rows(&lines) {
            self.report(finding, row);
        }
        if let Some((item, finding)) = items(&lines) {
            self.report(finding, item);
        }
    }
}

/// A line of a paragraph without its line end, and where it stands.
type Line<'t> = (&'t str, Range<usize>);

fn lines(text: &str, range: Range<usize>) -> Vec<Line<'_>> {
    let mut start = range.start;
    let written = text.get(range).unwrap_or("");
    let lines = written.split_inclusive('\n').map(|line| {
        let body = line.trim_end_matches(['\n', '\r']);
        let place = start..start + body.len();
        start += line.len();
        (body, place)
    });
    lines.collect()
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
fn items(lines: &[Line<'_>]) -> Option<(Range<usize>, Diagnostic)> {
    let mut last: Option<(u32, Range<usize>)> = None;
    let mut broken = true;
    for (line, place) in lines {
        if broken || line.starts_with('\u{3000}') {
            last = None;
        }
        broken = line.ends_with("  ") || line.ends_with('\\');
        let Some((number, _)) = number::split(line) else { continue };
        if let Some((before, first)) = last.filter(|(before, _)| before + 1 == number) {
            let message = format!("第 {before} 项和第 {number} 项之间没有空行，会连成一段");
            let help = "每项之间空一行；或者写成列表：“1.”后面加一个空格，如 1. 加强领导。";
            return Some((first, Diagnostic::new(&markdown::RUN_TOGETHER, message).help(help)));
        }
        last = Some((number, place.clone()));
    }
    None
}
