//! Pointing at figures.

use crate::{Address, Diagnostic, Report, Span};

/// The finding, pointing at a figure of `report`, if any part of it was written.
pub(super) fn at_figure(finding: Diagnostic, report: &Report, address: &Address, text: &str) -> Diagnostic {
    match written(report, address) {
        Some(span) => finding.at(span, text),
        None => finding,
    }
}

/// The finding, showing a figure of `report` that explains it, if any part of it was written.
pub(super) fn see_figure(finding: Diagnostic, report: &Report, address: &Address, text: &str) -> Diagnostic {
    match written(report, address) {
        Some(span) => finding.see(span, text),
        None => finding,
    }
}

/// Where a figure was written: of a sum the first cell that is not 0, else the first one.
fn written(report: &Report, address: &Address) -> Option<Span> {
    let cells = || address.cells().filter_map(|place| report.figures.at(place));
    cells().filter(|cell| !cell.value.is_zero()).chain(cells()).find_map(|cell| cell.span)
}
