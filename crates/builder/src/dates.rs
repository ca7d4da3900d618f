//! When reports changed: what the sitemap says and the feed is sorted by.

use jiff::civil::Date;
use nianbao_model::{Agency, Municipality, Report};

/// When a report last changed: the day of its publication or of its last correction. Reports without a date of
/// publication are not news.
pub(crate) fn changed(report: &Report) -> Option<Date> {
    let published = report.published.as_ref()?.value;
    report.corrections.iter().map(|correction| correction.date).chain([published]).max()
}

/// Whether there is a feed: it needs addresses on the web and something to tell.
pub(crate) fn has_feed(municipality: &Municipality) -> bool {
    municipality.site.base_url.is_some() && dated(municipality).next().is_some()
}

/// The reports that have a date, each with it.
pub(crate) fn dated(municipality: &Municipality) -> impl Iterator<Item = (Date, &Agency, &Report)> {
    municipality.reports().filter_map(|(agency, report)| Some((changed(report)?, agency, report)))
}
