//! The newest reports for readers of feeds.

use std::cmp::Reverse;

use serde::Serialize;

use super::frame::absolute;
use super::{Survey, link};
use crate::dates::dated;

/// How many reports a feed tells of.
const LONGEST: usize = 50;

/// The file feed.xml.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Feed {
    /// 网站名称.
    pub title: String,
    /// Its own address on the web.
    pub url: String,
    /// The city's index.
    pub home: String,
    /// Who publishes.
    pub author: String,
    /// When it last changed.
    pub updated: String,
    /// The reports, the newest first.
    pub entries: Vec<FeedEntry>,
}

/// A report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FeedEntry {
    /// The report's title.
    pub title: String,
    /// Its page on the web.
    pub url: String,
    /// Whose it is.
    pub agency: String,
    /// When it was published.
    pub published: Option<String>,
    /// When it last changed.
    pub updated: String,
}

impl Feed {
    /// The feed; nothing where the site has no address on the web or no report a date.
    pub fn new(survey: &Survey) -> Option<Self> {
        let municipality = survey.municipality;
        let mut reports: Vec<_> = dated(municipality).collect();
        // Reports of one day stay in the official order.
        reports.sort_by_key(|(date, ..)| Reverse(*date));
        reports.truncate(LONGEST);
        let entry = |(date, agency, report): &(_, &nianbao_model::Agency, &nianbao_model::Report)| {
            Some(FeedEntry {
                title: agency.title(report),
                url: absolute(municipality, &link::report("", &agency.id, report.year))?,
                agency: agency.name.value.clone(),
                published: report.published.as_ref().map(|date| midnight(date.value)),
                updated: midnight(*date),
            })
        };
        Some(Self {
            title: municipality.site.name.clone(),
            url: absolute(municipality, "feed.xml")?,
            home: absolute(municipality, &link::city(""))?,
            author: municipality.site.sponsor.clone().unwrap_or_else(|| municipality.root.name.value.clone()),
            updated: midnight(reports.first()?.0),
            entries: reports.iter().filter_map(entry).collect(),
        })
    }
}

/// A day's beginning in China.
fn midnight(date: jiff::civil::Date) -> String {
    format!("{date}T00:00:00+08:00")
}
