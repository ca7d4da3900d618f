//! Makes the files of the site one by one: for a build, which wants all of them, and for a preview, which wants those that
//! somebody looks at.

use std::borrow::Cow;

use jiff::civil::Date;
use nianbao_model::{Agency, Municipality, Report};

use crate::html::{
    AgencyPage, CityPage, ErrorPage, Feed, HtmlError, Pages, ReportPage, SearchPage, Sitemap, Survey, YearPage, robots,
};
use crate::plan::Product;
use crate::view::stylesheet;
use crate::{BuildError, Plan, Templates};

/// What all files are made with.
pub struct Renderer<'a> {
    municipality: &'a Municipality,
    templates: &'a Templates,
    plan: &'a Plan<'a>,
    pdf: bool,
    epoch: Option<Date>,
    pages: Pages,
    survey: Survey<'a>,
}

/// A file that was made.
#[derive(Debug)]
pub enum Rendered<'a> {
    /// An HTML page.
    Page(String),
    /// Something else.
    File(Cow<'a, [u8]>),
}

impl<'a> Renderer<'a> {
    /// A renderer of the files of `plan`, made with PDFs or without; `epoch` dates files whose report says no date.
    pub fn new(
        municipality: &'a Municipality,
        templates: &'a Templates,
        plan: &'a Plan<'a>,
        pdf: bool,
        epoch: Option<Date>,
    ) -> Result<Self, HtmlError> {
        let (pages, survey) = (Pages::new(templates)?, Survey::new(municipality));
        Ok(Self { municipality, templates, plan, pdf, epoch, pages, survey })
    }

    /// Makes what `product` asks for; `size` is that of a report's PDF, if it is printed already. Nothing for PDFs and the
    /// search index, which are not made here.
    pub fn make(
        &self,
        product: Product<'a>,
        size: impl Fn(&Agency, &Report) -> Option<u64>,
    ) -> Result<Option<Rendered<'a>>, BuildError> {
        Ok(match self.page(product, size)? {
            Some(page) => Some(Rendered::Page(page)),
            None => self.file(product)?.map(Rendered::File),
        })
    }

    fn page(
        &self,
        product: Product,
        size: impl Fn(&Agency, &Report) -> Option<u64>,
    ) -> Result<Option<String>, HtmlError> {
        let Self { pages, survey, .. } = self;
        let html = match product {
            Product::City => pages.city(&CityPage::new(survey))?,
            Product::Search => pages.search(&SearchPage::new(survey))?,
            Product::Year(year) => match survey.year(year) {
                Some(reports) => pages.year(&YearPage::new(survey, year, reports))?,
                None => return Ok(None),
            },
            Product::Agency(agency) => pages.agency(&AgencyPage::new(survey, agency, self.pdf))?,
            Product::Page(agency, report) => {
                let page = ReportPage::new(survey, agency, report, size(agency, report));
                pages.report(&if self.pdf { page.with_pdf() } else { page })?
            }
            Product::NotFound => pages.error(&ErrorPage::new(survey))?,
            _ => return Ok(None),
        };
        Ok(Some(html))
    }

    fn file(&self, product: Product<'a>) -> Result<Option<Cow<'a, [u8]>>, BuildError> {
        let Self { municipality, templates, plan, epoch, pages, survey, .. } = self;
        Ok(match product {
            Product::Image(_, report, file) => report.images.get(file).map(|image| Cow::from(&image.bytes)),
            Product::Data(file) => Some(file.render(municipality, *epoch)?.into()),
            Product::Asset(name) => templates.bytes(name).map(Cow::from),
            Product::Theme => stylesheet(&municipality.site).map(|text| text.into_bytes().into()),
            Product::Emblem(picture) => Some(Cow::from(&picture.bytes)),
            Product::Robots => Some(robots(survey).into_bytes().into()),
            Product::Sitemap => Some(pages.sitemap(&Sitemap::new(survey, plan))?.into_bytes().into()),
            Product::Feed => match Feed::new(survey) {
                Some(feed) => Some(pages.feed(&feed)?.into_bytes().into()),
                None => None,
            },
            _ => None,
        })
    }
}
