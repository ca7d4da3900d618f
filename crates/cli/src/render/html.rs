//! Findings for pages of the preview. The pages themselves are templates, which escape whatever stands here.

use nianbao_builder::html::{FindingView, MendView, PlaceView, SourceLine};
use nianbao_model::{Diagnostic, Edit, Label, Position, SourceMap};

/// How many lines of a long place are shown.
const LINES: usize = 3;

/// Findings with the lines that they point at.
pub(crate) fn views(sources: &SourceMap, findings: &[Diagnostic]) -> Vec<FindingView> {
    findings.iter().map(|finding| view(sources, finding)).collect()
}

/// A finding with the lines that it points at.
pub(crate) fn view(sources: &SourceMap, finding: &Diagnostic) -> FindingView {
    FindingView {
        grade: finding.severity().id(),
        grade_text: finding.severity().name(),
        code: Some(finding.code.id),
        message: finding.message.clone(),
        places: finding.labels.iter().map(|label| place(sources, label)).collect(),
        help: finding.help.clone(),
        mends: finding.edits.iter().filter_map(|edit| mend(sources, edit)).collect(),
        accepted: finding.accepted.clone(),
    }
}

fn place(sources: &SourceMap, label: &Label) -> PlaceView {
    let path = sources.path(label.span.file);
    let text = sources.text(label.span.file);
    let at = sources.position(label.span);
    PlaceView {
        // A file that is missing or empty has no line to show.
        place: if text.is_empty() { path.to_owned() } else { format!("{path}:{}:{}", at.line, at.column) },
        text: label.text.clone(),
        primary: label.primary,
        lines: if text.is_empty() { Vec::new() } else { lines(text, at) },
    }
}

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

fn mend(sources: &SourceMap, edit: &Edit) -> Option<MendView> {
    let line = lines(sources.text(edit.span.file), sources.position(edit.span)).into_iter().next()?;
    Some(MendView { line, replacement: edit.replacement.clone() })
}

#[cfg(test)]
mod tests {
    use super::*;

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
