//! What a file of the plan holds.

use nianbao_model::{Agency, Report};

use super::wording::of_report;
use super::{BundleFile, Page, SiteFile};

/// What a file holds.
#[derive(Debug, Clone, Copy)]
pub enum Product<'a> {
    /// A page of the site.
    Page(Page<'a>),
    /// The PDF of a report, beside its page.
    Pdf(&'a Agency, &'a Report),
    /// Another file of the site.
    File(SiteFile<'a>),
    /// The folder of the index that is searched.
    SearchIndex,
    /// A file of the bundle of a year.
    Bundle(BundleFile<'a>),
}

impl<'a> Product<'a> {
    /// The report that it shows, if it shows one and can be made without any other file than that report's PDF.
    pub(crate) fn report(&self) -> Option<(&'a Agency, &'a Report)> {
        match self {
            Self::Page(page) => page.report(),
            Self::Pdf(agency, report) => Some((agency, report)),
            Self::File(file) => file.report(),
            Self::SearchIndex | Self::Bundle(_) => None,
        }
    }

    /// The agency whose folder it stands in, or whose title its file is named by.
    pub(super) fn agency(&self) -> Option<&'a Agency> {
        match self {
            Self::Page(page) => page.agency(),
            Self::Pdf(agency, _) => Some(agency),
            Self::File(file) => file.report().map(|(agency, _)| agency),
            Self::SearchIndex => None,
            Self::Bundle(file) => file.agency(),
        }
    }

    /// What it is, in the words of a message.
    pub(crate) fn describe(&self) -> String {
        match self {
            Self::Page(page) => page.describe(),
            Self::Pdf(agency, report) => format!("{} PDF", of_report(agency, report)),
            Self::File(file) => file.describe(),
            Self::SearchIndex => "检索用的索引".to_owned(),
            Self::Bundle(file) => file.describe(),
        }
    }
}
