//! The reports of a year, for programs: version 1.

use std::collections::BTreeMap;

use jiff::civil::Date;
use nianbao_model::overview::{Overview, OverviewRow, Standing};
use serde::Serialize;

use crate::json;

#[derive(Serialize)]
struct Status<'a> {
    version: u8,
    year: i16,
    today: String,
    reports: Vec<Report<'a>>,
    /// The words of lists that fit no folder.
    without_folder: &'a [&'a str],
    /// How many reports are that far.
    summary: BTreeMap<&'static str, usize>,
    /// Of these, those without errors that have warnings.
    with_warnings: BTreeMap<&'static str, usize>,
}

#[derive(Serialize)]
struct Report<'a> {
    agency: &'a str,
    name: &'a str,
    status: &'static str,
    errors: usize,
    warnings: usize,
    deadline: Option<String>,
    days_left: Option<i32>,
}

pub(super) fn render(overview: &Overview, today: Date) -> String {
    let document = Status {
        version: 1,
        year: overview.year,
        today: today.to_string(),
        reports: overview.rows.iter().map(|row| report(row, today)).collect(),
        without_folder: &overview.without_folder,
        summary: by_standing(|standing| overview.count(standing)),
        with_warnings: by_standing(|standing| overview.count_warned(standing)),
    };
    json::document(&document)
}

fn by_standing(count: impl Fn(Standing) -> usize) -> BTreeMap<&'static str, usize> {
    Standing::ALL.into_iter().map(|standing| (standing.name(), count(standing))).collect()
}

fn report<'a>(row: &OverviewRow<'a>, today: Date) -> Report<'a> {
    Report {
        agency: row.agency.id.as_str(),
        name: &row.agency.name.value,
        status: row.standing.name(),
        errors: row.errors,
        warnings: row.warnings,
        deadline: row.deadline.map(|day| day.to_string()),
        days_left: row.days_left(today),
    }
}
