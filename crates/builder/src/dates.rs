//! The dates that files carry and pages tell. They come from the reports, never from the clock.

use jiff::civil::Date;
use nianbao_model::{Agency, Municipality, Report};

/// When a report last changed: the day of its publication or of its last correction. Reports without a date of
/// publication are not news.
pub(crate) fn changed(report: &Report) -> Option<Date> {
    let published = report.published.as_ref()?.value;
    corrected(report).into_iter().chain([published]).max()
}

/// The day of its last correction (更正), if it was corrected.
pub(crate) fn corrected(report: &Report) -> Option<Date> {
    report.corrections.iter().map(|correction| correction.date.value).max()
}

/// What a feed begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FeedHead<'a> {
    /// The site's address on the web.
    pub(crate) base_url: &'a str,
    /// The day of the newest change of a report.
    pub(crate) updated: Date,
}

/// The beginning of the feed, if there is one: it needs addresses on the web and something to tell.
pub(crate) fn feed(municipality: &Municipality) -> Option<FeedHead<'_>> {
    let base_url = municipality.site.base_url.as_deref()?;
    let updated = dated(municipality).map(|(date, ..)| date).max()?;
    Some(FeedHead { base_url, updated })
}

/// The reports that have a date, each with it.
pub(crate) fn dated(municipality: &Municipality) -> impl Iterator<Item = (Date, &Agency, &Report)> {
    municipality.reports().filter_map(|(agency, report)| Some((changed(report)?, agency, report)))
}

/// The day of publication; without one it is `epoch` (the caller's `SOURCE_DATE_EPOCH`), and without that the first day
/// on which the report could be written.
pub(crate) fn of_file(report: &Report, epoch: Option<Date>) -> Date {
    let published = report.published.as_ref().map(|date| date.value);
    published.or(epoch).unwrap_or_else(|| new_year_after(report.year))
}

/// The new year's day after a reporting year.
pub(crate) fn new_year_after(year: i16) -> Date {
    Date::new(year.saturating_add(1), 1, 1).unwrap_or(Date::MAX)
}
