//! What is wrong, as pages of the preview show it.

use nianbao_model::{Diagnostic, Edit, Label, Position, Report, Severity, SourceMap};
use serde::Serialize;

use super::finding_cell::{CellOnPage, cell_at};
use crate::percent::percent_encoded;

/// Something that is wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FindingView {
    /// `error`, `warning` or `hint`.
    pub grade: &'static str,
    /// The same as people say it: 错误.
    pub grade_text: &'static str,
    /// Its code, if it has one.
    pub code: Option<&'static str>,
    /// Where the manual explains the code, where there is a manual.
    pub manual: Option<&'static str>,
    /// What was expected and what was found.
    pub message: String,
    /// The places that it points at, the wrong ones first.
    pub places: Vec<PlaceView>,
    /// What to do.
    pub help: Option<String>,
    /// What can be put in the place of what, where that is certain.
    pub mends: Vec<MendView>,
    /// Why its report accepts it.
    pub accepted: Option<String>,
}

/// A place that a finding points at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlaceView {
    /// `content/…/report.yaml:11:3`.
    pub place: String,
    /// The address that opens it in an editor, if one was chosen.
    pub href: Option<String>,
    /// What of the narrative stands there, to be looked up on the page; nothing for other files.
    pub quote: Option<String>,
    /// The figure that stands there, on the page of its report; nothing elsewhere.
    pub cell: Option<CellOnPage>,
    /// What is said of it; may be empty.
    pub text: String,
    /// Whether it is wrong, rather than an explanation.
    pub primary: bool,
    /// The lines that it stands in; none where the file is missing or empty.
    pub lines: Vec<SourceLine>,
}

/// A line as it was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SourceLine {
    /// Its number, from 1.
    pub number: usize,
    /// What stands before the place.
    pub before: String,
    /// The place.
    pub marked: String,
    /// What stands behind it.
    pub after: String,
}

/// A replacement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MendView {
    /// The line that it is in, with what is to be replaced.
    pub line: SourceLine,
    /// What should be there.
    pub replacement: String,
}

/// How many characters of a long line are shown on each side of a place.
const AROUND: usize = 60;

/// How many characters of a long place are shown.
const LONGEST: usize = 300;

/// How many lines of a long place are shown.
const LINES: usize = 3;

impl SourceLine {
    /// A line in three parts, those outside the place cut to what surrounds it.
    fn new(number: usize, before: &str, marked: &str, after: &str) -> Self {
        let from = before.char_indices().rev().nth(AROUND);
        let to = after.char_indices().nth(AROUND);
        Self {
            number,
            before: from.map_or_else(|| before.to_owned(), |(at, _)| format!("…{}", &before[at..])),
            marked: cut(marked),
            after: to.map_or_else(|| after.to_owned(), |(at, _)| format!("{}…", &after[..at])),
        }
    }
}

impl FindingView {
    /// A finding with the lines that it points at. Templates escape whatever stands here.
    pub fn new(sources: &SourceMap, finding: &Diagnostic) -> Self {
        Self {
            grade: finding.severity().id(),
            grade_text: finding.severity().name(),
            code: Some(finding.code.id),
            manual: None,
            message: finding.message.clone(),
            places: finding.labels.iter().map(|label| PlaceView::new(sources, label)).collect(),
            help: finding.help.clone(),
            mends: finding.edits.iter().filter_map(|edit| MendView::new(sources, edit)).collect(),
            accepted: finding.accepted.clone(),
        }
    }

    /// The same on the page of `report`, whose figures are looked up there.
    #[must_use]
    pub fn on_page_of(mut self, report: &Report, finding: &Diagnostic) -> Self {
        for (place, label) in self.places.iter_mut().zip(&finding.labels) {
            place.cell = cell_at(report, label.span);
        }
        self
    }

    /// All of `findings`.
    pub fn all(sources: &SourceMap, findings: &[Diagnostic]) -> Vec<Self> {
        findings.iter().map(|finding| Self::new(sources, finding)).collect()
    }

    /// The same, explained where `manual` says that its code is.
    #[must_use]
    pub fn explained_by(mut self, manual: impl Fn(&str) -> Option<&'static str>) -> Self {
        self.manual = self.code.and_then(manual);
        self
    }

    /// The same, with places that open in the editor whose addresses begin with `editor`.
    #[must_use]
    pub fn opening_in(mut self, editor: &str) -> Self {
        for place in &mut self.places {
            // Line and column stand behind colons.
            place.href = Some(format!("{editor}{}", percent_encoded(&place.place).replace("%3A", ":")));
        }
        self
    }

    /// An error that nothing but words is known of.
    pub fn of_words(message: impl Into<String>) -> Self {
        Self {
            grade: Severity::Error.id(),
            grade_text: Severity::Error.name(),
            code: None,
            manual: None,
            message: message.into(),
            places: Vec::new(),
            help: None,
            mends: Vec::new(),
            accepted: None,
        }
    }
}

impl PlaceView {
    fn new(sources: &SourceMap, label: &Label) -> Self {
        let path = sources.path(label.span.file);
        let text = sources.text(label.span.file);
        let at = sources.position(label.span);
        Self {
            // A file that is missing or empty has no line to show.
            place: if text.is_empty() { path.to_owned() } else { format!("{path}:{}:{}", at.line, at.column) },
            href: None,
            quote: path.ends_with("/narrative.md").then(|| sources.slice(label.span).to_owned()),
            cell: None,
            text: label.text.clone(),
            primary: label.primary,
            lines: if text.is_empty() { Vec::new() } else { lines(text, at) },
        }
    }
}

impl MendView {
    fn new(sources: &SourceMap, edit: &Edit) -> Option<Self> {
        let line = lines(sources.text(edit.span.file), sources.position(edit.span)).into_iter().next()?;
        Some(Self { line, replacement: edit.replacement.clone() })
    }
}

/// The lines of `text` that a place stands in, its first ones only.
fn lines(text: &str, at: Position) -> Vec<SourceLine> {
    let Position { line, column, end_line, end_column } = at;
    let shown = text.lines().zip(1..).skip(line.saturating_sub(1)).take((end_line - line + 1).min(LINES));
    let split = |(text, number): (&str, usize)| {
        let from = if number == line { column } else { 1 };
        let (before, rest) = text.split_at(byte_of(text, from));
        let to = if number == end_line { (end_column + 1).saturating_sub(from) } else { usize::MAX };
        let (marked, after) = rest.split_at(byte_of(rest, to));
        SourceLine::new(number, before, marked, after)
    };
    shown.map(split).collect()
}

/// Where a column, counted from 1, begins in a line; the end of a line that is shorter.
fn byte_of(line: &str, column: usize) -> usize {
    line.char_indices().nth(column.saturating_sub(1)).map_or(line.len(), |(at, _)| at)
}

fn cut(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_are_cut_around_the_place() {
        let line = SourceLine::new(3, &"前".repeat(100), "错", &"后".repeat(100));
        assert_eq!(line.before.chars().count(), AROUND + 2, "{}", line.before);
        assert_eq!(line.after.chars().count(), AROUND + 1, "{}", line.after);
        let short = SourceLine::new(3, "前", "错", "后");
        assert_eq!((short.before.as_str(), short.after.as_str()), ("前", "后"));
    }

    fn parts(text: &str, at: (usize, usize, usize, usize)) -> Vec<String> {
        let (line, column, end_line, end_column) = at;
        let shown = lines(text, Position { line, column, end_line, end_column });
        shown
            .into_iter()
            .map(|line| format!("{} {}[{}]{}", line.number, line.before, line.marked, line.after))
            .collect()
    }

    #[test]
    fn the_place_is_marked_in_its_lines() {
        let text = "年度: 2024\r\n状态: 已公开\n末行";
        assert_eq!(parts(text, (2, 5, 2, 8)), ["2 状态: [已公开]"]);
        assert_eq!(parts(text, (1, 5, 2, 3)), ["1 年度: [2024]", "2 [状态]: 已公开"]);
        assert_eq!(parts(text, (2, 8, 2, 8)), ["2 状态: 已公开[]"]);
        assert_eq!(parts(text, (9, 1, 9, 1)), Vec::<String>::new());
    }
}
