//! The list of all forms: reports that are there, and those that can be made.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use nianbao_builder::html::{FormList, FormListReport, FormListRow};
use nianbao_builder::percent_encoded;
use nianbao_model::completeness::{Owed, Unread};
use nianbao_model::initials::initials;
use nianbao_model::overview::{Overview, OverviewRow, Standing};
use nianbao_model::{Agency, AgencyId, Municipality};
use nianbao_workspace::Checked;
use nianbao_workspace::new::{owing, undecided};

use super::target::FOLDER;

/// The list: agencies by year, with the year that reports are due for. Requests that write have to show `token`.
pub(super) fn page(checked: &Checked, municipality: &Municipality, today: Date, token: &str) -> FormList {
    let findings = &checked.findings;
    let mut years: BTreeSet<i16> = municipality.reports().map(|(_, report)| report.year).collect();
    let faulty = findings.iter().filter(|finding| finding.agency.is_some()).filter_map(|finding| finding.year);
    years.extend(faulty.filter(|year| municipality.forms.of_year(*year).is_some() && *year <= today.year()));
    let due = today.year().saturating_sub(1);
    if municipality.forms.of_year(due).is_some() {
        years.insert(due);
    }
    let newest = years.last().copied();
    let mut owed = Owed::of(municipality, &Unread::of(findings));
    if let Some(newest) = newest {
        owed.ask_for(newest);
    }
    let of_year = |year| ListedYear::of(checked, municipality, &owed, (year, newest == Some(year)));
    let years: Vec<ListedYear> = years.into_iter().rev().map(of_year).collect();
    let row = |agency: &Agency| FormListRow {
        agency: agency.name.value.clone(),
        words: words(agency),
        address: nianbao_builder::address(&agency.id).to_owned(),
        folder: agency.id.as_str().to_owned(),
        depth: agency.id.as_str().split('/').filter(|step| !step.is_empty()).count(),
        reports: years.iter().map(|year| year.report(agency)).collect(),
    };
    let categories: BTreeSet<String> = municipality.agencies().filter_map(|agency| agency.category.clone()).collect();
    FormList {
        version: String::new(),
        title: "填写年度报告".to_owned(),
        token: token.to_owned(),
        due,
        is_new: municipality.root.children.is_empty() && municipality.reports().next().is_none(),
        categories: categories.into_iter().collect(),
        years: years.iter().map(|year| year.year).collect(),
        rows: municipality.agencies().map(row).collect(),
    }
}

/// What an agency is found by beside its name: other names, its folder, and the initials of all names.
fn words(agency: &Agency) -> String {
    let names = || agency.names().chain(agency.short_name.as_deref());
    let initials = names().map(initials);
    let words = names().map(str::to_owned).chain(initials).chain([agency.id.as_str().to_owned()]);
    words.collect::<BTreeSet<_>>().into_iter().collect::<Vec<_>>().join(" ")
}

/// A column of the list.
struct ListedYear<'a> {
    year: i16,
    rows: BTreeMap<&'a AgencyId, OverviewRow<'a>>,
    /// The agencies that lack a report if they have none: in the newest year those that one is made for where all are made, before
    /// that those that owe one.
    owing: BTreeSet<&'a AgencyId>,
    /// The governments that somebody has to decide on.
    undecided: BTreeSet<&'a AgencyId>,
}

impl<'a> ListedYear<'a> {
    /// Nobody is asked to decide on years before the newest, nor for reports of these that nothing says are owed: an agency may
    /// be new, or nobody means to bring in what was published then.
    fn of(checked: &Checked, municipality: &'a Municipality, owed: &Owed, (year, newest): (i16, bool)) -> Self {
        let overview = Overview::of(municipality, &checked.findings, Some(year));
        let rows = overview.into_iter().flat_map(|overview| overview.rows).map(|row| (&row.agency.id, row));
        let owing = if newest {
            owing(checked, municipality, year)
        } else {
            municipality.agencies().filter(|agency| owed.demands(agency, year)).collect()
        };
        let owing = owing.into_iter().map(|agency| &agency.id);
        let undecided = if newest { undecided(checked, municipality, year) } else { Vec::new() };
        let undecided = undecided.into_iter().map(|agency| &agency.id);
        Self { year, rows: rows.collect(), owing: owing.collect(), undecided: undecided.collect() }
    }

    fn report(&self, agency: &Agency) -> FormListReport {
        let year = self.year;
        let there = self.rows.get(&agency.id).filter(|row| row.standing != Standing::Missing);
        let begun = there.filter(|row| row.standing.is_begun());
        let missing = there.is_none() && self.owing.contains(&agency.id);
        let without = if missing { Standing::Missing.title() } else { "没有" };
        FormListReport {
            year,
            missing,
            offered: there.is_none() && self.undecided.contains(&agency.id),
            href: there.map(|_| format!("/{FOLDER}{}/{year}/", percent_encoded(nianbao_builder::address(&agency.id)))),
            state: there.map_or(without, |row| row.standing.title()).to_owned(),
            errors: begun.map_or(0, |row| row.errors),
            warnings: begun.map_or(0, |row| row.warnings),
        }
    }
}
