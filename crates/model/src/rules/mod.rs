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
mod counted_twice;
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
mod misnamed;
mod misprint;
mod missing_unit;
mod no_date;
mod other_agency;
mod owed;
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
mod summed;
mod undivided;
mod written_years;

#[cfg(test)]
mod tests;

use rayon::prelude::*;

use crate::completeness::{Unread, lacking};
use crate::{Agency, AgencyId, Code, Diagnostic, Municipality, Report};

pub use deadline::deadline;
pub(crate) use deadline::is_government;
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
    static RULES: &[&CityRule] =
        &[&copied::ELSEWHERE, &summed::RULE, &owed::RULE, &misnamed::RULE, &undivided::RULE, &counted_twice::RULE];
    RULES
}

/// The codes of all rules.
pub fn codes() -> impl Iterator<Item = &'static Code> {
    all().iter().map(|rule| &rule.code).chain(of_city().iter().map(|rule| &rule.code))
}

/// Checks every report against every rule, but for those whose figures reading found fault with: what
/// could not be read would be blamed a second time. `found` is what reading found.
pub fn check(municipality: &Municipality, found: &[Diagnostic]) -> Vec<Diagnostic> {
    let unread = Unread::of(found);
    let city = City { municipality, unread: &unread, cases: cases(municipality, &unread) };
    let alone: Vec<Vec<Diagnostic>> = city.cases.par_iter().map(check_report).collect();
    let together = of_city().iter().flat_map(|rule| (rule.check)(&city));
    alone.into_iter().flatten().chain(together).collect()
}

fn cases<'a>(municipality: &'a Municipality, unread: &Unread) -> Vec<Case<'a>> {
    let merged = merged(municipality);
    let whole: Vec<(&Agency, &Report)> =
        municipality.reports().filter(|(agency, report)| is_whole(agency, report, unread)).collect();
    let case = |(agency, report): &(&'a Agency, &'a Report)| {
        let last_year = agency.reports.get(&(report.year - 1)).filter(|report| is_whole(agency, report, unread));
        let merged = merged.iter().filter(|(successor, until, _)| *successor == agency.id && until + 1 == report.year);
        let last_reports = merged
            .filter_map(|(_, until, merged)| Some((*merged, merged.reports.get(until)?)))
            .filter(|(merged, report)| is_whole(merged, report, unread));
        Case { merged: last_reports.collect(), ..Case::new(report, agency, last_year) }
    };
    whole.par_iter().map(case).collect()
}

/// The agencies that became part of others: of whom, after which year, who.
fn merged(municipality: &Municipality) -> Vec<(AgencyId, i16, &Agency)> {
    let ended = municipality.agencies().filter_map(|agency| {
        let successor = municipality.successor(agency)?;
        Some((successor.id.clone(), agency.duty.until?, agency))
    });
    ended.collect()
}

/// Whether all figures of a report are there to be judged: read, and where they are added up, nothing lacking.
fn is_whole(agency: &Agency, report: &Report, unread: &Unread) -> bool {
    !unread.holds(agency, report) && (!report.is_derived() || lacking(agency, report, unread).is_empty())
}

fn check_report(case: &Case) -> Vec<Diagnostic> {
    all().iter().flat_map(|rule| (rule.check)(case)).map(|finding| case.about(finding)).collect()
}
