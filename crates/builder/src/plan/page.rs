//! The pages of the site.

use nianbao_model::{Agency, Report};

use super::wording::of_report;

/// A page of the site.
#[derive(Debug, Clone, Copy)]
pub enum Page<'a> {
    /// The index of the municipality.
    City,
    /// The page of all reports of a year.
    Year(i16),
    /// The page of an agency.
    Agency(&'a Agency),
    /// The page of a report.
    Report(&'a Agency, &'a Report),
    /// The page to search from.
    Search,
    /// What a server shows for an address that nothing stands at.
    NotFound,
}

impl<'a> Page<'a> {
    /// The report that it shows.
    pub(super) fn report(&self) -> Option<(&'a Agency, &'a Report)> {
        match self {
            Self::Report(agency, report) => Some((agency, report)),
            Self::City | Self::Year(_) | Self::Agency(_) | Self::Search | Self::NotFound => None,
        }
    }

    /// The agency whose folder it stands in.
    pub(super) fn agency(&self) -> Option<&'a Agency> {
        match self {
            Self::Agency(agency) | Self::Report(agency, _) => Some(agency),
            Self::City | Self::Year(_) | Self::Search | Self::NotFound => None,
        }
    }

    /// What it is, in the words of a message.
    pub(super) fn describe(&self) -> String {
        match self {
            Self::City => "全市首页".to_owned(),
            Self::Year(year) => format!("{year} 年全部报告的网页"),
            Self::Agency(agency) => format!("“{}”的网页", agency.name.value),
            Self::Report(agency, report) => of_report(agency, report) + "网页",
            Self::Search => "检索网页".to_owned(),
            Self::NotFound => "找不到网页时的说明".to_owned(),
        }
    }
}
