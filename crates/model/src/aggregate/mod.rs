//! 汇总: reports whose tables are the sums of those below, cell by cell.
//!
//! A report adds up its office's own figures (本级) and one report of the same year of each agency that it counts.
//! Nothing is counted twice: an agency whose own report is added up counts with its whole, and nothing below it is
//! counted again. What is derived so has no place in any file. Where a report types its tables all the same, as one
//! does that was published, they stay, and the sum serves to check them.

mod breakdown;
mod contribution;
mod conversion;
mod parts;
mod whole;

#[cfg(test)]
mod tests;

use crate::figures::UNVERIFIED;
use crate::{Agency, Cell, Decimal, Figures, Municipality, Report, Span, Spanned};

pub use breakdown::{Breakdown, Sum, Value};
pub use contribution::{Contribution, contributions, published_contributions};
pub(crate) use conversion::{Counterpart, converted, counterparts};
pub use parts::{CountedAgency, Misnamed, misnamed, parts};
pub use whole::{counted, counts_below, seems_whole};

/// How a report is added up.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Aggregation {
    /// Whose reports are counted.
    pub scope: Scope,
    /// Where that is written.
    pub span: Span,
    /// 本级: the office's own figures, on the report's form.
    pub own: Figures,
    /// Whether the report types its tables too: then they are what is published, and only checked against the sum.
    pub typed: bool,
}

/// Whose reports are counted.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Scope {
    /// 全部下级: everyone below, but nobody below an agency whose own report is added up.
    All,
    /// 直属: those directly below.
    Direct,
    /// Those named, by folder or name, and nobody below them.
    Named(Vec<Spanned<String>>),
}

/// Puts the sums into all reports that are added up from below and do not type their tables: those that they were published
/// with, if these were kept.
pub fn fill(municipality: &mut Municipality) {
    fill_below(&mut municipality.root);
}

/// From the bottom up, since a sum may count other sums.
fn fill_below(agency: &mut Agency) {
    agency.children.iter_mut().for_each(fill_below);
    let added_up = agency.reports.values().filter(|report| report.is_added_up());
    let figures = |report: &Report| match report.published_sum() {
        Some(published) => Some(published.figures.clone()),
        None => sum(agency, report),
    };
    let sums: Vec<(i16, Figures)> = added_up.filter_map(|report| Some((report.year, figures(report)?))).collect();
    for (year, figures) in sums {
        if let Some(report) = agency.reports.get_mut(&year) {
            report.figures = figures;
        }
    }
}

/// What a report that is added up comes to now, on its own form.
pub fn sum(agency: &Agency, report: &Report) -> Option<Figures> {
    let aggregation = report.aggregation.as_ref()?;
    let mut sums = below(agency, report);
    add(&mut sums, &aggregation.own);
    Some(sums)
}

/// What the reports that such a report counts come to now, on its form, without the office's own figures.
pub(crate) fn below(agency: &Agency, report: &Report) -> Figures {
    let mut sums = Figures::default();
    for part in contributions(agency, report) {
        add(&mut sums, &part.figures);
    }
    sums
}

/// Adds to each cell. Zeros are left out, as where nothing was written; what is not known in a part is not known in the sum.
fn add(sums: &mut Figures, figures: &Figures) {
    for (place, cell) in figures.cells().filter(|(_, cell)| !cell.value.is_zero() || !cell.is_known()) {
        let (before, known) = sums.at(place).map_or((Decimal::ZERO, true), |before| (before.value, before.is_known()));
        let value = before.saturating_add(cell.value);
        let written = (!known || !cell.is_known()).then(|| UNVERIFIED.to_owned());
        sums.put(place, Cell { value, written, ..Cell::default() });
    }
}
