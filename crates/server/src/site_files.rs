//! The files of the published site, made when somebody looks at them.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use nianbao_builder::html::FindingView;
use nianbao_builder::{BuildError, Page, Plan, Product, Renderer, Templates, print_report, search_index};
use nianbao_model::{Agency, Diagnostic, Report};

use crate::snapshot::Snapshot;

/// The folder of the publication that is the site's root.
const ROOT: &str = "site/";

/// The files of the search index by their paths, or what is wrong with the site that it is made of.
type IndexFiles = Result<BTreeMap<String, Vec<u8>>, Vec<FindingView>>;

/// The files of the site as it is in a snapshot.
pub(crate) struct SiteFiles<'a> {
    snapshot: &'a Snapshot,
    templates: &'a Templates,
    plan: &'a Plan<'a>,
    renderer: Renderer<'a>,
    /// What stands where, by the path below the site's root.
    products: BTreeMap<&'a str, Product<'a>>,
    /// The files of the search index by their paths, once somebody searches.
    index: OnceLock<IndexFiles>,
}

/// What stands at an address.
pub(crate) enum Target<'a> {
    /// A file with its path.
    File(String, Product<'a>),
    /// A folder, by the path that its address should have.
    Folder(String),
}

/// What was made for an address.
pub(crate) enum Made<'a, 's> {
    /// A page as HTML.
    Page(String, Page<'a>),
    /// The content of another file.
    File(Cow<'s, [u8]>),
}

impl<'a> SiteFiles<'a> {
    /// The site, or why it cannot be shown.
    pub(crate) fn new(
        snapshot: &'a Snapshot,
        plan: &'a Result<Plan<'a>, Vec<Diagnostic>>,
    ) -> Result<Self, Vec<FindingView>> {
        let views = |findings: &[Diagnostic]| FindingView::all(&snapshot.shown().sources, findings);
        let municipality = snapshot.municipality().ok_or_else(|| views(&snapshot.whole.findings))?;
        let plan = plan.as_ref().map_err(|findings| views(findings))?;
        let templates = &snapshot.templates;
        let pages = snapshot.pages.as_ref().map_err(|error| views(&templates.findings(error.faults(), "")))?;
        let below_root = plan.jobs.iter().filter_map(|job| Some((job.path.strip_prefix(ROOT)?, job.product)));
        Ok(Self {
            snapshot,
            templates,
            plan,
            renderer: Renderer::with_pages(Arc::clone(pages), municipality, plan, true, snapshot.source_date),
            products: below_root.collect(),
            index: OnceLock::new(),
        })
    }

    /// What stands at `path`. Only what the plan names is there to be found: no path leads to a file on the disk.
    pub(crate) fn find(&self, path: &str) -> Option<Target<'a>> {
        let is_folder = path.is_empty() || path.ends_with('/');
        let file = if is_folder { format!("{path}index.html") } else { path.to_owned() };
        if let Some(product) = self.products.get(file.as_str()) {
            return Some(Target::File(file, *product));
        }
        if !is_folder && self.products.contains_key(format!("{path}/index.html").as_str()) {
            return Some(Target::Folder(format!("{path}/")));
        }
        // The files of the search index are known by their folder alone.
        let holding = |folder: &str| folder.ends_with('/') && path.starts_with(folder);
        let (_, product) = self.products.iter().find(|(folder, _)| holding(folder))?;
        Some(Target::File(file, *product))
    }

    /// Makes the file at `path`; nothing where it turns out that there is none.
    pub(crate) fn make(&self, path: &str, product: Product<'a>) -> Result<Option<Made<'a, '_>>, Vec<FindingView>> {
        match product {
            Product::Page(page) => {
                self.renderer.page(page).map(|html| Some(Made::Page(html, page))).map_err(BuildError::from)
            }
            Product::File(file) => {
                self.renderer.file(file).map(|bytes| Some(Made::File(bytes))).map_err(BuildError::from)
            }
            Product::Pdf(agency, report) => self.print(agency, report).map(|pdf| Some(Made::File(pdf.into()))),
            Product::SearchIndex => return self.indexed(path),
            // Bundles stand beside the site, not on it.
            Product::Bundle(_) => Ok(None),
        }
        .map_err(|error| self.views(&error))
    }

    fn print(&self, agency: &Agency, report: &Report) -> Result<Vec<u8>, BuildError> {
        let Snapshot { fonts, source_date, .. } = self.snapshot;
        let printing = self.snapshot.municipality().map(|municipality| municipality.site.printing).unwrap_or_default();
        print_report(fonts, self.templates, agency, report, *source_date, printing)
    }

    /// A file of the search index. The index is made when the first of them is asked for.
    fn indexed(&self, path: &str) -> Result<Option<Made<'a, '_>>, Vec<FindingView>> {
        let index = self.index.get_or_init(|| {
            let files = search_index(self.plan, || Ok(())).map_err(|error| self.views(&error))?;
            Ok(files.into_iter().collect())
        });
        let name = path.split_once('/').map_or(path, |(_, name)| name);
        let file = index.as_ref().map_err(Clone::clone)?.get(name);
        Ok(file.map(|bytes| Made::File(bytes.into())))
    }

    /// What an error of a build says, at the place where it is.
    fn views(&self, error: &BuildError) -> Vec<FindingView> {
        match error {
            BuildError::Findings(findings) => FindingView::all(&self.snapshot.shown().sources, findings),
            _ if !error.faults().is_empty() => {
                let findings = self.templates.findings(error.faults(), "");
                FindingView::all(&self.snapshot.shown().sources, &findings)
            }
            _ => vec![FindingView::of_words(error.to_string())],
        }
    }
}
