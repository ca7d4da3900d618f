//! Making all pages and the files that they show.

use rayon::prelude::*;

use super::printed::PrintedPdfs;
use super::{Build, BuildError, Unmade};
use crate::plan::{Job, Product};
use crate::renderer::{PdfSizes, RenderError, Renderer};

impl Build<'_> {
    /// Writes every page, picture and shared file of the plan into the stage. Says how many pages.
    pub(super) fn make_pages(&self, printed: &PrintedPdfs) -> Result<usize, BuildError> {
        let sizes: PdfSizes = printed.iter().map(|(report, pdf)| (report.clone(), pdf.bytes)).collect();
        let renderer = self.renderer()?.with_pdf_sizes(sizes);
        let jobs: Vec<&Job> = self.jobs().filter(|job| job.path.starts_with("site/")).collect();
        self.progress.begin("生成网页", jobs.len());
        jobs.par_iter().try_for_each(|job| {
            self.check_cancelled()?;
            self.make_page_or_file(&renderer, job)?;
            self.progress.step();
            Ok::<(), BuildError>(())
        })?;
        Ok(jobs.iter().filter(|job| matches!(job.product, Product::Page(_))).count())
    }

    /// A renderer of the plan's pages that knows of no printed PDF.
    pub(super) fn renderer(&self) -> Result<Renderer<'_>, RenderError> {
        let pdf = self.options.fonts.is_some();
        let renderer = Renderer::new(self.municipality, self.templates, self.plan, pdf, self.options.source_date)?;
        Ok(renderer.for_proof(self.options.proof))
    }

    /// Writes one file, if it is none of those made elsewhere.
    fn make_page_or_file(&self, renderer: &Renderer, job: &Job) -> Result<(), BuildError> {
        match job.product {
            Product::Page(page) => {
                let html = renderer.page(page).map_err(|error| unmade(job, error))?;
                self.stage.write(&job.path, html.as_bytes())?;
            }
            Product::File(file) => {
                let bytes = renderer.file(file).map_err(|error| unmade(job, error))?;
                self.stage.write(&job.path, &bytes)?;
            }
            Product::Pdf(..) | Product::SearchIndex | Product::Bundle(_) => {}
        }
        Ok(())
    }
}

/// Whose report it was made from, where it was made from one.
fn unmade(job: &Job, error: RenderError) -> BuildError {
    match job.product.report() {
        Some((agency, report)) => Box::new(Unmade::file(&job.product, agency, report, error)).into(),
        None => error.into(),
    }
}
