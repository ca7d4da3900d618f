//! Laying out all pages and the files that they show.

use rayon::prelude::*;

use super::pdfs::{Printed, key};
use super::{Build, BuildError};
use crate::plan::Job;
use crate::renderer::{Rendered, Renderer};

impl Build<'_> {
    /// Writes every page, picture and shared file of the plan into the stage. Says how many pages.
    pub(super) fn lay_out(&self, printed: &Printed) -> Result<usize, BuildError> {
        let pdf = self.options.fonts.is_some();
        let renderer = Renderer::new(self.municipality, self.templates, self.plan, pdf, self.options.source_date)?;
        let jobs: Vec<&Job> = self.jobs().filter(|job| job.path.starts_with("site/")).collect();
        self.progress.begin("生成网页", jobs.len());
        let made: Result<Vec<bool>, BuildError> = jobs
            .par_iter()
            .map(|job| {
                self.check_cancelled()?;
                let is_page = self.lay_out_one(&renderer, job, printed)?;
                self.progress.step();
                Ok(is_page)
            })
            .collect();
        Ok(made?.into_iter().filter(|is_page| *is_page).count())
    }

    /// Writes one file, if it is none of those made elsewhere. Says whether it is a page.
    fn lay_out_one<'a>(&self, renderer: &Renderer<'a>, job: &Job<'a>, printed: &Printed) -> Result<bool, BuildError> {
        let size = |agency: &_, report: &_| printed.get(&key(agency, report)).map(|record| record.bytes as u64);
        let made = renderer.make(job.product, size)?;
        match &made {
            Some(Rendered::Page(page)) => self.stage.write(&job.path, page.as_bytes())?,
            Some(Rendered::File(bytes)) => self.stage.write(&job.path, bytes)?,
            None => {}
        }
        Ok(matches!(made, Some(Rendered::Page(_))))
    }
}
