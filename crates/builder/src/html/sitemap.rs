//! All pages for search engines.

use serde::Serialize;

use super::Survey;
use super::frame::absolute;
use crate::dates::changed;
use crate::{Plan, Product};

/// The file sitemap.xml.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sitemap {
    /// The pages, in the order of the plan.
    pub pages: Vec<SitemapEntry>,
}

/// A page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SitemapEntry {
    /// Its address on the web.
    pub url: String,
    /// When it last changed, where that is known.
    pub changed: Option<String>,
}

impl Sitemap {
    /// The pages of `plan`; none where the site has no address on the web.
    pub fn new(survey: &Survey, plan: &Plan) -> Self {
        let pages = plan.jobs.iter().filter_map(|job| {
            let changed = match job.product {
                Product::City | Product::Year(_) | Product::Agency(_) | Product::Search => None,
                Product::Page(_, report) => changed(report).map(|date| date.to_string()),
                _ => return None,
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
