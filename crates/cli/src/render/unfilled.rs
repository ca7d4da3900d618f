//! The reports that nobody has begun, a line each.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use nianbao_loader::report_folder;
use nianbao_model::Municipality;
use nianbao_workspace::{Checked, ReportKey};

use crate::visible;

pub(super) fn render(checked: &Checked, unfilled: &BTreeSet<ReportKey>) -> String {
    if unfilled.is_empty() {
        return String::new();
    }
    let mut text = "尚未填写的报告，建好以后还没有动过；填写了一处以后，这里就列出还缺哪些：\n".to_owned();
    for (agency, report) in checked.municipality.iter().flat_map(Municipality::reports) {
        if unfilled.contains(&(agency.id.clone(), report.year)) {
            let name = visible::line(&agency.name_in(report.year).value).into_owned();
            let _ = writeln!(text, "  {name} {} 年：{}", report.year, report_folder(&agency.id, report.year));
        }
    }
    text + "\n"
}
