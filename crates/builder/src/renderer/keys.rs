//! By what a page or a file is known again, told without making it.

use nianbao_cache::{Key, KeyMaker};

use super::Renderer;
use crate::data::{DataFile, ReportData};
use crate::html::{AgencyPage, CityPage, ErrorPage, ReportPage, SearchPage, YearPage};
use crate::plan::{Page, SiteFile};

impl Renderer<'_> {
    /// What the bytes of a page hang on; nothing where nothing is kept. Whatever a page comes to look at besides must go in here.
    pub(crate) fn page_key(&self, page: Page) -> Option<Key> {
        let Self { pages, keeper, .. } = self;
        let digests = self.digests?;
        let all = || digests.of_years(None).key();
        let key = match page {
            Page::City => pages.maker::<CityPage>(keeper)?.with(all().bytes()),
            Page::Year(year) => pages.maker::<YearPage>(keeper)?.with(all().bytes()).with(year.to_le_bytes()),
            Page::Search => pages.maker::<SearchPage>(keeper)?.with(digests.of_agencies().key().bytes()),
            Page::NotFound => pages.maker::<ErrorPage>(keeper)?.with(digests.of_agencies().key().bytes()),
            Page::Agency(agency) => {
                let maker = pages.maker::<AgencyPage>(keeper)?.with(digests.of_agencies().key().bytes());
                maker.with(digests.of_agency(agency)?.key().bytes()).with_all_of(&self.pdf)
            }
            Page::Report(agency, report) => {
                let maker = pages.maker::<ReportPage>(keeper)?.with(digests.of_agency(agency)?.key().bytes());
                let maker = maker.with(digests.of_report(agency, report)?.key().bytes());
                maker.with_all_of(&(self.pdf, self.pdf_size(agency, report)))
            }
        };
        Some(key.key())
    }

    /// What the bytes of a file hang on; nothing where nothing is kept, or where it is made as fast as its key.
    pub(crate) fn file_key(&self, file: SiteFile) -> Option<Key> {
        let digests = self.digests?;
        let named = |maker: KeyMaker, name: &str| maker.with(name).key();
        match file {
            SiteFile::Data(file) => {
                let maker = match file {
                    DataFile::Report(agency, report, ReportData::Json) => digests.of_report(agency, report)?,
                    DataFile::Report(agency, report, _) => digests.of_figures(agency, report)?,
                    DataFile::Year(year, _) => digests.of_years(Some(year)),
                    DataFile::Schema | DataFile::Package => digests.of_years(None),
                };
                Some(named(maker.with("data"), &file.name()))
            }
            SiteFile::Image { agency, report, name, .. } => {
                Some(named(digests.of_report(agency, report)?.with("image"), name))
            }
            SiteFile::Asset { path, bytes } => Some(named(digests.of_site().with("asset").with(bytes), path)),
            SiteFile::Theme(_) => Some(named(digests.of_site(), "theme")),
            SiteFile::Emblem(_) => Some(named(digests.of_site(), "emblem")),
            SiteFile::Robots | SiteFile::Sitemap | SiteFile::Feed(_) => None,
        }
    }
}
