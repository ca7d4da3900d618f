//! What all pages share: the site, the way back to its root and the breadcrumb.

use nianbao_model::Municipality;
use serde::Serialize;

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
}

impl Frame {
    /// The frame of the page at `path`, an address relative to the site's root.
    pub(super) fn new(municipality: &Municipality, path: &str, root: String) -> Self {
        Self {
            site: SiteView::new(&municipality.site),
            url: municipality.site.base_url.as_ref().map(|base| format!("{}/{path}", base.trim_end_matches('/'))),
            root,
            title: String::new(),
            description: String::new(),
            trail: Vec::new(),
            here: String::new(),
        }
    }
}
