//! Why a build published nothing.

use nianbao_model::Diagnostic;
use rayon::ThreadPoolBuildError;

use super::Unmade;
use crate::bundle::BundleError;
use crate::pdf::{FontError, PdfError};
use crate::publish::StageError;
use crate::renderer::RenderError;
use crate::search::SearchError;
use crate::shard::ShardProblems;
use crate::templates::{Fault, Templates};

/// Why nothing was published; the earlier publication is whole.
#[derive(Debug, thiserror::Error)]
pub enum BuildError {
    /// Something is wrong with the content.
    #[error("报告里有不能发布的问题")]
    Findings(Vec<Diagnostic>),
    /// A page or a file of the site could not be made.
    #[error(transparent)]
    Render(#[from] RenderError),
    /// A bundle could not be packed.
    #[error(transparent)]
    Bundle(#[from] BundleError),
    /// There is no font for some role.
    #[error(transparent)]
    Font(#[from] FontError),
    /// No PDF can be rendered.
    #[error(transparent)]
    Pdf(#[from] PdfError),
    /// A file of one report could not be made.
    #[error(transparent)]
    Report(#[from] Box<Unmade>),
    /// There is no index to search.
    #[error(transparent)]
    Search(#[from] SearchError),
    /// Something that was planned is not there.
    #[error(
        "应有 {expected} 份报告，排定 {pages} 个网页、{pdfs} 个 PDF，有 {missing} 个文件没有生成（{named}），没有发布，原来的内容没有改动；请再运行一次，还不行请报告这个问题"
    )]
    Incomplete {
        /// How many reports there are.
        expected: usize,
        /// How many pages of reports were planned.
        pages: usize,
        /// How many PDFs of reports were planned.
        pdfs: usize,
        /// How many files are missing.
        missing: usize,
        /// The first of them, in words.
        named: String,
    },
    /// The result could not be written.
    #[error(transparent)]
    Stage(#[from] StageError),
    /// Shards cannot be put together.
    #[error(transparent)]
    Shards(#[from] ShardProblems),
    /// The system gave no threads.
    #[error("电脑不能同时做这么多份（{0}），请用 --jobs 1 再试")]
    Threads(#[from] ThreadPoolBuildError),
    /// Somebody stopped it.
    #[error("已中断，原来的内容没有改动")]
    Interrupted,
}

impl BuildError {
    /// The same, but what is wrong with one report, or with the workspace's own templates, as findings at their places.
    pub(super) fn with_places(self, templates: &Templates) -> Self {
        match self {
            Self::Report(unmade) => Self::Findings(unmade.findings(templates)),
            error if templates.has_own("") && !error.faults().is_empty() => {
                Self::Findings(templates.findings(error.faults(), ""))
            }
            error => error,
        }
    }

    /// The faults of templates that it is about.
    pub fn faults(&self) -> &[Fault] {
        match self {
            Self::Render(error) => error.faults(),
            Self::Pdf(error) => error.faults(),
            Self::Report(unmade) => unmade.faults(),
            _ => &[],
        }
    }
}
