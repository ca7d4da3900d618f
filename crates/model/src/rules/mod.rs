//! The rules that a report must satisfy, one a file: pure, from the model to findings.

mod balance;
mod stated_totals;

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use crate::{Agency, Code, Diagnostic, FileId, Municipality, Report, Severity};

/// A rule: what it is about, and how it is checked.
pub struct Rule {
    /// Its code with its explanation.
    pub code: Code,
    check: fn(&Case) -> Vec<Diagnostic>,
}

/// What a rule sees of a report.
pub(crate) struct Case<'a> {
    report: &'a Report,
    /// The report's agency.
    agency: &'a Agency,
}

/// Every rule, sorted by code.
pub fn all() -> &'static [&'static Rule] {
    static RULES: [&Rule; 2] = [&balance::RULE, &stated_totals::RULE];
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
    municipality
        .reports()
        .filter(|(_, report)| report.figures.file().is_none_or(|file| !faulty.contains(&file)))
        .flat_map(|(agency, report)| check_report(&Case { report, agency }))
        .collect()
}

fn check_report(case: &Case) -> Vec<Diagnostic> {
    let findings = all().iter().flat_map(|rule| (rule.check)(case));
    findings
        .map(|finding| Diagnostic { agency: Some(case.agency.id.clone()), year: Some(case.report.year), ..finding })
        .collect()
}
