//! Laying out all pages and the files that they show.

use rayon::prelude::*;

use super::pdfs::{Printed, key};
use super::{Build, BuildError};
use crate::html::{AgencyPage, CityPage, Pages, ReportPage};
use crate::plan::{Job, Product};

impl Build<'_> {
    /// Writes every page, picture and shared file of the plan into the stage. Says how many pages.
    pub(super) fn lay_out(&self, printed: &Printed) -> Result<usize, BuildError> {
        let pages = Pages::new(self.templates)?;
        let jobs: Vec<&Job> = self.plan.jobs.iter().filter(|job| job.path.starts_with("site/")).collect();
        self.progress.begin("生成网页", jobs.len());
        let made: Result<Vec<bool>, BuildError> = jobs
            .par_iter()
            .map(|job| {
                self.check_cancelled()?;
                let is_page = self.lay_out_one(&pages, job, printed)?;
                self.progress.step();
                Ok(is_page)
            })
            .collect();
        Ok(made?.into_iter().filter(|is_page| *is_page).count())
    }

    /// Writes a file, if it is not one of the PDFs. Says whether it is a page.
    fn lay_out_one(&self, pages: &Pages, job: &Job, printed: &Printed) -> Result<bool, BuildError> {
        let city = self.municipality;
        let html = match job.product {
            Product::City => pages.city(&CityPage::new(city))?,
            Product::Agency(agency) => pages.agency(&AgencyPage::new(city, agency, self.options.fonts.is_some()))?,
            Product::Page(agency, report) => {
                let pdf = printed.get(&key(agency, report)).map(|record| record.bytes as u64);
                pages.report(&ReportPage::new(city, agency, report, pdf))?
            }
            Product::Image(_, report, file) => {
                if let Some(image) = report.images.get(file) {
                    self.stage.write(&job.path, &image.bytes)?;
                }
                return Ok(false);
            }
            Product::Data(file) => {
                self.stage.write(&job.path, &file.render(city, self.options.source_date)?)?;
                return Ok(false);
            }
            Product::Asset(name) => {
                if let Some(text) = self.templates.get(name) {
                    self.stage.write(&job.path, text.as_bytes())?;
                }
                return Ok(false);
            }
            Product::Pdf(..)
            | Product::Bundled(..)
            | Product::BundleContents(_)
            | Product::BundleList(_)
            | Product::BundleSums(_)
            | Product::BundleArchive(_) => return Ok(false),
        };
        self.stage.write(&job.path, html.as_bytes())?;
        Ok(true)
    }
}
