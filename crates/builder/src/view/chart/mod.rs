//! Charts: numbers turned into the places where templates draw them.

mod bars;
mod columns;

pub(crate) use bars::BarChart;
pub(crate) use columns::ColumnChart;

use nianbao_model::Decimal;
use nianbao_model::rounding::{self, rounded};

/// `value` as a share of `whole`, in percent with one decimal; nothing of nothing is 0.
pub(crate) fn percent(value: Decimal, whole: Decimal) -> Decimal {
    rounded(rounding::percent(value, whole).unwrap_or_default(), 1).normalize()
}
