//! The list of all forms.

use std::collections::BTreeSet;

use jiff::civil::Date;
use nianbao_builder::html::{FormList, FormListReport, FormListRow};
use nianbao_builder::percent_encoded;
use nianbao_model::overview::{Overview, OverviewRow, Standing};
use nianbao_model::{Agency, Diagnostic, Municipality};

use super::target::FOLDER;

/// The list: agencies by year, with the year that reports are due for. Requests that write have to show `token`.
pub(super) fn page(municipality: &Municipality, findings: &[Diagnostic], today: Date, token: &str) -> FormList {
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
        address: nianbao_builder::address(&agency.id).to_owned(),
        folder: agency.id.as_str().to_owned(),
        depth: agency.id.as_str().split('/').filter(|step| !step.is_empty()).count(),
        reports: overviews.iter().map(|(year, overview)| report(agency, (*year, due), overview.as_ref())).collect(),
    };
    let categories: BTreeSet<String> = municipality.agencies().filter_map(|agency| agency.category.clone()).collect();
    FormList {
        version: String::new(),
        title: "填写年度报告".to_owned(),
        token: token.to_owned(),
        due,
        is_new: municipality.root.children.is_empty() && municipality.reports().next().is_none(),
        categories: categories.into_iter().collect(),
        years: overviews.iter().map(|(year, _)| *year).collect(),
        rows: municipality.agencies().map(row).collect(),
    }
}

fn report(agency: &Agency, (year, due): (i16, i16), overview: Option<&Overview>) -> FormListReport {
    let rows = overview.map(|overview| overview.rows.as_slice()).unwrap_or_default();
    let row: Option<&OverviewRow> = rows.iter().find(|row| row.agency.id == agency.id);
    let there = row.filter(|row| row.standing != Standing::Missing);
    FormListReport {
        year,
        missing: there.is_none() && (row.is_some() || year == due && agency.duty.covers(year)),
        href: there.map(|_| format!("/{FOLDER}{}/{year}/", percent_encoded(nianbao_builder::address(&agency.id)))),
        state: row.map_or("没有", |row| row.standing.title()).to_owned(),
        errors: row.map_or(0, |row| row.errors),
        warnings: row.map_or(0, |row| row.warnings),
    }
}
