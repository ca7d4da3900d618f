//! The templates, loaded once, and what they make of the pages.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use nianbao_cache::{Kept, Key, KeyMaker};
use nianbao_model::{Block, Report};
use serde::Serialize;
use tera::{Context, Tera};

use super::form_block::FormBlock;
use super::uses::uses;
use super::{
    AgencyPage, ChangesPage, CityPage, ComparisonPage, ErrorPage, Feed, FormList, FormPage, HelpPage, HtmlError,
    ImportPage, PreviewPanel, ProblemPage, ReportPage, SearchPage, Sitemap, StatusPage, YearPage, filters,
};
use crate::kept::{Keeper, Keeping, Made};
use crate::templates::Templates;

/// The templates of the pages, checked and ready.
pub struct Pages {
    tera: Tera,
    sources: BTreeMap<String, String>,
    /// The beginning of the keys of what each of them makes, once somebody asks.
    makers: OnceLock<BTreeMap<String, KeyMaker>>,
}

/// A page of the site, which one template shows.
pub(crate) trait SitePage: Serialize {
    /// The template, below `html/`.
    const TEMPLATE: &'static str;
}

impl SitePage for CityPage {
    const TEMPLATE: &'static str = "city.html";
}

impl SitePage for YearPage {
    const TEMPLATE: &'static str = "year.html";
}

impl SitePage for AgencyPage {
    const TEMPLATE: &'static str = "agency.html";
}

impl SitePage for ReportPage {
    const TEMPLATE: &'static str = "report.html";
}

impl SitePage for SearchPage {
    const TEMPLATE: &'static str = "search.html";
}

impl SitePage for ErrorPage {
    const TEMPLATE: &'static str = "404.html";
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
            Ok(()) => Ok(Self { tera, sources, makers: OnceLock::new() }),
            Err(error) => Err(HtmlError::new(&error, &sources)),
        }
    }

    /// A page of the site.
    pub(crate) fn page<P: SitePage>(&self, page: &P) -> Result<String, HtmlError> {
        self.render(P::TEMPLATE, page)
    }

    /// A page of the site, rendered now or earlier: it hangs on its view and the templates alone.
    pub(crate) fn kept_page<P: SitePage>(&self, page: &P, keeper: &Keeper) -> Result<Made<String>, HtmlError> {
        let key = self.key(page, keeper);
        let kept = key.as_ref().and_then(|key| keeper.take(key));
        if let Some(Kept { bytes, file }) = kept
            && let Ok(what) = String::from_utf8(bytes)
        {
            return Ok(Made { what, kept: Some(file) });
        }
        let what = self.page(page)?;
        if let Some(key) = key {
            keeper.put(&key, what.as_bytes());
        }
        Ok(Made::now(what))
    }

    /// The key of a page.
    fn key<P: SitePage>(&self, page: &P, keeper: &Keeper) -> Option<Key> {
        Some(self.maker::<P>(keeper)?.with(serde_json::to_vec(page).ok()?).key())
    }

    /// The beginning of the keys of pages of one kind: the program, and the templates that these can use.
    pub(crate) fn maker<P: SitePage>(&self, keeper: &Keeper) -> Option<KeyMaker> {
        let maker = keeper.maker(Keeping::Page)?;
        let makers = self.makers.get_or_init(|| {
            let of_template = |(name, used): (String, BTreeSet<String>)| {
                let used = used.iter().filter_map(|name| self.sources.get_key_value(name));
                let maker = used.fold(maker.clone().with(&name), |maker, (name, text)| maker.with(name).with(text));
                (name, maker)
            };
            uses(&self.sources).into_iter().map(of_template).collect()
        });
        makers.get(P::TEMPLATE).cloned()
    }

    /// All pages for search engines.
    pub(crate) fn sitemap(&self, sitemap: &Sitemap) -> Result<String, HtmlError> {
        self.render("sitemap.xml", sitemap)
    }

    /// The newest reports for readers of feeds.
    pub(crate) fn feed(&self, feed: &Feed) -> Result<String, HtmlError> {
        self.render("feed.xml", feed)
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
