//! Who answers: looks up what stands at an address and has it made.

use nianbao_builder::html::{FindingView, HtmlError, Pages, ProblemPage};
use nianbao_builder::{Page, Plan, Product, Templates, percent_encoded};
use nianbao_model::Diagnostic;

use super::answer::Answer;
use super::reading::Material;
use super::site::{Found, Made, Site};
use super::{panel, problem, status};
use crate::environment;

/// What belongs to the preview alone: its own files, and how far all reports are.
const OWN: &str = "_preview/";
const STATUS: &str = "_status/";

/// Answers for one state of the workspace.
pub(super) struct Clerk<'a> {
    version: &'a str,
    /// The pages of the preview itself are never replaced by the workspace's, so that they can tell what is wrong with those.
    templates: Templates,
    pages: Result<Pages, HtmlError>,
    material: Option<&'a Material>,
    site: Result<Site<'a>, Vec<FindingView>>,
}

impl<'a> Clerk<'a> {
    /// What there is to be found in `material`.
    pub(super) fn plan(material: &Material) -> Result<Plan<'_>, Vec<Diagnostic>> {
        material
            .municipality()
            .map_or_else(|| Ok(Plan::default()), |municipality| Plan::new(municipality, &material.templates, true))
    }

    /// Answers with what stands in the plan of `material`.
    pub(super) fn new(material: &'a Material, plan: &'a Result<Plan<'a>, Vec<Diagnostic>>, version: &'a str) -> Self {
        Self { material: Some(material), site: Site::new(material, plan), ..Self::without_material("", version) }
    }

    /// Answers with the reason why nothing can be shown.
    pub(super) fn without_material(reason: &str, version: &'a str) -> Self {
        let templates = Templates::built_in();
        Self {
            version,
            pages: Pages::new(&templates),
            templates,
            material: None,
            site: Err(vec![FindingView::of_words(reason)]),
        }
    }

    /// What stands at `path`.
    pub(super) fn answer(&self, path: &str, query: &str) -> Answer {
        match (path.strip_prefix(OWN), path.strip_prefix(STATUS)) {
            (Some(file), _) => self.own_file(file),
            (_, Some(file)) => self.status(file, query),
            _ if path == STATUS.trim_end_matches('/') => Answer::elsewhere(format!("/{STATUS}")),
            _ => match &self.site {
                Ok(site) => self.of_site(site, path),
                Err(findings) => self.broken(findings.clone()),
            },
        }
    }

    fn own_file(&self, file: &str) -> Answer {
        match self.templates.get(&format!("assets/{file}")) {
            Some(text) => Answer::file(file, text),
            None => Answer::text(404, "没有这个文件"),
        }
    }

    fn status(&self, file: &str, query: &str) -> Answer {
        let Some(checked) = self.material.map(|material| &material.whole) else {
            return self.broken(self.site.as_ref().err().cloned().unwrap_or_default());
        };
        let today = match environment::today() {
            Ok(today) => today,
            Err(error) => return Answer::text(500, format!("{error:#}")),
        };
        if !file.is_empty() {
            let table = status::table(checked, file, today);
            return table.map_or_else(|| self.missing(&format!("{STATUS}{file}")), |table| Answer::file(file, table));
        }
        match status::page(checked, query, today, self.version) {
            Some(page) => self.render(200, |pages| pages.status(&page)),
            None => self.broken(vec![FindingView::of_words("content 里还没有报告")]),
        }
    }

    fn of_site(&self, site: &Site<'a>, path: &str) -> Answer {
        match site.find(path) {
            Some(Found::File(path, product)) => self.file(site, &path, product),
            Some(Found::Folder(folder)) => Answer::elsewhere(format!("/{}", percent_encoded(&folder))),
            None => self.nothing(path),
        }
    }

    fn file(&self, site: &Site<'a>, path: &str, product: Product<'a>) -> Answer {
        let unread = self.material.map(|material| problem::without_text(product, material)).unwrap_or_default();
        if !unread.is_empty() {
            return self.broken(unread);
        }
        match site.make(path, product) {
            Ok(Some(Made::Page(html, page))) => self.with_panel(html, page),
            Ok(Some(Made::File(bytes))) => Answer::file(path, bytes),
            Ok(None) => self.nothing(path),
            Err(findings) => self.broken(findings),
        }
    }

    fn with_panel(&self, html: String, page: Page) -> Answer {
        let Some(material) = self.material else { return Answer::site_page(html) };
        let panel = panel::panel(material, page, self.version);
        match &self.pages {
            Ok(pages) => match pages.preview_panel(&panel) {
                Ok(panel) => Answer::site_page(panel::put_below(html, &panel)),
                Err(error) => Answer::text(500, error.to_string()),
            },
            Err(error) => Answer::text(500, error.to_string()),
        }
    }

    /// Nothing stands at `path`: because something is wrong with it, or because it is mistyped.
    fn nothing(&self, path: &str) -> Answer {
        let findings = self.material.map(|material| problem::concerning(path, material)).unwrap_or_default();
        if findings.is_empty() { self.missing(path) } else { self.broken(findings) }
    }

    fn missing(&self, path: &str) -> Answer {
        match self.material.and_then(Material::municipality) {
            Some(municipality) => self.show(404, &problem::missing(path, municipality, self.version)),
            None => self.broken(self.site.as_ref().err().cloned().unwrap_or_default()),
        }
    }

    fn broken(&self, findings: Vec<FindingView>) -> Answer {
        self.show(500, &problem::broken(findings, self.site.is_ok(), self.version))
    }

    fn show(&self, status: u16, page: &ProblemPage) -> Answer {
        self.render(status, |pages| pages.problem(page))
    }

    fn render(&self, status: u16, page: impl FnOnce(&Pages) -> Result<String, HtmlError>) -> Answer {
        match self.pages.as_ref().map_err(Clone::clone).and_then(page) {
            Ok(html) => Answer::page(status, html),
            Err(error) => Answer::text(500, error.to_string()),
        }
    }
}
