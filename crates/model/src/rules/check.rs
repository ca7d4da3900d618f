//! All rules on all reports.

use jiff::civil::Date;
use rayon::prelude::*;

use super::city;
use super::registry::{all, of_city};
use super::rule::{Case, City};
use crate::completeness::{Unread, lacking};
use crate::diagnostic::Findings;
use crate::{Agency, AgencyId, Diagnostic, Municipality, Report};

/// Checks every report against every rule, but for those whose figures reading found fault with: what
/// could not be read would be blamed a second time. `found` is what reading found, `today` decides what is late.
pub fn check(municipality: &Municipality, found: &[Diagnostic], today: Date) -> Vec<Diagnostic> {
    let unread = Unread::of(found);
    let city = City { municipality, unread: &unread, today, cases: cases(municipality, &unread) };
    let alone: Vec<Vec<Diagnostic>> = city.cases.par_iter().map(check_report).collect();
    let together = of_city().flat_map(|rule| (rule.check)(&city));
    alone.into_iter().flatten().chain(together).collect()
}

/// What keeps a publication from being complete (`build --complete`): each report that is owed, and is missing, being written
/// or not to be read, is an error. `found` is what reading found.
pub fn absent(municipality: &Municipality, found: &[Diagnostic]) -> Vec<Diagnostic> {
    city::absent(municipality, &Unread::of(found))
}

/// What the rules on a single report find in it.
pub(super) fn check_report(case: &Case) -> Vec<Diagnostic> {
    let mut findings = Findings::default();
    findings.extend(all().flat_map(|rule| (rule.check)(case)).map(|finding| case.about(finding)));
    findings.finish()
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
