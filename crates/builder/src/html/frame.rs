//! What all pages share: the site, the way back to its root and the breadcrumb.

use nianbao_model::Municipality;
use serde::Serialize;

use super::Survey;
use crate::view::{LinkView, SiteView};

/// The frame of a page.
#[derive(Debug, Clone, Serialize)]
pub struct Frame {
    /// The site.
    pub site: SiteView,
    /// The way from the page to the site's root: nothing, `../`, `../../`.
    pub root: String,
    /// The page's title.
    pub title: String,
    /// One sentence on what the page holds.
    pub description: String,
    /// The page's address on the web, where the site has one.
    pub url: Option<String>,
    /// The pages above this one.
    pub trail: Vec<LinkView>,
    /// What this page is called in the breadcrumb.
    pub here: String,
    /// What search engines are told of the page, JSON that is safe within a page.
    pub linked_data: Option<String>,
}

impl Frame {
    /// The frame of the page at `path`, an address relative to the site's root.
    pub(super) fn new(survey: &Survey, path: &str, root: String) -> Self {
        Self {
            site: survey.site.clone(),
            url: absolute(survey.municipality, path),
            root,
            title: String::new(),
            description: String::new(),
            trail: Vec::new(),
            here: String::new(),
            linked_data: None,
        }
    }
}

/// The address on the web of `path`, relative to the site's root, where the site has one.
pub(crate) fn absolute(municipality: &Municipality, path: &str) -> Option<String> {
    municipality.site.base_url.as_ref().map(|base| format!("{}/{path}", base.trim_end_matches('/')))
}
