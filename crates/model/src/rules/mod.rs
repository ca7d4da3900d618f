//! The rules that reports must satisfy, one a file: pure, from the model to findings.
//!
//! A [`Rule`] judges one report, with the year before beside it. A [`CityRule`] is asked once for the whole
//! municipality, so that what it needs for comparing is made once.

mod ambiguous;
mod balance;
mod carry_over;
mod characters;
mod claimed;
mod contradiction;
mod copied;
mod deadline;
mod fee_amount;
mod fee_statement;
mod figures;
mod half_width;
mod heading_number;
mod in_force;
mod leaps;
mod leftover_year;
mod measures;
mod misprint;
mod missing_unit;
mod no_date;
mod other_agency;
mod parts;
mod period;
mod placeholder;
mod problems;
mod published_early;
mod ratios;
mod rule;
mod sections;
mod split_number;
mod stated_totals;
mod written_years;

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use rayon::prelude::*;

use crate::{Agency, Code, Diagnostic, FileId, Municipality, Report, Severity};

use rule::{Case, City};
pub use rule::{CityRule, Rule};

/// Every rule on a single report, sorted by code.
pub fn all() -> &'static [&'static Rule] {
    static RULES: &[&Rule] = &[
        &balance::RULE,
        &problems::RULE,
        &measures::RULE,
        &fee_statement::RULE,
        &fee_amount::RULE,
        &deadline::RULE,
        &published_early::RULE,
        &no_date::RULE,
        &copied::LAST_YEAR,
        &contradiction::RULE,
        &ambiguous::RULE,
        &parts::RULE,
        &ratios::WRONG,
        &ratios::ROUNDED,
        &period::RULE,
        &leftover_year::RULE,
        &stated_totals::RULE,
        &half_width::RULE,
        &missing_unit::RULE,
        &misprint::RULE,
        &heading_number::RULE,
        &other_agency::RULE,
        &placeholder::RULE,
        &carry_over::OURS,
        &carry_over::ELSEWHERE,
        &in_force::RULE,
        &leaps::RULE,
    ];
    RULES
}

/// Every rule on all reports together, sorted by code.
pub fn of_city() -> &'static [&'static CityRule] {
    static RULES: [&CityRule; 1] = [&copied::ELSEWHERE];
    &RULES
}

/// The codes of all rules.
pub fn codes() -> impl Iterator<Item = &'static Code> {
    all().iter().map(|rule| &rule.code).chain(of_city().iter().map(|rule| &rule.code))
}

/// Checks every report against every rule, but for those whose figures reading found fault with: what
/// could not be read would be blamed a second time. `found` is what reading found.
pub fn check(municipality: &Municipality, found: &[Diagnostic]) -> Vec<Diagnostic> {
    let city = City { cases: cases(municipality, found) };
    let alone: Vec<Vec<Diagnostic>> = city.cases.par_iter().map(check_report).collect();
    let together = of_city().iter().flat_map(|rule| (rule.check)(&city));
    alone.into_iter().flatten().chain(together).collect()
}

fn cases<'a>(municipality: &'a Municipality, found: &[Diagnostic]) -> Vec<Case<'a>> {
    let faulty: BTreeSet<FileId> = found
        .iter()
        .filter(|finding| finding.severity() == Severity::Error && finding.code.kind.always_blocks())
        .filter_map(|finding| finding.place().map(|place| place.file))
        .collect();
    let read = |report: &&Report| report.figures.file().is_none_or(|file| !faulty.contains(&file));
    let readable: Vec<(&Agency, &Report)> = municipality.reports().filter(|(_, report)| read(report)).collect();
    let case = |(agency, report): &(&'a Agency, &'a Report)| {
        let last_year = agency.reports.get(&(report.year - 1)).filter(read);
        Case::new(report, agency, last_year)
    };
    readable.par_iter().map(case).collect()
}

fn check_report(case: &Case) -> Vec<Diagnostic> {
    all().iter().flat_map(|rule| (rule.check)(case)).map(|finding| case.about(finding)).collect()
}
