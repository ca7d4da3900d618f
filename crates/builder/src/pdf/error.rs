//! Why a PDF could not be made.

use std::fmt;

use typst::diag::SourceDiagnostic;
use typst::ecow::EcoVec;
use typst::syntax::{DiagSpan, DiagSpanKind, FileId};
use typst::{World, WorldExt};

use super::FontError;

/// A PDF that could not be made.
#[derive(Debug, thiserror::Error)]
pub enum PdfError {
    /// Typst refused the template or what it was given.
    #[error("排版失败：{}", lines(.0))]
    Typst(Vec<Problem>),
    /// A report that cannot be written as JSON.
    #[error("年报不能交给排版程序：{0}")]
    Data(#[from] serde_json::Error),
    /// What Typst wrote cannot be read again.
    #[error("PDF 不能压缩：{0}")]
    Compact(#[from] lopdf::Error),
    /// A template that is needed and not there.
    #[error("缺少模板 templates/pdf/{0}")]
    NoTemplate(&'static str),
    /// A font that could not be read again.
    #[error(transparent)]
    Font(#[from] FontError),
    /// Standards that exclude each other.
    #[error("PDF 标准不能同时满足：{0}")]
    Standards(String),
}

/// What Typst says, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The template below `templates/pdf/`, with line and column from 1.
    pub place: Option<(String, usize, usize)>,
    /// In Typst's own words.
    pub message: String,
    /// Its hints.
    pub hints: Vec<String>,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some((file, line, column)) = &self.place {
            write!(f, "templates/pdf/{file}:{line}:{column}：")?;
        }
        f.write_str(&self.message)?;
        self.hints.iter().try_for_each(|hint| write!(f, "（{hint}）"))
    }
}

impl PdfError {
    pub(super) fn typst(world: &dyn World, problems: &EcoVec<SourceDiagnostic>) -> Self {
        Self::Typst(problems.iter().map(|problem| Problem::new(world, problem)).collect())
    }
}

impl Problem {
    fn new(world: &dyn World, problem: &SourceDiagnostic) -> Self {
        // The place nearest to the fault may be without a file; then whoever called it has one.
        let called = problem.trace.iter().map(|point| DiagSpan::from(point.span));
        Self {
            place: std::iter::once(problem.span).chain(called).find_map(|span| place(world, span)),
            message: problem.message.to_string(),
            hints: problem.hints.iter().map(|hint| hint.v.to_string()).collect(),
        }
    }
}

fn place(world: &dyn World, span: DiagSpan) -> Option<(String, usize, usize)> {
    let file = file(span)?;
    let start = world.range(span)?.start;
    let (line, column) = world.source(file).ok()?.lines().byte_to_line_column(start)?;
    Some((file.vpath().get_without_slash().to_owned(), line + 1, column + 1))
}

fn file(span: DiagSpan) -> Option<FileId> {
    match span.get() {
        DiagSpanKind::Detached => None,
        DiagSpanKind::Number { id, .. } | DiagSpanKind::Range { id, .. } => Some(id),
    }
}

fn lines(problems: &[Problem]) -> String {
    let lines: Vec<String> = problems.iter().map(Problem::to_string).collect();
    lines.join("\n")
}
