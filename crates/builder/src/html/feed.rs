//! The newest reports for readers of feeds.

use std::cmp::Reverse;

use jiff::civil::Date;
use nianbao_model::{Agency, Report};
use serde::Serialize;

use super::Survey;
use crate::dates::{FeedHead, corrected, dated};
use crate::link::{self, on_the_web};
use crate::view::date_text;

/// How many reports a feed tells of.
const LONGEST: usize = 50;

/// The file feed.xml.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Feed {
    /// 网站名称.
    pub(crate) title: String,
    /// Its own address on the web.
    pub(crate) url: String,
    /// The address on the web of the city's index.
    pub(crate) home: String,
    /// Who publishes: 主办单位, or else the government.
    pub(crate) author: String,
    /// The day of the newest change of a report, as RFC 3339 has it.
    pub(crate) updated: String,
    /// The reports, the newest first.
    pub(crate) entries: Vec<FeedEntry>,
}

/// A report in the feed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct FeedEntry {
    /// The report's title.
    pub(crate) title: String,
    /// Its page on the web.
    pub(crate) url: String,
    /// What was corrected and when, if anything was.
    pub(crate) corrected: Option<String>,
    /// The name of the agency that made it.
    pub(crate) agency: String,
    /// The day of publication, as RFC 3339 has it.
    pub(crate) published: Option<String>,
    /// The day of publication or of the last correction, as RFC 3339 has it.
    pub(crate) updated: String,
}

impl Feed {
    /// The feed that begins with `head`.
    pub(crate) fn new(survey: &Survey, head: FeedHead) -> Self {
        let municipality = survey.municipality;
        let mut reports: Vec<_> = dated(municipality).collect();
        // Reports of one day stay in the official order.
        reports.sort_by_key(|(date, ..)| Reverse(*date));
        reports.truncate(LONGEST);
        Self {
            title: municipality.site.name.clone(),
            url: on_the_web(head.base_url, "feed.xml"),
            home: on_the_web(head.base_url, &link::city("")),
            author: municipality.sponsor().value.clone(),
            updated: midnight(head.updated),
            entries: reports
                .into_iter()
                .map(|(changed, agency, report)| entry(head.base_url, agency, report, changed))
                .collect(),
        }
    }
}

fn entry(base_url: &str, agency: &Agency, report: &Report, changed: Date) -> FeedEntry {
    FeedEntry {
        title: agency.title(report),
        url: on_the_web(base_url, &link::report("", &agency.id, report.year)),
        corrected: correction(report),
        agency: agency.name_on(report).value.clone(),
        published: report.published.as_ref().map(|date| midnight(date.value)),
        updated: midnight(changed),
    }
}

/// The last correction: the day, and what was corrected.
fn correction(report: &Report) -> Option<String> {
    let day = corrected(report)?;
    let of_day = report.corrections.iter().filter(|correction| correction.date.value == day);
    let texts: Vec<&str> = of_day.map(|correction| correction.text.value.as_str()).collect();
    Some(format!("本报告于{}更正：{}", date_text(day), texts.join("；")))
}

/// A day's beginning in China.
fn midnight(date: Date) -> String {
    format!("{date}T00:00:00+08:00")
}
