//! An agency in the lists of pages.

use nianbao_model::Agency;
use serde::Serialize;

use crate::view::LinkView;
use crate::{link, search};

/// An agency in a list.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct AgencyLine {
    /// A link to the agency's page.
    pub(crate) agency: LinkView,
    /// Its reports, the newest first.
    pub(crate) years: Vec<LinkView>,
    /// How many agencies stand directly below it.
    pub(crate) subordinates: usize,
    /// What people type for it.
    pub(crate) find: String,
}

impl AgencyLine {
    /// The line of `agency` on a page from which `root` leads to the site's root.
    pub(super) fn new(root: &str, agency: &Agency) -> Self {
        let year = |year: &i16| LinkView { text: format!("{year}年"), href: link::report(root, &agency.id, *year) };
        Self {
            agency: link::to_agency(root, agency),
            years: agency.reports.keys().rev().map(year).collect(),
            subordinates: agency.children.len(),
            find: search::words(agency),
        }
    }
}
