//! What a record keeps.

use nianbao_model::aggregate::parts;
use nianbao_model::completeness::counted_drafts;
use nianbao_model::{Agency, Record, Report, Status};

use super::refusal::Why;
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
    if altered.is_some_and(|(then, now)| !then.figures.equals(&now.figures)) {
        // What a sum lacks is told of those that were never kept (M002).
        let lacks = lacks(agency, now);
        if !lacks.is_empty() {
            return Err(Why::IncompleteSum(lacks.join("、")));
        }
        if !told {
            return Err(Why::SumWithoutCorrection);
        }
    }
    match (&before.record, before.status) {
        (Some(kept), Status::Published) => Ok(Record { name: kept.name.clone(), ..record }),
        _ => Ok(record),
    }
}

/// The agencies whose reports the sum would need, and why it cannot count them yet.
fn lacks(agency: &Agency, report: &Report) -> Vec<String> {
    let parts = report.aggregation.iter().flat_map(|aggregation| parts(agency, aggregation, report.year));
    let missing =
        parts.filter(|part| part.report.is_none()).map(|part| format!("{}（没有报告）", part.agency.name.value));
    let drafts = counted_drafts(agency, report).into_iter();
    missing.chain(drafts.map(|agency| format!("{}（还在起草）", agency.name.value))).collect()
}
