//! Laying out all pages and the files that they show.

use std::borrow::Cow;

use rayon::prelude::*;

use super::pdfs::{Printed, key};
use super::{Build, BuildError};
use crate::html::{
    AgencyPage, CityPage, ErrorPage, Feed, Pages, ReportPage, SearchPage, Sitemap, Survey, YearPage, robots,
};
use crate::plan::{Job, Product};
use crate::view::stylesheet;

impl Build<'_> {
    /// Writes every page, picture and shared file of the plan into the stage. Says how many pages.
    pub(super) fn lay_out(&self, printed: &Printed) -> Result<usize, BuildError> {
        let desk = Desk { build: self, pages: Pages::new(self.templates)?, survey: Survey::new(self.municipality) };
        let jobs: Vec<&Job> = self.jobs().filter(|job| job.path.starts_with("site/")).collect();
        self.progress.begin("生成网页", jobs.len());
        let made: Result<Vec<bool>, BuildError> = jobs
            .par_iter()
            .map(|job| {
                self.check_cancelled()?;
                let page = desk.page(job, printed)?;
                match &page {
                    Some(html) => self.stage.write(&job.path, html.as_bytes())?,
                    None => desk.write_file(job)?,
                }
                self.progress.step();
                Ok(page.is_some())
            })
            .collect();
        Ok(made?.into_iter().filter(|is_page| *is_page).count())
    }
}

/// What all pages are made with.
struct Desk<'a> {
    build: &'a Build<'a>,
    pages: Pages,
    survey: Survey<'a>,
}

impl Desk<'_> {
    /// The page that a job asks for, if it asks for one.
    fn page(&self, job: &Job, printed: &Printed) -> Result<Option<String>, BuildError> {
        let Self { build, pages, survey } = self;
        let html = match job.product {
            Product::City => pages.city(&CityPage::new(survey))?,
            Product::Search => pages.search(&SearchPage::new(survey))?,
            Product::Year(year) => match survey.year(year) {
                Some(reports) => pages.year(&YearPage::new(survey, year, reports))?,
                None => return Ok(None),
            },
            Product::Agency(agency) => pages.agency(&AgencyPage::new(survey, agency, build.options.fonts.is_some()))?,
            Product::Page(agency, report) => {
                let pdf = printed.get(&key(agency, report)).map(|record| record.bytes as u64);
                pages.report(&ReportPage::new(survey, agency, report, pdf))?
            }
            Product::NotFound => pages.error(&ErrorPage::new(survey))?,
            _ => return Ok(None),
        };
        Ok(Some(html))
    }

    /// Writes the file that a job asks for, if it is no page and none of the PDFs.
    fn write_file(&self, job: &Job) -> Result<(), BuildError> {
        let Self { build, pages, survey } = self;
        let bytes: Option<Cow<[u8]>> = match job.product {
            Product::Image(_, report, file) => report.images.get(file).map(|image| Cow::from(&image.bytes)),
            Product::Data(file) => Some(file.render(build.municipality, build.options.source_date)?.into()),
            Product::Asset(name) => build.templates.get(name).map(|text| text.as_bytes().into()),
            Product::Theme => stylesheet(&build.municipality.site).map(|text| text.into_bytes().into()),
            Product::Robots => Some(robots(survey).into_bytes().into()),
            Product::Sitemap => Some(pages.sitemap(&Sitemap::new(survey, build.plan))?.into_bytes().into()),
            Product::Feed => match Feed::new(survey) {
                Some(feed) => Some(pages.feed(&feed)?.into_bytes().into()),
                None => None,
            },
            _ => None,
        };
        match bytes {
            Some(bytes) => Ok(build.stage.write(&job.path, &bytes)?),
            None => Ok(()),
        }
    }
}
