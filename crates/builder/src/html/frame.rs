//! What all pages share: the site, the way back to its root and the breadcrumb.

use serde::Serialize;

use super::Survey;
use crate::link::absolute;
use crate::view::{LinkView, SiteView};

/// The frame of a page.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Frame {
    /// What every page says of the site.
    pub(crate) site: SiteView,
    /// The way from the page to the site's root: nothing, `../`, `../../`.
    pub(crate) root: String,
    /// The page's title.
    pub(crate) title: String,
    /// One sentence on what the page holds.
    pub(crate) description: String,
    /// The page's address on the web, where the site has one.
    pub(crate) url: Option<String>,
    /// The pages above this one.
    pub(crate) trail: Vec<LinkView>,
    /// What this page is called in the breadcrumb.
    pub(crate) here: String,
    /// What search engines are told of the page, JSON that is safe within a page.
    pub(crate) linked_data: Option<String>,
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
