//! What is to be written where. Made before anything is rendered, from the model alone.

use std::collections::{BTreeMap, BTreeSet};

use nianbao_model::{Agency, AgencyId, Diagnostic, Municipality, Picture, Report};

use crate::Templates;
use crate::address::address;
use crate::codes::COLLISION;
use crate::data::{self, DataFile};
use crate::dates::has_feed;
use crate::view::{emblem_path, stylesheet};

/// A file to be written, or a folder whose files get their names from what they hold.
#[derive(Debug, Clone)]
pub struct Job<'a> {
    /// Its path below the published folder, with `/` between its steps; a folder's ends with one.
    pub path: String,
    /// What it holds.
    pub product: Product<'a>,
}

/// What a file holds.
#[derive(Debug, Clone, Copy)]
pub enum Product<'a> {
    /// The index of the municipality.
    City,
    /// The page of all reports of a year.
    Year(i16),
    /// The page of an agency.
    Agency(&'a Agency),
    /// The page of a report.
    Page(&'a Agency, &'a Report),
    /// The PDF of a report.
    Pdf(&'a Agency, &'a Report),
    /// A picture of a narrative, by file name.
    Image(&'a Agency, &'a Report, &'a str),
    /// Figures for machines.
    Data(DataFile<'a>),
    /// A file that all pages share, by its path below `templates/`.
    Asset(&'a str),
    /// The stylesheet with the municipality's colour.
    Theme,
    /// The picture of 党政机关标识.
    Emblem(&'a Picture),
    /// What a server shows for an address that nothing stands at.
    NotFound,
    /// What robots are told.
    Robots,
    /// All pages for search engines.
    Sitemap,
    /// The newest reports for readers of feeds.
    Feed,
    /// The page to search from.
    Search,
    /// The folder of the index that is searched.
    SearchIndex,
    /// The PDF of a report under its full title.
    Bundled(&'a Agency, &'a Report),
    /// 目录.pdf of a year's bundle.
    BundleContents(i16),
    /// 清单.csv of a year's bundle.
    BundleList(i16),
    /// SHA256SUMS of a year's bundle.
    BundleSums(i16),
    /// A year's bundle as one zip.
    BundleArchive(i16),
}

/// All files to be written, in order.
#[derive(Debug, Clone, Default)]
pub struct Plan<'a> {
    /// The files, each path once.
    pub jobs: Vec<Job<'a>>,
}

impl<'a> Plan<'a> {
    /// The plan for `municipality`, with its PDFs or without, and with the files that only its templates have. Findings
    /// where two jobs meet on one path.
    pub fn new(municipality: &'a Municipality, templates: &'a Templates, pdf: bool) -> Result<Self, Vec<Diagnostic>> {
        let mut plan = Self::default();
        plan.site(municipality, pdf);
        for asset in templates.further_assets() {
            plan.add(format!("site/{asset}"), Product::Asset(asset));
        }
        if pdf {
            plan.bundles(municipality);
        }
        let collisions = plan.collisions();
        if collisions.is_empty() { Ok(plan) } else { Err(collisions) }
    }

    fn site(&mut self, municipality: &'a Municipality, pdf: bool) {
        self.add("site/index.html".to_owned(), Product::City);
        self.shared(municipality);
        self.search();
        let years: BTreeSet<i16> = municipality.reports().map(|(_, report)| report.year).collect();
        for year in years {
            self.add(format!("site/{year}/index.html"), Product::Year(year));
        }
        for agency in municipality.agencies() {
            let folder = format!("site/{}", address(&agency.id));
            self.add(format!("{folder}/index.html"), Product::Agency(agency));
            for report in agency.reports.values() {
                self.report(&format!("{folder}/{}", report.year), agency, report, pdf);
            }
        }
        for file in data::of_city(municipality) {
            self.add(format!("site/data/{}", file.name()), Product::Data(file));
        }
    }

    /// The files that no page of its own stands for.
    fn shared(&mut self, municipality: &'a Municipality) {
        for asset in ["assets/report.css", "assets/forms.css", "assets/report.js"] {
            self.add(format!("site/{asset}"), Product::Asset(asset));
        }
        for asset in ["assets/style.css", "assets/site.js", "assets/charts.css"] {
            self.add(format!("site/{asset}"), Product::Asset(asset));
        }
        for asset in ["assets/overview.css", "assets/overview.js"] {
            self.add(format!("site/{asset}"), Product::Asset(asset));
        }
        if stylesheet(&municipality.site).is_some() {
            self.add("site/assets/theme.css".to_owned(), Product::Theme);
        }
        if let Some(picture) = municipality.site.emblem.as_ref().and_then(|emblem| emblem.picture.as_ref()) {
            self.add(format!("site/{}", emblem_path(picture)), Product::Emblem(picture));
        }
        self.add("site/404.html".to_owned(), Product::NotFound);
        self.add("site/robots.txt".to_owned(), Product::Robots);
        if municipality.site.base_url.is_some() {
            self.add("site/sitemap.xml".to_owned(), Product::Sitemap);
        }
        if has_feed(municipality) {
            self.add("site/feed.xml".to_owned(), Product::Feed);
        }
    }

    fn search(&mut self) {
        self.add("site/search/index.html".to_owned(), Product::Search);
        self.add("site/pagefind/".to_owned(), Product::SearchIndex);
        for asset in ["assets/search.css", "assets/search.js"] {
            self.add(format!("site/{asset}"), Product::Asset(asset));
        }
    }

    fn report(&mut self, folder: &str, agency: &'a Agency, report: &'a Report, pdf: bool) {
        self.add(format!("{folder}/index.html"), Product::Page(agency, report));
        if pdf {
            self.add(format!("{folder}/report.pdf"), Product::Pdf(agency, report));
        }
        for file in data::beside(agency, report) {
            self.add(format!("{folder}/{}", file.name()), Product::Data(file));
        }
        for file in report.images.keys() {
            self.add(format!("{folder}/{file}"), Product::Image(agency, report, file));
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
                self.add(format!("bundle/{year}/{:0digits$}-{name}.pdf", at + 1), Product::Bundled(agency, report));
            }
            self.add(format!("bundle/{year}/目录.pdf"), Product::BundleContents(year));
            self.add(format!("bundle/{year}/清单.csv"), Product::BundleList(year));
            self.add(format!("bundle/{year}/SHA256SUMS"), Product::BundleSums(year));
            self.add(format!("bundle/{year}.zip"), Product::BundleArchive(year));
        }
    }

    fn add(&mut self, path: String, product: Product<'a>) {
        self.jobs.push(Job { path, product });
    }

    fn collisions(&self) -> Vec<Diagnostic> {
        let folders: Vec<&Job> = self.jobs.iter().filter(|job| job.path.ends_with('/')).collect();
        let holding = |path: &str| folders.iter().find(|folder| path != folder.path && path.starts_with(&folder.path));
        let mut taken: BTreeMap<&str, &Product> = BTreeMap::new();
        let mut findings = Vec::new();
        for job in &self.jobs {
            let first = taken.insert(&job.path, &job.product).or(holding(&job.path).map(|folder| &folder.product));
            if let Some(first) = first {
                findings.push(collision(&job.path, first, &job.product));
            }
        }
        findings
    }
}

fn collision(path: &str, first: &Product, second: &Product) -> Diagnostic {
    let message = format!("“{path}”有两个来源：{}和{}", first.describe(), second.describe());
    let finding = Diagnostic::new(&COLLISION, message).help("给其中一个文件夹换个名称，网址也随之改变");
    match second.agency().or(first.agency()) {
        Some(agency) => finding.at(agency.name.span, "这个机关的文件夹名称要换"),
        None => finding,
    }
}

impl<'a> Product<'a> {
    /// The report that it shows, if it shows one and can be made without any other file than that report's PDF.
    pub(crate) fn report(&self) -> Option<(&'a Agency, &'a Report)> {
        match self {
            Self::Page(agency, report) | Self::Pdf(agency, report) | Self::Image(agency, report, _) => {
                Some((agency, report))
            }
            Self::Data(file) => file.subject(),
            _ => None,
        }
    }

    /// The agency whose folder could get another name; the government's has none.
    fn agency(&self) -> Option<&'a Agency> {
        match self {
            Self::Data(file) => file.subject().map(|(agency, _)| agency).filter(|agency| agency.id != AgencyId::root()),
            Self::Agency(agency)
            | Self::Page(agency, _)
            | Self::Pdf(agency, _)
            | Self::Image(agency, ..)
            | Self::Bundled(agency, _) => Some(*agency).filter(|agency| agency.id != AgencyId::root()),
            _ => None,
        }
    }

    /// Whether a template for pages makes it.
    pub(crate) fn has_template(&self) -> bool {
        let pages = matches!(self, Self::City | Self::Year(_) | Self::Agency(_) | Self::Page(..) | Self::NotFound);
        pages || matches!(self, Self::Search | Self::Sitemap | Self::Feed)
    }

    /// What it is, in the words of a message.
    pub(crate) fn describe(&self) -> String {
        let of = |agency: &Agency, report: &Report| format!("“{}”{} 年报告的", agency.name.value, report.year);
        match self {
            Self::City => "全市首页".to_owned(),
            Self::Year(year) => format!("{year} 年全部报告的网页"),
            Self::Agency(agency) => format!("“{}”的主页", agency.name.value),
            Self::Page(agency, report) => of(agency, report) + "网页",
            Self::Pdf(agency, report) | Self::Bundled(agency, report) => of(agency, report) + " PDF",
            Self::Image(agency, report, file) => format!("{}图片“{file}”", of(agency, report)),
            Self::Data(file) => match file.subject() {
                Some((agency, report)) => format!("{}数据“{}”", of(agency, report), file.name()),
                None => format!("全市数据“{}”", file.name()),
            },
            Self::Asset(file) => format!("公用文件“{file}”"),
            Self::BundleContents(year) => format!("{year} 年的目录"),
            Self::Theme => "主题色".to_owned(),
            Self::Emblem(_) => "党政机关标识".to_owned(),
            Self::NotFound => "找不到网页时的说明".to_owned(),
            Self::Robots => "给搜索引擎的说明".to_owned(),
            Self::Sitemap => "网站地图".to_owned(),
            Self::Feed => "订阅源".to_owned(),
            Self::Search => "检索网页".to_owned(),
            Self::SearchIndex => "检索用的索引".to_owned(),
            Self::BundleList(year) => format!("{year} 年的清单"),
            Self::BundleSums(year) => format!("{year} 年的校验码"),
            Self::BundleArchive(year) => format!("{year} 年的压缩包"),
        }
    }
}

/// The longest name in bytes that every common file system takes, less number and ending.
const LONGEST: usize = 200;

/// A title as a file name: without the characters that some systems refuse, and not too long for any.
pub(crate) fn file_name(title: &str) -> String {
    let mut name = String::new();
    for character in title.trim().chars() {
        let refused = character.is_control() || r#"/\:*?"<>|"#.contains(character);
        let character = if refused { '_' } else { character };
        if name.len() + character.len_utf8() > LONGEST {
            break;
        }
        name.push(character);
    }
    name
}

#[cfg(test)]
mod tests {
    use super::file_name;

    #[test]
    fn a_title_becomes_a_name_that_every_system_takes() {
        assert_eq!(file_name("甲/乙:丙局2024年报告"), "甲_乙_丙局2024年报告");
        assert!(file_name(&"长".repeat(500)).len() <= 200);
    }
}
