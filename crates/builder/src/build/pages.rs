//! Making all pages and the files that they show.

use std::sync::Arc;

use nianbao_cache::Key;
use rayon::prelude::*;

use super::printed::PrintedPdfs;
use super::{Build, BuildError, Unmade};
use crate::kept::Made;
use crate::plan::{Job, Product, SiteFile};
use crate::renderer::{PdfSizes, RenderError, Renderer};

/// How many pages were made.
pub(super) struct PageCounts {
    /// All of them.
    pub(super) pages: usize,
    /// Those that an earlier build had made.
    pub(super) kept: usize,
}

impl Build<'_> {
    /// Writes every page, picture and shared file of the plan into the stage. Says how many pages, and how many of them earlier builds had made.
    pub(super) fn make_pages(&self, printed: &PrintedPdfs) -> Result<PageCounts, BuildError> {
        let sizes: PdfSizes = printed.iter().map(|(report, pdf)| (report.clone(), pdf.print.bytes)).collect();
        let renderer = self.renderer()?.with_pdf_sizes(sizes);
        let jobs: Vec<&Job> = self.jobs().filter(|job| job.path.starts_with("site/")).collect();
        self.progress.begin("生成网页", jobs.len());
        let kept = jobs.par_iter().map(|job| {
            self.check_cancelled()?;
            let kept = self.make_page_or_file(&renderer, job)?;
            self.progress.step();
            Ok::<usize, BuildError>(usize::from(kept && matches!(job.product, Product::Page(_))))
        });
        let kept = kept.try_reduce(|| 0, |one, other| Ok(one + other))?;
        let pages = jobs.iter().filter(|job| matches!(job.product, Product::Page(_))).count();
        Ok(PageCounts { pages, kept })
    }

    /// A renderer of the plan's pages that knows of no printed PDF.
    pub(super) fn renderer(&self) -> Result<Renderer<'_>, RenderError> {
        let pdf = self.options.fonts.is_some();
        let renderer = Renderer::new(self.municipality, self.templates, self.plan, pdf, self.options.source_date)?;
        let renderer = renderer.for_proof(self.options.proof).with_keeper(Arc::clone(self.keeper));
        Ok(renderer.with_digests(self.digests))
    }

    /// Writes one file, if it is none of those made elsewhere. Says whether an earlier build had made it.
    fn make_page_or_file(&self, renderer: &Renderer, job: &Job) -> Result<bool, BuildError> {
        match job.product {
            Product::Page(page) => {
                let key = || renderer.page_key(page);
                self.put_once("网页", job, key, || renderer.kept_page(page).map(|made| made.map(String::into_bytes)))
            }
            Product::File(file) => {
                let part = if matches!(file, SiteFile::Data(_)) { "数据" } else { "其他文件" };
                self.put_once(part, job, || renderer.file_key(file), || renderer.kept_file(file))
            }
            Product::Pdf(..) | Product::SearchIndex | Product::Bundle(_) => Ok(false),
        }
    }
}

impl Build<'_> {
    /// Takes over what `job` asks for where the very same is published, else writes what `make` makes. Says whether an earlier
    /// build had made it.
    fn put_once<T: AsRef<[u8]>>(
        &self,
        part: &'static str,
        job: &Job,
        key: impl FnOnce() -> Option<Key>,
        make: impl FnOnce() -> Result<Made<T>, RenderError>,
    ) -> Result<bool, BuildError> {
        self.timed_or_kept(part, &job.path, || {
            let key = key();
            if key.as_ref().is_some_and(|key| self.stage.take_over(&job.path, key)) {
                return Ok(true);
            }
            let Made { what, kept } = make().map_err(|error| unmade(job, error))?;
            self.stage.put(&job.path, what.as_ref(), kept.as_ref())?;
            if let Some(key) = key {
                self.stage.list(&job.path, &key, None);
            }
            Ok(kept.is_some())
        })
    }
}

/// Whose report it was made from, where it was made from one.
fn unmade(job: &Job, error: RenderError) -> BuildError {
    match job.product.report() {
        Some((agency, report)) => Box::new(Unmade::file(&job.product, agency, report, error)).into(),
        None => error.into(),
    }
}
