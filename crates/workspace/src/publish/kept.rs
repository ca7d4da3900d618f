//! What a record keeps.

use nianbao_model::{Agency, Record, Report, Status};

use super::Why;
use crate::Checked;

/// An agency's report in another reading of the workspace.
pub(super) fn find<'a>(checked: &'a Checked, agency: &Agency, year: i16) -> Option<(&'a Agency, &'a Report)> {
    let agency = checked.municipality.as_ref()?.agency(&agency.id)?;
    Some((agency, agency.reports.get(&year)?))
}

/// What is kept of the report that is `now` about to be published; `before` is the same as it was. A record keeps the name that it
/// had, and other sums than it had only if a further correction (更正) says so.
pub(super) fn record(agency: &Agency, now: &Report, before: &Report) -> Result<Record, Why> {
    let record = Record::now(agency, now);
    let altered = before.published_sum().zip(record.sum.as_ref());
    let told = before.record.as_ref().is_some_and(|kept| kept.corrections < before.corrections.len());
    if altered.is_some_and(|(then, now)| !then.figures.equals(&now.figures)) && !told {
        return Err(Why::SumWithoutCorrection);
    }
    match (&before.record, before.status) {
        (Some(kept), Status::Published) => Ok(Record { name: kept.name.clone(), ..record }),
        _ => Ok(record),
    }
}
