//! What is changed in report.yaml.

use jiff::civil::Date;
use nianbao_loader::edit::{Action, Change, KeyPath, Value};
use nianbao_loader::keys::Key;
use nianbao_loader::keys::report::{PUBLISHED, STATUS};
use nianbao_model::{Report, Status};

use super::step::Wanted;

/// The day on which a report is published. That of a record stays.
pub(super) fn day_of(report: &Report, wanted: &Wanted) -> Date {
    let own = report.published.as_ref().map(|day| day.value);
    let said = wanted.day.filter(|_| report.status != Status::Published);
    said.or(own).unwrap_or(wanted.today)
}

/// What makes a report a released one, but for records.
pub(super) fn released(report: &Report, wanted: &Wanted) -> Vec<Change> {
    let status = if report.status == Status::Published { "已公开" } else { "可公开" };
    with_status(report, status, wanted)
}

/// What makes a report a record.
pub(super) fn published(report: &Report, wanted: &Wanted) -> Vec<Change> {
    with_status(report, "已公开", wanted)
}

fn with_status(report: &Report, status: &str, wanted: &Wanted) -> Vec<Change> {
    let set =
        |key: &Key, value: String| Change { path: KeyPath::of([key.key]), action: Action::Set(Value::Text(value)) };
    let day = day_of(report, wanted);
    let day = report.published.as_ref().is_none_or(|own| own.value != day).then(|| set(&PUBLISHED, day.to_string()));
    day.into_iter().chain([set(&STATUS, status.to_owned())]).collect()
}
