//! The rules that a report must satisfy, one a file: pure, from the model to findings.

mod balance;
mod carry_over;
mod characters;
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
mod period;
mod placeholder;
mod problems;
mod published_early;
mod rule;
mod sections;
mod stated_totals;
mod written_years;

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use crate::{Diagnostic, FileId, Municipality, Prose, Report, Severity};

use rule::Case;
pub use rule::Rule;

/// Every rule, sorted by code.
pub fn all() -> &'static [&'static Rule] {
    static RULES: [&Rule; 21] = [
        &balance::RULE,
        &problems::RULE,
        &measures::RULE,
        &fee_statement::RULE,
        &fee_amount::RULE,
        &deadline::RULE,
        &published_early::RULE,
        &no_date::RULE,
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
    &RULES
}

/// Checks every report against every rule, but for those whose figures reading found fault with: what
/// could not be read would be blamed a second time. `found` is what reading found.
pub fn check(municipality: &Municipality, found: &[Diagnostic]) -> Vec<Diagnostic> {
    let faulty: BTreeSet<FileId> = found
        .iter()
        .filter(|finding| finding.severity() == Severity::Error && finding.code.kind.always_blocks())
        .filter_map(|finding| finding.place().map(|place| place.file))
        .collect();
    let read = |report: &&Report| report.figures.file().is_none_or(|file| !faulty.contains(&file));
    municipality
        .reports()
        .filter(|(_, report)| read(report))
        .flat_map(|(agency, report)| {
            let last_year = agency.reports.get(&(report.year - 1)).filter(read);
            let prose = Prose::of(&report.narrative, &report.figures);
            check_report(&Case { municipality, report, agency, last_year, prose })
        })
        .collect()
}

fn check_report(case: &Case) -> Vec<Diagnostic> {
    let findings = all().iter().flat_map(|rule| (rule.check)(case));
    findings
        .map(|finding| Diagnostic { agency: Some(case.agency.id.clone()), year: Some(case.report.year), ..finding })
        .collect()
}
