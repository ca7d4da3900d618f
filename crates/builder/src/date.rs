//! The date that a file carries. It is never the clock's.

use jiff::civil::Date;
use nianbao_model::Report;

/// The day of publication; without one it is `epoch` (the caller's `SOURCE_DATE_EPOCH`), and without that the first day
/// on which the report could be written.
pub(crate) fn of(report: &Report, epoch: Option<Date>) -> Date {
    let published = report.published.as_ref().map(|date| date.value);
    published.or(epoch).unwrap_or_else(|| new_year_after(report.year))
}

/// The new year's day after a reporting year.
pub(crate) fn new_year_after(year: i16) -> Date {
    Date::new(year.saturating_add(1), 1, 1).unwrap_or(Date::MAX)
}
