//! Why a PDF could not be made.

use std::ops::Range;

use typst::diag::SourceDiagnostic;
use typst::ecow::{EcoString, EcoVec};
use typst::syntax::{DiagSpan, DiagSpanKind, FileId, Source, Spanned};
use typst::{World, WorldExt};

use super::FontError;
use crate::templates::{Fault, Phrase, TemplatePlace, lines, translate};

/// A PDF that could not be made.
#[derive(Debug, thiserror::Error)]
pub enum PdfError {
    /// Typst refused the template or what it was given.
    #[error("没有排好版：{}", lines(.0))]
    Typst(Vec<Fault>),
    /// A report that cannot be written as JSON.
    #[error("报告不能交给排版程序：{0}")]
    Data(#[from] serde_json::Error),
    /// Typst wrote something otherwise than is known.
    #[error("PDF 不能压缩：排版程序写出的文件与预期的不同")]
    Compact,
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

/// What Typst says most.
const PHRASES: [Phrase; 17] = [
    ("unknown variable: {}", "没有定义“{0}”"),
    ("unclosed delimiter", "括号没有闭合"),
    ("unclosed string", "引号没有闭合"),
    ("unexpected closing {}", "多了一个右括号"),
    ("the character `{}` is not valid in code", "这里不能写 {0}"),
    ("expected {}, found {}", "这里的写法与要求的不同"),
    ("expected {}", "这里缺少 {0}"),
    ("unexpected argument: {}", "没有叫“{0}”的参数"),
    ("unexpected argument", "多了一个参数"),
    ("missing argument: {}", "缺少参数“{0}”"),
    ("unresolved import", "没有可以引入的这一项"),
    ("file not found (searched at {})", "找不到文件 {0}"),
    ("dictionary does not contain key \"{}\"{}", "数据里没有“{0}”这一项"),
    ("type {} has no method `{}`", "{0} 没有叫“{1}”的方法"),
    ("cannot access fields on type {}", "{0} 没有下一级的项"),
    ("cannot {}", "不能这样写"),
    ("panicked with: {}", "模板自己报告了错误：{0}"),
];

impl PdfError {
    pub(super) fn typst(world: &dyn World, problems: &EcoVec<SourceDiagnostic>) -> Self {
        Self::Typst(problems.iter().map(|problem| fault(world, problem)).collect())
    }

    /// The faults of templates that it is about.
    pub fn faults(&self) -> &[Fault] {
        match self {
            Self::Typst(faults) => faults,
            _ => &[],
        }
    }
}

/// What Typst says of a source that cannot be read as code.
pub(super) fn syntax_faults(source: &Source) -> Vec<Fault> {
    let (errors, _) = source.root().errors_and_warnings();
    let place = |span: DiagSpan| match span.get() {
        DiagSpanKind::Number { num, sub_range, .. } => Some(place(source, source.range(num, sub_range)?)),
        DiagSpanKind::Range { range, .. } => Some(place(source, range)),
        DiagSpanKind::Detached => None,
    };
    errors.into_iter().map(|error| said(place(error.span), &error.message, &error.hints)).collect()
}

fn fault(world: &dyn World, problem: &SourceDiagnostic) -> Fault {
    // The place nearest to the fault may be without a file; then whoever called it has one.
    let called = problem.trace.iter().map(|point| DiagSpan::from(point.span));
    let found = std::iter::once(problem.span).chain(called).find_map(|span| {
        let source = world.source(file(span)?).ok()?;
        Some(place(&source, world.range(span)?))
    });
    said(found, &problem.message, &problem.hints)
}

fn said(place: Option<TemplatePlace>, message: &str, hints: &EcoVec<Spanned<EcoString, DiagSpan>>) -> Fault {
    let hints = hints.iter().map(|hint| hint.v.to_string()).collect();
    Fault { place, message: translate(message, &PHRASES), hints }
}

fn place(source: &Source, range: Range<usize>) -> TemplatePlace {
    TemplatePlace::new(format!("pdf/{}", source.id().vpath().get_without_slash()), source.text(), range)
}

fn file(span: DiagSpan) -> Option<FileId> {
    match span.get() {
        DiagSpanKind::Detached => None,
        DiagSpanKind::Number { id, .. } | DiagSpanKind::Range { id, .. } => Some(id),
    }
}
