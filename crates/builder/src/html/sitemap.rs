//! All pages for search engines.

use serde::Serialize;

use super::Survey;
use crate::dates::changed;
use crate::link::absolute;
use crate::plan::{Page, Plan, Product};

/// The file sitemap.xml.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Sitemap {
    /// The pages, in the order of the plan.
    pub(crate) pages: Vec<SitemapEntry>,
}

/// A page in the sitemap.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct SitemapEntry {
    /// Its address on the web.
    pub(crate) url: String,
    /// When it last changed, where that is known.
    pub(crate) changed: Option<String>,
}

impl Sitemap {
    /// The pages of `plan`; none where the site has no address on the web.
    pub(crate) fn new(survey: &Survey, plan: &Plan) -> Self {
        let pages = plan.jobs.iter().filter_map(|job| {
            let Product::Page(page) = job.product else { return None };
            let changed = match page {
                Page::City | Page::Year(_) | Page::Agency(_) | Page::Search => None,
                Page::Report(_, report) => changed(report).map(|date| date.to_string()),
                Page::NotFound => return None,
            };
            let url = absolute(survey.municipality, job.path.strip_prefix("site/")?)?;
            Some(SitemapEntry { url, changed })
        });
        Self { pages: pages.collect() }
    }
}

/// What robots are told: all may be read, and where the sitemap is.
pub(crate) fn robots(survey: &Survey) -> String {
    let sitemap = absolute(survey.municipality, "sitemap.xml").map(|url| format!("\nSitemap: {url}\n"));
    format!("User-agent: *\nAllow: /\n{}", sitemap.unwrap_or_default())
}
