//! What each agency brings to a sum: now, or when it was published.

use std::borrow::Cow;

use super::{CountedAgency, converted, parts};
use crate::{Agency, AgencyId, Figures, PublishedPart, Report};

/// What an agency brings to a report that is added up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contribution<'a> {
    /// Who brings it.
    pub agency: &'a AgencyId,
    /// Its name on the report that is counted.
    pub name: &'a str,
    /// Its figures, on the form of the sum.
    pub figures: Cow<'a, Figures>,
}

/// What each agency brings to a report that is added up, as its reports are now, in the official order; the office's own figures
/// (本级) come besides.
pub fn contributions<'a>(agency: &'a Agency, report: &Report) -> Vec<Contribution<'a>> {
    let parts = report.aggregation.iter().flat_map(|aggregation| parts(agency, aggregation, report.year));
    let contribution = |CountedAgency { agency, report: part }: CountedAgency<'a>| {
        let part = part?;
        let figures = converted(&part.figures, part.form, report.form);
        Some(Contribution { agency: &agency.id, name: &agency.name_on(part).value, figures })
    };
    parts.filter_map(contribution).collect()
}

/// The same as it was when the sum was published, if that was kept.
pub fn published_contributions<'a>(agency: &'a Agency, report: &'a Report) -> Vec<Contribution<'a>> {
    let kept = |PublishedPart { agency, name, figures }: &'a PublishedPart| Contribution {
        agency,
        name,
        figures: Cow::Borrowed(figures),
    };
    match report.published_sum() {
        Some(sum) => sum.parts.iter().map(kept).collect(),
        None => contributions(agency, report),
    }
}
