//! Which reports count those below them, whoever asks: overviews that add up a year, and the rule on what is counted twice.

use super::{CountedAgency, add, converted, parts};
use crate::{Agency, Figures, Report};

/// Whether the tables of a report hold those of the agencies below: it is added up from them (汇总), or
/// [seems](seems_whole) to be.
pub fn counts_below(agency: &Agency, report: &Report) -> bool {
    report.aggregation.is_some() || seems_whole(agency, report)
}

/// Whether typed tables without 汇总 look as if they held those of the agencies below: some of these have reports, with figures,
/// and in no cell do they come to more.
pub fn seems_whole(agency: &Agency, report: &Report) -> bool {
    if report.aggregation.is_some() {
        return false;
    }
    let mut below = Figures::default();
    for part in agency.children.iter().flat_map(|child| counted(child, report.year)) {
        if let Some(found) = part.report {
            add(&mut below, &converted(&found.figures, found.form, report.form));
        }
    }
    let typed = |place| report.figures.at(place).map(|cell| cell.value).unwrap_or_default();
    !below.is_empty() && below.cells().all(|(place, cell)| cell.value <= typed(place))
}

/// The reports of `year` of an agency and of those below it that hold everything once: its own, and those below unless its own
/// [counts](counts_below) them.
pub fn counted(agency: &Agency, year: i16) -> Vec<CountedAgency<'_>> {
    let own = parts::part(agency, year);
    let whole = own.report.is_some_and(|report| counts_below(agency, report));
    let below = agency.children.iter().filter(|_| !whole).flat_map(|child| counted(child, year));
    own.report.map(|_| own).into_iter().chain(below).collect()
}
