//! report.yaml of a new report.

use nianbao_model::Agency;
use nianbao_writer::{Style, Zeros};

use super::figures::Prepared;
use crate::new::head;

/// The text of report.yaml; each cell of the form that is not added up is there to be filled in.
pub(super) fn report(agency: &Agency, prepared: &Prepared) -> String {
    let report = &prepared.report;
    let has_own = report.aggregation.as_ref().is_none_or(|sum| !sum.own.is_empty());
    let style = Style { comments: true, zeros: if has_own { Zeros::Written } else { Zeros::AsGiven } };
    head::report(&agency.name_in(report.year).value, report.year, &prepared.notes)
        + &nianbao_writer::report(report, style)
}
