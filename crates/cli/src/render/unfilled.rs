//! The reports that nobody has begun: a line each, or how many there are.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use nianbao_loader::report_folder;
use nianbao_model::Municipality;
use nianbao_workspace::{Checked, ReportKey};

use crate::visible;

/// How they are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unfilled {
    /// Each by its name: somebody asks what is lacking.
    Listed,
    /// How many: somebody is busy with others.
    Counted,
}

impl Unfilled {
    pub(super) fn render(self, checked: &Checked, unfilled: &BTreeSet<ReportKey>) -> String {
        match self {
            _ if unfilled.is_empty() => String::new(),
            Self::Listed => listed(checked, unfilled),
            Self::Counted => counted(unfilled),
        }
    }
}

fn listed(checked: &Checked, unfilled: &BTreeSet<ReportKey>) -> String {
    let mut text = "尚未填写的报告，建好以后还没有动过；填写了一处以后，这里就列出还缺哪些：\n".to_owned();
    for (agency, report) in checked.municipality.iter().flat_map(Municipality::reports) {
        if unfilled.contains(&(agency.id.clone(), report.year)) {
            let name = visible::line(&agency.name_in(report.year).value).into_owned();
            let _ = writeln!(text, "  {name} {} 年：{}", report.year, report_folder(&agency.id, report.year));
        }
    }
    text + "\n"
}

fn counted(unfilled: &BTreeSet<ReportKey>) -> String {
    let mut years: BTreeMap<i16, usize> = BTreeMap::new();
    for (_, year) in unfilled {
        *years.entry(*year).or_default() += 1;
    }
    let counts = years.iter().rev().map(|(year, count)| format!("{year} 年 {count} 份"));
    let counts: Vec<String> = counts.collect();
    let newest = years.keys().next_back().map(|year| format!(" --year {year}")).unwrap_or_default();
    format!("尚未填写的报告：{}；nianbao status{newest} 列出是哪些。\n", counts.join("，"))
}
