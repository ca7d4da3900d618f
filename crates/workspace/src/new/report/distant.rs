//! Years that hardly anybody means, which are asked about before a report is made for them.

use jiff::civil::Date;
use nianbao_model::Municipality;

/// What is to be said of a `year` that is far from those that reports are written for on the day `today`: a year to come, or one
/// that joins up with no year of the city's reports. Nothing where it is near.
pub fn distant(municipality: &Municipality, year: i16, today: Date) -> Option<String> {
    let (now, due) = (today.year(), today.year().saturating_sub(1));
    let years = municipality.reports().map(|(_, report)| report.year);
    let first = years.min().unwrap_or(due).min(due).saturating_sub(1);
    let why = if year > now {
        format!("{year} 年还没有到")
    } else if year < first {
        format!("{year} 年过去很久了")
    } else {
        return None;
    };
    Some(format!("{why}：现在是 {now} 年，该编的是 {due} 年的报告，请看看年度是不是写对了"))
}
