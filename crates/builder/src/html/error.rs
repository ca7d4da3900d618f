//! What is wrong with a template, told in Chinese at file, line and column.
//!
//! Tera's own report puts its carets one column a character, which misses in lines with Chinese, so only
//! the place is taken from it.

use std::collections::BTreeMap;
use std::fmt;

use tera::{Error, ErrorKind};

/// Templates that cannot be used; at least one problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HtmlError {
    problems: Vec<Problem>,
}

/// One fault of a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The file below `templates/`, if the fault has a place.
    pub file: Option<String>,
    /// Its line, from 1.
    pub line: usize,
    /// Its column in characters, from 1.
    pub column: usize,
    /// How many characters it covers.
    pub length: usize,
    /// What is wrong, in Tera's words.
    pub message: String,
    /// The line as written.
    pub source_line: String,
}

impl HtmlError {
    pub(super) fn new(error: &Error, sources: &BTreeMap<String, String>) -> Self {
        let mut problems = match error.kind() {
            ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
                let span = report.span();
                let length =
                    if span.end_line == span.start_line { span.end_col.saturating_sub(span.start_col) } else { 1 };
                vec![Problem::at(
                    report.filename(),
                    (span.start_line, span.start_col + 1),
                    length,
                    report.message(),
                    sources,
                )]
            }
            // Unknown filters, components and the like come as one text that holds all reports.
            ErrorKind::Msg(text) if text.starts_with("error: ") => {
                text.split("\n\n").filter_map(|report| Problem::from_report(report, sources)).collect()
            }
            _ => Vec::new(),
        };
        if problems.is_empty() {
            problems.push(Problem::nowhere(&error.to_string()));
        }
        Self { problems }
    }

    /// All that is wrong.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }
}

impl Problem {
    fn at(
        name: &str,
        (line, column): (usize, usize),
        length: usize,
        message: &str,
        sources: &BTreeMap<String, String>,
    ) -> Self {
        let source = sources.get(name).map_or("", String::as_str);
        Self {
            file: Some(format!("html/{name}")),
            line,
            column,
            length: length.max(1),
            message: message.to_owned(),
            source_line: source.lines().nth(line.saturating_sub(1)).unwrap_or_default().to_owned(),
        }
    }

    fn nowhere(message: &str) -> Self {
        Self { file: None, line: 0, column: 0, length: 0, message: message.to_owned(), source_line: String::new() }
    }

    /// Reads `error: what\n --> file:line:column\n … ^^^`.
    fn from_report(report: &str, sources: &BTreeMap<String, String>) -> Option<Self> {
        let message = report.lines().next()?.strip_prefix("error: ")?;
        let place = report.lines().find_map(|line| line.trim_start().strip_prefix("--> "))?;
        let mut parts = place.rsplitn(3, ':');
        let column = parts.next()?.parse().ok()?;
        let line = parts.next()?.parse().ok()?;
        let length = report.lines().last()?.matches('^').count();
        Some(Self::at(parts.next()?, (line, column), length, message, sources))
    }
}

impl fmt::Display for HtmlError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, problem) in self.problems.iter().enumerate() {
            if at > 0 {
                f.write_str("\n\n")?;
            }
            problem.fmt(f)?;
        }
        Ok(())
    }
}

impl std::error::Error for HtmlError {}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(file) = &self.file else { return write!(f, "网页模板有误：{}", self.message) };
        let (line, column) = (self.line, self.column);
        let gutter = " ".repeat(line.to_string().len());
        let before: String = self.source_line.chars().take(column.saturating_sub(1)).map(blank).collect();
        let marked = self.source_line.chars().skip(column.saturating_sub(1)).take(self.length);
        let carets = "^".repeat(marked.map(width).sum::<usize>().max(1));
        writeln!(f, "模板 templates/{file} 第 {line} 行第 {column} 列有误：{}", self.message)?;
        writeln!(f, "{gutter} |")?;
        writeln!(f, "{line} | {}", self.source_line)?;
        write!(f, "{gutter} | {before}{carets}")
    }
}

/// What takes as much room as `character` does.
fn blank(character: char) -> &'static str {
    match (character, width(character)) {
        ('\t', _) => "\t",
        (_, 2) => "  ",
        _ => " ",
    }
}

/// How many columns a terminal gives a character: two from the first CJK block on, which is exact
/// enough for templates.
fn width(character: char) -> usize {
    if character >= '\u{2e80}' { 2 } else { 1 }
}
