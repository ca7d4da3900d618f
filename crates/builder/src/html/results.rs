//! The chart of how applications ended, of a report and of all reports of a year.

use crate::view::{BarChart, KeyFigures, Measure};

/// How applications ended; nothing where none did.
pub(super) fn results(year: i16, figures: &KeyFigures) -> Option<BarChart> {
    figures.get(Measure::Concluded).filter(|concluded| !concluded.is_zero())?;
    let line = |measure: Measure| (measure.label().to_owned(), None, figures.get(measure).unwrap_or_default());
    let chart = BarChart::new("results", format!("{year}年政府信息公开申请办理结果"), "办理结果", "件数".to_owned());
    Some(chart.with(Measure::RESULTS.map(line).to_vec()).of_parts())
}
