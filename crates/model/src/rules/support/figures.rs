//! Pointing at figures.

use crate::{Address, Diagnostic, Report, Span};

/// The finding, pointing at a figure of `report`; at the top of the file if no part of the figure was written.
pub(in crate::rules) fn at_figure(finding: Diagnostic, report: &Report, address: &Address, text: &str) -> Diagnostic {
    match (written(report, address), report.figures.file()) {
        (Some(span), _) => finding.at(span, text),
        (None, Some(file)) => finding.at(Span::new(file, 0, 0), format!("{text}：没有写，按 0 计")),
        (None, None) => finding,
    }
}

/// The finding, showing a figure of `report` that explains it, if any part of it was written.
pub(in crate::rules) fn see_figure(finding: Diagnostic, report: &Report, address: &Address, text: &str) -> Diagnostic {
    match written(report, address) {
        Some(span) => finding.see(span, text),
        None => finding,
    }
}

/// Where a figure was written: of a sum the first cell that is not 0, else the first one.
fn written(report: &Report, address: &Address) -> Option<Span> {
    let cells = || address.cells().filter_map(|place| report.figures.at(place));
    let typed = cells().filter(|cell| !cell.value.is_zero()).chain(cells()).find_map(|cell| cell.span);
    // What is added up from below stands nowhere; it is owed to 汇总.
    typed.or(report.aggregation.as_ref().map(|aggregation| aggregation.span))
}
