//! The templates, loaded once, and what they make of the pages.

use std::collections::BTreeMap;

use nianbao_model::{Block, Report};
use serde::Serialize;
use tera::{Context, Tera};

use super::form_block::FormBlock;
use super::{
    AgencyPage, ChangesPage, CityPage, ComparisonPage, ErrorPage, Feed, FormList, FormPage, HelpPage, HtmlError,
    ImportPage, PreviewPanel, ProblemPage, ReportPage, SearchPage, Sitemap, StatusPage, YearPage, filters,
};
use crate::templates::Templates;

/// The templates of the pages, checked and ready.
pub struct Pages {
    tera: Tera,
    sources: BTreeMap<String, String>,
}

impl Pages {
    /// Loads the templates below `html/`. Unknown filters, components and blocks are found here, not
    /// only when a page needs them.
    pub fn new(templates: &Templates) -> Result<Self, HtmlError> {
        let sources: BTreeMap<String, String> = templates
            .below("html")
            .filter(|(name, _)| is_template(name))
            .map(|(name, text)| (name.to_owned(), text.to_owned()))
            .collect();
        let mut tera = Tera::default();
        filters::register(&mut tera);
        match tera.add_raw_templates(&sources) {
            Ok(()) => Ok(Self { tera, sources }),
            Err(error) => Err(HtmlError::new(&error, &sources)),
        }
    }

    /// The page of a report.
    pub(crate) fn report(&self, page: &ReportPage) -> Result<String, HtmlError> {
        self.render("report.html", page)
    }

    /// The page of an agency.
    pub(crate) fn agency(&self, page: &AgencyPage) -> Result<String, HtmlError> {
        self.render("agency.html", page)
    }

    /// The index of the municipality.
    pub(crate) fn city(&self, page: &CityPage) -> Result<String, HtmlError> {
        self.render("city.html", page)
    }

    /// The page of all reports of a year.
    pub(crate) fn year(&self, page: &YearPage) -> Result<String, HtmlError> {
        self.render("year.html", page)
    }

    /// What a server shows for an address that nothing stands at.
    pub(crate) fn error(&self, page: &ErrorPage) -> Result<String, HtmlError> {
        self.render("404.html", page)
    }

    /// All pages for search engines.
    pub(crate) fn sitemap(&self, sitemap: &Sitemap) -> Result<String, HtmlError> {
        self.render("sitemap.xml", sitemap)
    }

    /// The newest reports for readers of feeds.
    pub(crate) fn feed(&self, feed: &Feed) -> Result<String, HtmlError> {
        self.render("feed.xml", feed)
    }

    /// The page to search from.
    pub(crate) fn search(&self, page: &SearchPage) -> Result<String, HtmlError> {
        self.render("search.html", page)
    }

    /// Two reports side by side, a page that needs no other file.
    pub fn comparison(&self, page: &ComparisonPage) -> Result<String, HtmlError> {
        self.render("comparison.html", page)
    }

    /// A document and what was read from it, a page that needs no other file.
    pub fn import(&self, page: &ImportPage) -> Result<String, HtmlError> {
        self.render("import.html", page)
    }

    /// What changed between two states of a workspace, a page that needs no other file.
    pub fn changes(&self, page: &ChangesPage) -> Result<String, HtmlError> {
        self.render("changes.html", page)
    }

    /// How far all reports are.
    pub fn status(&self, page: &StatusPage) -> Result<String, HtmlError> {
        self.render("status.html", page)
    }

    /// A report to fill in.
    pub fn form(&self, page: &FormPage) -> Result<String, HtmlError> {
        self.render("form.html", page)
    }

    /// A block of a narrative of `report` as the form shows it.
    pub fn form_block(&self, report: &Report, block: &Block) -> Result<String, HtmlError> {
        self.render("form_block.html", &FormBlock::new(report, block))
    }

    /// All reports that can be filled in.
    pub fn form_list(&self, page: &FormList) -> Result<String, HtmlError> {
        self.render("form_list.html", page)
    }

    /// A part of the manual.
    pub fn help(&self, page: &HelpPage) -> Result<String, HtmlError> {
        self.render("help.html", page)
    }

    /// What the preview puts below a page.
    pub fn preview_panel(&self, panel: &PreviewPanel) -> Result<String, HtmlError> {
        self.render("preview_panel.html", panel)
    }

    /// What the preview shows instead of a page.
    pub fn problem(&self, page: &ProblemPage) -> Result<String, HtmlError> {
        self.render("problem.html", page)
    }

    fn render(&self, template: &str, page: &impl Serialize) -> Result<String, HtmlError> {
        Context::from_serialize(page)
            .and_then(|context| self.tera.render(template, &context))
            .map_err(|error| HtmlError::new(&error, &self.sources))
    }

    #[cfg(test)]
    pub(super) fn variables(&self, template: &str) -> Vec<&str> {
        let mut names: Vec<&str> =
            self.tera.get_template_variables(template).expect("a template").into_iter().collect();
        names.sort_unstable();
        names
    }
}

/// Whether a file is one that Tera reads.
fn is_template(name: &str) -> bool {
    matches!(name.rsplit_once('.'), Some((_, "html" | "xml")))
}
