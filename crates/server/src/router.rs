//! The response to a request: looks up what stands at its address and has it made.

use std::sync::OnceLock;

use jiff::civil::Date;
use nianbao_builder::html::{FindingView, HtmlError, Pages, PreviewPanel, ProblemPage};
use nianbao_builder::{Page, Product, Templates, percent_encoded};

use crate::earlier_pages::EarlierPages;
use crate::response::Response;
use crate::site_files::{Made, SiteFiles, Target};
use crate::snapshot::Snapshot;
use crate::{cms, help, panel, problem, status};

/// The folder of the files that belong to the preview alone.
const OWN: &str = "_preview/";

/// The page of how far all reports are.
const STATUS: &str = "_status/";

/// What stands where in one state of the workspace.
pub(crate) struct Router<'a> {
    version: &'a str,
    settings: &'a Settings,
    /// The pages of the preview itself are never replaced by the workspace's, so that they can tell what is wrong with those.
    templates: Templates,
    pages: &'static Result<Pages, HtmlError>,
    /// `None` where the workspace cannot be read at the moment.
    snapshot: Option<&'a Snapshot>,
    /// The site, or why it cannot be shown.
    site: Result<SiteFiles<'a>, Vec<FindingView>>,
}

/// What stays from one state of the workspace to the next.
pub(crate) struct Settings {
    /// Tells what day it is.
    pub(crate) today: fn() -> Date,
    /// Whether reports can be filled in.
    pub(crate) has_form: bool,
    /// What addresses begin with that open a file of the workspace in an editor. `None` where none was chosen.
    pub(crate) editor: Option<String>,
    /// What people have seen.
    pub(crate) earlier: EarlierPages,
}

/// Which threads answer a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Lane {
    /// Those that make pages.
    Pages,
    /// The one that prints.
    Pdfs,
    /// The one that makes the index to search.
    Index,
}

impl<'a> Router<'a> {
    /// Responds with the files of `site` and what is known from `snapshot`; `version` tells their state from all others.
    pub(crate) fn new(
        snapshot: Option<&'a Snapshot>,
        site: Result<SiteFiles<'a>, Vec<FindingView>>,
        version: &'a str,
        settings: &'a Settings,
    ) -> Self {
        static PAGES: OnceLock<Result<Pages, HtmlError>> = OnceLock::new();
        let templates = Templates::built_in();
        let pages = PAGES.get_or_init(|| Pages::new(&templates));
        Self { version, settings, templates, pages, snapshot, site }
    }

    /// Who answers for `path`.
    pub(crate) fn lane(&self, path: &str) -> Lane {
        match self.site.as_ref().ok().and_then(|site| site.find(path)) {
            Some(Target::File(_, Product::Pdf(..))) => Lane::Pdfs,
            Some(Target::File(_, Product::SearchIndex)) => Lane::Index,
            _ => Lane::Pages,
        }
    }

    /// What stands at `path`.
    pub(crate) fn respond(&self, path: &str, query: &str) -> Response {
        match (path.strip_prefix(OWN), path.strip_prefix(STATUS), path.strip_prefix(help::FOLDER)) {
            (Some(file), ..) => self.own_file(file),
            (_, Some(file), _) => self.status(file, query),
            (.., Some(file)) => self.help(file),
            _ if path == help::FOLDER.trim_end_matches('/') => Response::redirection(format!("/{}", help::FOLDER)),
            _ if path == STATUS.trim_end_matches('/') => Response::redirection(format!("/{STATUS}")),
            _ => match &self.site {
                Ok(site) => self.of_site(site, path),
                Err(findings) => self.broken_page(path, findings.clone()),
            },
        }
    }

    fn own_file(&self, file: &str) -> Response {
        if let Some(report) = file.strip_prefix(cms::FOLDER) {
            let html = self.snapshot.and_then(|snapshot| cms::fragment(snapshot.shown(), report));
            return html.map_or_else(|| Response::text(404, "没有这份报告"), Response::fragment);
        }
        match self.templates.of_preview(file) {
            Some(text) => Response::file(file, text),
            None => Response::text(404, "没有这个文件"),
        }
    }

    fn status(&self, file: &str, query: &str) -> Response {
        let Some(checked) = self.snapshot.map(|snapshot| &snapshot.whole) else {
            return self.broken(self.site.as_ref().err().cloned().unwrap_or_default());
        };
        let today = (self.settings.today)();
        if !file.is_empty() {
            let table = status::table(checked, file, today);
            return table.map_or_else(|| self.missing(&format!("{STATUS}{file}")), |table| Response::file(file, table));
        }
        match status::page(checked, query, today, self.version) {
            Some(page) => self.render(200, |pages| pages.status(&page)),
            None => self.broken(vec![FindingView::of_words("content 里还没有报告")]),
        }
    }

    /// A page or a picture of the manual. It is there whatever is wrong with the workspace.
    fn help(&self, file: &str) -> Response {
        if let Some(bytes) = help::picture(file) {
            return Response::file(file, bytes);
        }
        if help::lacks_stroke(file) {
            return Response::redirection(format!("/{}{}/", help::FOLDER, percent_encoded(file)));
        }
        match help::page(file, self.settings.has_form) {
            Some(page) => self.render(200, |pages| pages.help(&page)),
            None => self.missing(&format!("{}{file}", help::FOLDER)),
        }
    }

    fn of_site(&self, site: &SiteFiles<'a>, path: &str) -> Response {
        match site.find(path) {
            Some(Target::File(path, product)) => self.file(site, &path, product),
            Some(Target::Folder(folder)) => Response::redirection(format!("/{}", percent_encoded(&folder))),
            None => self.nothing(path),
        }
    }

    fn file(&self, site: &SiteFiles<'a>, path: &str, product: Product<'a>) -> Response {
        let unread = self.snapshot.map(|snapshot| problem::without_text(product, snapshot)).unwrap_or_default();
        if !unread.is_empty() {
            return self.broken_page(path, unread);
        }
        match site.make(path, product) {
            Ok(Some(Made::Page(html, page))) => {
                self.settings.earlier.keep(path, &html);
                self.with_panel(html, page)
            }
            Ok(Some(Made::File(bytes))) => Response::file(path, bytes),
            Ok(None) => self.nothing(path),
            Err(findings) => self.broken_page(path, findings),
        }
    }

    fn with_panel(&self, html: String, page: Page) -> Response {
        let Some(snapshot) = self.snapshot else { return Response::site_page(html) };
        let panel = panel::panel(snapshot, page, self.version, self.settings.has_form);
        let panel = PreviewPanel { findings: self.opening(panel.findings), ..panel };
        match self.pages {
            Ok(pages) => match pages.preview_panel(&panel) {
                Ok(panel) => Response::site_page(panel::put_below(html, &panel)),
                Err(error) => Response::text(500, error.to_string()),
            },
            Err(error) => Response::text(500, error.to_string()),
        }
    }

    /// Nothing stands at `path`: because something is wrong with it, or because it is mistyped.
    fn nothing(&self, path: &str) -> Response {
        let findings = self.snapshot.map(|snapshot| problem::concerning(path, snapshot)).unwrap_or_default();
        if findings.is_empty() { self.missing(path) } else { self.broken_page(path, findings) }
    }

    /// A page that cannot be made: as it was before, with the reason above, if anybody has seen it.
    fn broken_page(&self, path: &str, findings: Vec<FindingView>) -> Response {
        let earlier = self.settings.earlier.get(path).zip(self.pages.as_ref().ok());
        let Some((html, pages)) = earlier else { return self.broken(findings) };
        let panel = panel::of_earlier(self.snapshot, self.opening(findings), self.version);
        match pages.preview_panel(&panel) {
            Ok(panel) => Response { status: 500, ..Response::site_page(panel::put_above(html, &panel)) },
            Err(error) => Response::text(500, error.to_string()),
        }
    }

    /// The same findings, led to the manual, with places that open in the editor that was chosen.
    fn opening(&self, findings: Vec<FindingView>) -> Vec<FindingView> {
        let findings = findings.into_iter().map(|finding| finding.explained_by(help::of_code));
        match &self.settings.editor {
            Some(editor) => findings.map(|finding| finding.opening_in(editor)).collect(),
            None => findings.collect(),
        }
    }

    fn missing(&self, path: &str) -> Response {
        match self.snapshot.and_then(Snapshot::municipality) {
            Some(municipality) => self.show(404, &problem::missing(path, municipality, self.version)),
            None => self.broken(self.site.as_ref().err().cloned().unwrap_or_default()),
        }
    }

    fn broken(&self, findings: Vec<FindingView>) -> Response {
        self.show(500, &problem::broken(self.opening(findings), self.site.is_ok(), self.version))
    }

    fn show(&self, status: u16, page: &ProblemPage) -> Response {
        self.render(status, |pages| pages.problem(page))
    }

    fn render(&self, status: u16, page: impl FnOnce(&Pages) -> Result<String, HtmlError>) -> Response {
        match self.pages.as_ref().map_err(Clone::clone).and_then(page) {
            Ok(html) => Response::page(status, html),
            Err(error) => Response::text(500, error.to_string()),
        }
    }
}
