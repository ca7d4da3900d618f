//! 汇总: reports whose tables are the sums of those below, cell by cell.
//!
//! A report adds up its office's own figures (本级) and one report of the same year of each agency that it counts.
//! Nothing is counted twice: an agency whose own report is added up counts with its whole, and nothing below it is
//! counted again. What is derived so has no place in any file. Where a report types its tables all the same, as one
//! does that was published, they stay, and the sum serves to check them.

mod breakdown;
mod conversion;
mod parts;
mod whole;

#[cfg(test)]
mod tests;

use crate::{Agency, Cell, Figures, Municipality, Report, Span, Spanned};

pub use breakdown::{Breakdown, Sum, Value};
pub(crate) use conversion::{Counterpart, converted, counterparts};
pub use parts::{CountedAgency, Misnamed, misnamed, parts};
pub use whole::{counted, counts_below, seems_whole};

/// How a report is added up.
#[derive(Debug, Clone, PartialEq, Eq)]
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
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scope {
    /// 全部下级: everyone below, but nobody below an agency whose own report is added up.
    All,
    /// 直属: those directly below.
    Direct,
    /// Those named, by folder or name, and nobody below them.
    Named(Vec<Spanned<String>>),
}

/// Puts the sums into all reports that are added up from below and do not type their tables.
pub fn fill(municipality: &mut Municipality) {
    fill_below(&mut municipality.root);
}

/// From the bottom up, since a sum may count other sums.
fn fill_below(agency: &mut Agency) {
    agency.children.iter_mut().for_each(fill_below);
    let derived = agency.reports.values().filter(|report| report.is_derived());
    let sums: Vec<(i16, Figures)> = derived.filter_map(|report| Some((report.year, sum(agency, report)?))).collect();
    for (year, figures) in sums {
        if let Some(report) = agency.reports.get_mut(&year) {
            report.figures = figures;
        }
    }
}

/// What a report that is added up comes to, on its own form.
pub fn sum(agency: &Agency, report: &Report) -> Option<Figures> {
    let aggregation = report.aggregation.as_ref()?;
    let mut sums = Figures::default();
    add(&mut sums, &aggregation.own);
    for (_, figures) in contributions(agency, report) {
        add(&mut sums, &figures);
    }
    Some(sums)
}

/// What each agency brings to a report that is added up, on the report's form, in the official order; its office's own figures
/// (本级) come besides.
pub fn contributions<'a>(agency: &'a Agency, report: &Report) -> Vec<(&'a Agency, Figures)> {
    let parts = report.aggregation.iter().flat_map(|aggregation| parts(agency, aggregation, report.year));
    let figures =
        |part: CountedAgency<'a>| Some((part.agency, converted(&part.report?.figures, part.report?.form, report.form)));
    parts.filter_map(figures).collect()
}

/// Adds to each cell. Zeros are left out, as where nothing was written.
fn add(sums: &mut Figures, figures: &Figures) {
    for (place, cell) in figures.cells().filter(|(_, cell)| !cell.value.is_zero()) {
        let before = sums.at(place).map(|cell| cell.value).unwrap_or_default();
        let value = before.saturating_add(cell.value);
        sums.put(place, Cell { value, ..Cell::default() });
    }
}
