//! What is wrong, as pages of the preview show it.

use nianbao_model::Severity;
use serde::Serialize;

/// Something that is wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FindingView {
    /// `error`, `warning` or `hint`.
    pub grade: &'static str,
    /// The same as people say it: 错误.
    pub grade_text: &'static str,
    /// Its code, if it has one.
    pub code: Option<&'static str>,
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

impl SourceLine {
    /// A line in three parts, those outside the place cut to what surrounds it.
    pub fn new(number: usize, before: &str, marked: &str, after: &str) -> Self {
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
    /// An error that nothing but words is known of.
    pub fn of_words(message: impl Into<String>) -> Self {
        Self {
            grade: Severity::Error.id(),
            grade_text: Severity::Error.name(),
            code: None,
            message: message.into(),
            places: Vec::new(),
            help: None,
            mends: Vec::new(),
            accepted: None,
        }
    }
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
}
