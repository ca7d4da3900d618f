//! How messages call the files of the plan.

use nianbao_model::{Agency, Report};

/// The beginning of what a file of a report is called.
pub(super) fn of_report(agency: &Agency, report: &Report) -> String {
    format!("“{}”{} 年报告的", agency.name_on(report).value, report.year)
}
