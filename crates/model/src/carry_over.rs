//! From one year's report to the next: what was left over (结转下年度) is what is carried in (上年结转).

use crate::{Agency, Cell, Decimal, Form, Municipality, Report};

/// A blank report of `year` on `form` whose 上年结转 is what the reports `before` it carried out, column by column.
pub fn carried_over(form: &'static Form, year: i16, before: &[&Report]) -> Report {
    let mut report = Report { form, ..Report::blank(year) };
    let now = form.applications();
    for applicant in &now.applicants {
        let carried_out = before.iter().filter_map(|before| {
            let then = before.form.applications();
            then.applicant(applicant.key).map(|columns| before.figure(&then.carried_out.at(columns)))
        });
        let sum = carried_out.reduce(Decimal::saturating_add);
        if let Some(value) = sum {
            report.figures.set(&now.carried_in.at(&applicant.columns), Cell { value, ..Cell::default() });
        }
    }
    report
}

/// The reports that what `agency` carries into `year` comes from: its own of the year before, and the last of each agency that
/// became part of it then (并入).
pub fn reports_before<'a>(
    municipality: &'a Municipality,
    agency: &'a Agency,
    year: i16,
) -> Vec<(&'a Agency, &'a Report)> {
    let Some(last) = year.checked_sub(1) else { return Vec::new() };
    let merged = municipality.agencies().filter(|other| {
        other.duty.until == Some(last) && municipality.successor(other).is_some_and(|found| found.id == agency.id)
    });
    let all = std::iter::once(agency).chain(merged.filter(|other| other.id != agency.id));
    all.filter_map(|agency| Some((agency, agency.reports.get(&last)?))).collect()
}
