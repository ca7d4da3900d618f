//! Reports that nobody has begun to fill in: they are as they were made for the new year.

use std::collections::BTreeSet;

use crate::form::KeyNode;
use crate::{Address, AgencyId, Block, Cell, Diagnostic, Figures, Form, Municipality, Report, Severity, Status};

/// The drafts in which nothing was filled in yet: each figure that has to be looked up still waits, the others are 0 but for
/// what last year's hand on, no section has text, and nothing else was entered. `findings` are all there are: a report in
/// which anything is wrong was begun.
pub fn unfilled(municipality: &Municipality, findings: &[Diagnostic]) -> BTreeSet<(AgencyId, i16)> {
    let wrong = findings.iter().filter(|finding| finding.severity() == Severity::Error && !finding.is_unfinished());
    let wrong: BTreeSet<_> = wrong.filter_map(|finding| Some((finding.agency.as_ref()?, finding.year))).collect();
    let is_right = |agency, year| !wrong.contains(&(agency, Some(year))) && !wrong.contains(&(agency, None));
    let reports = municipality.reports().filter(|(_, report)| is_unfilled(report));
    let reports = reports.filter(|(agency, report)| is_right(&agency.id, report.year));
    reports.map(|(agency, report)| (agency.id.clone(), report.year)).collect()
}

/// The figures of a new report that can only be looked up, not reckoned from last year's: tables 2 and 4, and 本年新收, which all
/// results hang on.
pub fn looked_up(form: &'static Form) -> Vec<Address> {
    let applications = form.applications();
    let of_table_3 = applications.received.at(&applications.natural_person).block;
    let received = applications.applicants.iter().map(|applicant| applications.received.at(&applicant.columns));
    received.chain(typed(form.keys()).into_iter().filter(|address| address.block != of_table_3)).collect()
}

/// The cells that somebody types.
fn typed(key: &KeyNode) -> Vec<Address> {
    let own = key.address.clone().filter(|_| key.typed.is_some());
    own.into_iter().chain(key.children.iter().flat_map(typed)).collect()
}

/// Whether a report is as it was made for the new year.
pub(crate) fn is_unfilled(report: &Report) -> bool {
    report.status == Status::Draft
        && has_no_text(report)
        && has_no_entries(report)
        && has_no_figures(report.form, report.typed(), report.is_added_up())
}

fn has_no_text(report: &Report) -> bool {
    let blocks = report.narrative.sections.iter().flat_map(|section| &section.blocks);
    blocks.into_iter().all(|block| matches!(block, Block::Heading { .. }))
}

/// Whether nothing was written but figures and text.
fn has_no_entries(report: &Report) -> bool {
    let blank = Report::blank(report.year);
    report.title == blank.title
        && report.published == blank.published
        && report.source == blank.source
        && report.filing == blank.filing
        && report.signature == blank.signature
        && report.corrections == blank.corrections
        && report.notes == blank.notes
        && report.stated == blank.stated
        && report.acceptances == blank.acceptances
        && report.images.is_empty()
}

/// Whether the figures are those of a new report. Those of the office itself, beside a sum, may all be absent.
fn has_no_figures(form: &'static Form, figures: &Figures, is_beside_sum: bool) -> bool {
    if figures.is_empty() {
        return is_beside_sum;
    }
    let waiting = looked_up(form);
    let open: BTreeSet<_> = waiting.iter().filter_map(Address::cell).collect();
    let applications = form.applications();
    let carried =
        applications.applicants.iter().filter_map(|column| applications.carried_in.at(&column.columns).cell());
    let carried: BTreeSet<_> = carried.collect();
    open.iter().all(|place| figures.at(*place).is_some_and(Cell::waits))
        && figures.cells().all(|(place, cell)| {
            let is_zero = cell.value.is_zero() && cell.remark.is_none();
            open.contains(&place) || carried.contains(&place) || is_zero
        })
}
