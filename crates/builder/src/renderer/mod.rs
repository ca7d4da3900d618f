//! Makes the pages and files of the site one by one: for a build, which wants all of them, and for a preview, which wants
//! those that somebody looks at.

mod error;
mod keys;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;
use nianbao_cache::Kept;
use nianbao_model::{Agency, AgencyId, Municipality, Report};

pub use error::RenderError;

use crate::data::DataFile;
use crate::html::{
    AgencyPage, CityPage, ErrorPage, Feed, Pages, ReportPage, SearchPage, Sitemap, Survey, YearPage, robots,
};
use crate::kept::{Digests, Keeper, Keeping, Made};
use crate::plan::{Page, Plan, SiteFile};
use crate::templates::Templates;

/// How many bytes the PDFs of reports have, by agency and year.
pub type PdfSizes = BTreeMap<(AgencyId, i16), usize>;

/// What all pages and files are made with.
pub struct Renderer<'a> {
    municipality: &'a Municipality,
    plan: &'a Plan<'a>,
    pdf: bool,
    pdf_sizes: PdfSizes,
    epoch: Option<Date>,
    pages: Arc<Pages>,
    survey: Survey<'a>,
    keeper: Arc<Keeper>,
    digests: Option<&'a Digests<'a>>,
}

impl<'a> Renderer<'a> {
    /// A renderer of the pages and files of `plan`, made with PDFs or without; `epoch` dates files whose report says no
    /// date.
    ///
    /// # Errors
    ///
    /// Templates that cannot be used.
    pub fn new(
        municipality: &'a Municipality,
        templates: &Templates,
        plan: &'a Plan<'a>,
        pdf: bool,
        epoch: Option<Date>,
    ) -> Result<Self, RenderError> {
        Ok(Self::with_pages(Arc::new(Pages::new(templates)?), municipality, plan, pdf, epoch))
    }

    /// The same with templates that were loaded already.
    pub fn with_pages(
        pages: Arc<Pages>,
        municipality: &'a Municipality,
        plan: &'a Plan<'a>,
        pdf: bool,
        epoch: Option<Date>,
    ) -> Self {
        let survey = Survey::new(municipality);
        let (pdf_sizes, keeper) = (PdfSizes::new(), Arc::default());
        Self { municipality, plan, pdf, pdf_sizes, epoch, pages, survey, keeper, digests: None }
    }

    /// The same, with the sizes of the PDFs that are printed already, which pages tell.
    #[must_use]
    pub fn with_pdf_sizes(self, pdf_sizes: PdfSizes) -> Self {
        Self { pdf_sizes, ..self }
    }

    /// The same for a proof (草稿), if it is one, which every page says.
    #[must_use]
    pub fn for_proof(self, proof: bool) -> Self {
        if proof { Self { survey: self.survey.into_proof(), ..self } } else { self }
    }

    /// The same, but taking over what earlier builds made, and keeping what it makes, in `keeper`.
    #[must_use]
    pub(crate) fn with_keeper(self, keeper: Arc<Keeper>) -> Self {
        Self { keeper, ..self }
    }

    /// The same, knowing what `digests` tell of the municipality.
    #[must_use]
    pub(crate) fn with_digests(self, digests: Option<&'a Digests<'a>>) -> Self {
        Self { digests, ..self }
    }

    /// A page as HTML.
    ///
    /// # Errors
    ///
    /// A template that cannot show it.
    pub fn page(&self, page: Page) -> Result<String, RenderError> {
        Ok(self.kept_page(page)?.what)
    }

    /// A page as HTML, and whether an earlier build had rendered it.
    pub(crate) fn kept_page(&self, page: Page) -> Result<Made<String>, RenderError> {
        let Self { pages, survey, keeper, .. } = self;
        Ok(match page {
            Page::City => pages.kept_page(&CityPage::new(survey), keeper),
            Page::Year(year) => pages.kept_page(&YearPage::new(survey, year), keeper),
            Page::Agency(agency) => pages.kept_page(&AgencyPage::new(survey, agency, self.pdf), keeper),
            Page::Report(agency, report) => pages.kept_page(&self.report_page(agency, report), keeper),
            Page::Search => pages.kept_page(&SearchPage::new(survey), keeper),
            Page::NotFound => pages.kept_page(&ErrorPage::new(survey), keeper),
        }?)
    }

    /// The content of a file.
    ///
    /// # Errors
    ///
    /// A template that cannot show it, or data that cannot be written.
    pub fn file<'f>(&self, file: SiteFile<'f>) -> Result<Cow<'f, [u8]>, RenderError> {
        Ok(self.kept_file(file)?.what)
    }

    /// The content of a file, and whether an earlier build had made it.
    pub(crate) fn kept_file<'f>(&self, file: SiteFile<'f>) -> Result<Made<Cow<'f, [u8]>>, RenderError> {
        let Self { plan, pages, survey, .. } = self;
        Ok(Made::now(match file {
            SiteFile::Image { image, .. } => Cow::from(&image.bytes),
            SiteFile::Data(file) => return self.data(&file),
            SiteFile::Asset { bytes, .. } => Cow::from(bytes),
            SiteFile::Theme(theme) => theme.stylesheet().into_bytes().into(),
            SiteFile::Emblem(picture) => Cow::from(&picture.bytes),
            SiteFile::Robots => robots(survey).into_bytes().into(),
            SiteFile::Sitemap => pages.sitemap(&Sitemap::new(survey, plan))?.into_bytes().into(),
            SiteFile::Feed(head) => pages.feed(&Feed::new(survey, head))?.into_bytes().into(),
        }))
    }

    fn data<'f>(&self, file: &DataFile) -> Result<Made<Cow<'f, [u8]>>, RenderError> {
        let Self { municipality, epoch, keeper, .. } = self;
        let render = || file.render(municipality, *epoch);
        let key = keeper.maker(Keeping::Workbook).and_then(|maker| {
            let hangs_on = file.hangs_on(municipality, *epoch)?;
            Some(maker.with(file.name()).with(hangs_on).key())
        });
        let Some(key) = key else { return Ok(Made::now(render()?.into())) };
        if let Some(Kept { bytes, file }) = keeper.take(&key) {
            return Ok(Made { what: bytes.into(), kept: Some(file) });
        }
        let made = render()?;
        keeper.put(&key, &made);
        Ok(Made::now(made.into()))
    }

    fn report_page(&self, agency: &Agency, report: &Report) -> ReportPage {
        let page = ReportPage::new(&self.survey, agency, report, self.pdf_size(agency, report));
        if self.pdf { page.with_pdf() } else { page }
    }

    fn pdf_size(&self, agency: &Agency, report: &Report) -> Option<u64> {
        self.pdf_sizes.get(&(agency.id.clone(), report.year)).map(|bytes| *bytes as u64)
    }
}
