//! The chart of applications over the years, of the city and of each agency.

use crate::view::{ColumnChart, KeyFigures, Measure};

/// Applications received and concluded over `years`, the earliest first; nothing where there is nothing to compare. `name` is
/// whose they are, empty for the whole city.
pub(super) fn trend(name: &str, years: &[(i16, &KeyFigures)]) -> Option<ColumnChart> {
    let title = format!("{name}历年政府信息公开申请（件）");
    ColumnChart::new("trend", title, [Measure::Received, Measure::Concluded], years)
}
