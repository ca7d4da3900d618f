//! The list of all forms.

use std::collections::BTreeSet;

use jiff::civil::Date;
use nianbao_builder::html::{FormList, FormListReport, FormListRow};
use nianbao_builder::percent_encoded;
use nianbao_model::overview::{Overview, OverviewRow};
use nianbao_model::{Agency, Diagnostic, Municipality};

use super::target::FOLDER;

/// The list: agencies by year, with the year that reports are due for.
pub(super) fn page(municipality: &Municipality, findings: &[Diagnostic], today: Date) -> FormList {
    let mut years: BTreeSet<i16> = municipality.reports().map(|(_, report)| report.year).collect();
    let faulty = findings.iter().filter(|finding| finding.agency.is_some()).filter_map(|finding| finding.year);
    years.extend(faulty.filter(|year| municipality.forms.of_year(*year).is_some() && *year <= today.year()));
    let due = today.year().saturating_sub(1);
    if municipality.forms.of_year(due).is_some() {
        years.insert(due);
    }
    let overviews: Vec<(i16, Option<Overview>)> =
        years.iter().rev().map(|year| (*year, Overview::of(municipality, findings, Some(*year)))).collect();
    let row = |agency: &Agency| FormListRow {
        agency: agency.name.value.clone(),
        depth: agency.id.as_str().split('/').filter(|step| !step.is_empty()).count(),
        reports: overviews.iter().map(|(year, overview)| report(agency, *year, overview.as_ref())).collect(),
    };
    FormList {
        version: String::new(),
        title: "填写年度报告".to_owned(),
        years: overviews.iter().map(|(year, _)| *year).collect(),
        rows: municipality.agencies().map(row).collect(),
    }
}

fn report(agency: &Agency, year: i16, overview: Option<&Overview>) -> FormListReport {
    let rows = overview.map(|overview| overview.rows.as_slice()).unwrap_or_default();
    let row: Option<&OverviewRow> = rows.iter().find(|row| row.agency.id == agency.id);
    FormListReport {
        year,
        href: row.map(|_| format!("/{FOLDER}{}/{year}/", percent_encoded(nianbao_builder::address(&agency.id)))),
        state: row.map(|row| row.standing.title().to_owned()).unwrap_or_default(),
        errors: row.map_or(0, |row| row.errors),
        warnings: row.map_or(0, |row| row.warnings),
    }
}
