//! What is to be written where. Made before anything is rendered, from the model and the names of templates alone.

mod bundle_file;
mod collision;
mod image_place;
mod page;
mod portable;
mod product;
mod site_file;
mod wording;

pub use bundle_file::BundleFile;
pub(crate) use collision::COLLISION;
use image_place::image_place;
pub use page::Page;
pub(crate) use portable::UNPORTABLE;
pub use product::Product;
pub use site_file::SiteFile;

use std::collections::{BTreeMap, BTreeSet};

use nianbao_model::{Agency, Diagnostic, Municipality, Report};

use crate::address::address;
use crate::data;
use crate::dates;
use crate::file_name::file_name;
use crate::templates::Templates;
use crate::view::{Theme, emblem_path};

/// A file to be written, or a folder whose files get their names from what they hold.
#[derive(Debug, Clone)]
pub struct Job<'a> {
    /// Its path below the published folder, with `/` between its steps; a folder's ends with one.
    pub path: String,
    /// What it holds.
    pub product: Product<'a>,
}

impl<'a> Job<'a> {
    /// Its path, and the agency and the report, if it is the PDF of one.
    pub(crate) fn pdf(&self) -> Option<(&str, &'a Agency, &'a Report)> {
        match self.product {
            Product::Pdf(agency, report) => Some((&self.path, agency, report)),
            Product::Page(_) | Product::File(_) | Product::SearchIndex | Product::Bundle(_) => None,
        }
    }
}

/// All files to be written, in order.
#[derive(Debug, Clone, Default)]
pub struct Plan<'a> {
    /// The files, each path once.
    pub jobs: Vec<Job<'a>>,
}

impl<'a> Plan<'a> {
    /// The plan for `municipality`, with its PDFs or without, and with the files that only its templates have.
    ///
    /// # Errors
    ///
    /// A finding for each path that two jobs meet on.
    pub fn new(municipality: &'a Municipality, templates: &'a Templates, pdf: bool) -> Result<Self, Vec<Diagnostic>> {
        let plan = Self::of_sound(municipality, templates, pdf);
        let collisions = plan.collisions(templates);
        if collisions.is_empty() { Ok(plan) } else { Err(collisions) }
    }

    /// The same for a municipality, or a part of one, of which it is known that no two jobs meet
    /// ([`Unbuildable::planned`](crate::Unbuildable)).
    pub fn of_sound(municipality: &'a Municipality, templates: &'a Templates, pdf: bool) -> Self {
        let mut plan = Self::default();
        plan.page("index.html", Page::City);
        plan.shared_files(municipality, templates);
        plan.search();
        plan.years(municipality);
        plan.agencies(municipality, pdf);
        plan.data_of_city(municipality);
        plan.further_assets(templates);
        if pdf {
            plan.bundles(municipality);
        }
        plan
    }

    /// The files that no page of its own stands for.
    fn shared_files(&mut self, municipality: &'a Municipality, templates: &'a Templates) {
        for (path, bytes) in templates.shared_assets() {
            self.file(path, SiteFile::Asset { path, bytes });
        }
        if let Some(theme) = Theme::of(&municipality.site) {
            self.file("assets/theme.css", SiteFile::Theme(theme));
        }
        if let Some(picture) = municipality.site.emblem.as_ref().and_then(|emblem| emblem.picture.as_ref()) {
            self.file(&emblem_path(picture), SiteFile::Emblem(picture));
        }
        self.page("404.html", Page::NotFound);
        self.file("robots.txt", SiteFile::Robots);
        if municipality.site.base_url.is_some() {
            self.file("sitemap.xml", SiteFile::Sitemap);
        }
        if let Some(feed) = dates::feed(municipality) {
            self.file("feed.xml", SiteFile::Feed(feed));
        }
    }

    fn search(&mut self) {
        self.page("search/index.html", Page::Search);
        self.add("site/pagefind/".to_owned(), Product::SearchIndex);
    }

    fn years(&mut self, municipality: &Municipality) {
        let years: BTreeSet<i16> = municipality.reports().map(|(_, report)| report.year).collect();
        for year in years {
            self.page(&format!("{year}/index.html"), Page::Year(year));
        }
    }

    fn agencies(&mut self, municipality: &'a Municipality, pdf: bool) {
        for agency in municipality.agencies() {
            let folder = address(&agency.id);
            self.page(&format!("{folder}/index.html"), Page::Agency(agency));
            for report in agency.reports.values() {
                self.report(&format!("{folder}/{}", report.year), agency, report, pdf);
            }
        }
    }

    fn report(&mut self, folder: &str, agency: &'a Agency, report: &'a Report, pdf: bool) {
        self.page(&format!("{folder}/index.html"), Page::Report(agency, report));
        if pdf {
            self.add(format!("site/{folder}/report.pdf"), Product::Pdf(agency, report));
        }
        for file in data::beside(agency, report) {
            self.file(&format!("{folder}/{}", file.name()), SiteFile::Data(file));
        }
        for (name, image) in &report.images {
            self.file(&format!("{folder}/{name}"), SiteFile::Image { agency, report, name, image });
        }
    }

    fn data_of_city(&mut self, municipality: &'a Municipality) {
        for file in data::of_city(municipality) {
            self.file(&format!("data/{}", file.name()), SiteFile::Data(file));
        }
    }

    fn further_assets(&mut self, templates: &'a Templates) {
        for (path, bytes) in templates.further_assets() {
            self.file(path, SiteFile::Asset { path, bytes });
        }
    }

    /// `bundle/<year>/NNN-<full title>.pdf`, numbered in the official order, and what goes with them.
    fn bundles(&mut self, municipality: &'a Municipality) {
        let mut years: BTreeMap<i16, Vec<(&Agency, &Report)>> = BTreeMap::new();
        for (agency, report) in municipality.reports() {
            years.entry(report.year).or_default().push((agency, report));
        }
        for (year, reports) in years {
            let digits = reports.len().to_string().len().max(3);
            for (at, (agency, report)) in reports.into_iter().enumerate() {
                let name = file_name(&agency.title(report));
                self.bundle_file(&format!("{year}/{:0digits$}-{name}.pdf", at + 1), BundleFile::Report(agency, report));
            }
            self.bundle_file(&format!("{year}/目录.pdf"), BundleFile::Contents(year));
            self.bundle_file(&format!("{year}/清单.csv"), BundleFile::List(year));
            self.bundle_file(&format!("{year}/SHA256SUMS"), BundleFile::Checksums(year));
            self.bundle_file(&format!("{year}.zip"), BundleFile::Archive(year));
        }
    }

    fn page(&mut self, path: &str, page: Page<'a>) {
        self.add(format!("site/{path}"), Product::Page(page));
    }

    fn file(&mut self, path: &str, file: SiteFile<'a>) {
        self.add(format!("site/{path}"), Product::File(file));
    }

    fn bundle_file(&mut self, path: &str, file: BundleFile<'a>) {
        self.add(format!("bundle/{path}"), Product::Bundle(file));
    }

    fn add(&mut self, path: String, product: Product<'a>) {
        self.jobs.push(Job { path, product });
    }
}
