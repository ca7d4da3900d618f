//! How far the reports of the whole city are, as a page and as CSV.

use std::collections::BTreeSet;

use jiff::civil::Date;
use nianbao_builder::data::status_csv;
use nianbao_builder::html::{Served, StatusPage};
use nianbao_model::Municipality;
use nianbao_model::completeness::{Owed, Unread};
use nianbao_model::overview::{Overview, Standing};
use nianbao_workspace::Checked;

/// The page that `query` asks for, if there is anything to show: `year=2024&standing=missing`.
pub(crate) fn page(checked: &Checked, query: &str, today: Date, version: &str) -> Option<StatusPage> {
    let municipality = checked.municipality.as_ref()?;
    let years = years(checked, municipality, today);
    let year = value(query, "year").and_then(|year| year.parse().ok()).filter(|year| years.contains(year));
    let only = value(query, "standing").and_then(|name| Standing::ALL.into_iter().find(|one| one.name() == name));
    let overview = Overview::of(municipality, &checked.findings, year)?;
    let served = Served { version: version.to_owned(), only, years: years.into_iter().collect() };
    Some(StatusPage::served(municipality, &overview, today, &served))
}

/// The CSV called `file`, `2024.csv`.
pub(crate) fn table(checked: &Checked, file: &str, today: Date) -> Option<String> {
    let municipality = checked.municipality.as_ref()?;
    let year = file.strip_suffix(".csv")?.parse().ok()?;
    years(checked, municipality, today).get(&year)?;
    Some(status_csv(&Overview::of(municipality, &checked.findings, Some(year))?, today))
}

/// The years that there are reports of, and the one that reports are due for.
fn years(checked: &Checked, municipality: &Municipality, today: Date) -> BTreeSet<i16> {
    let owed = Owed::of(municipality, &Unread::of(&checked.findings));
    let mut years: BTreeSet<i16> = owed.years().collect();
    let due = today.year().saturating_sub(1);
    if years.last().is_some_and(|newest| *newest < due) {
        years.insert(due);
    }
    years
}

/// What `query` says of `name`.
fn value<'a>(query: &'a str, name: &str) -> Option<&'a str> {
    query.split('&').find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='))
}
