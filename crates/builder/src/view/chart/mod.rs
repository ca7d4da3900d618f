//! Charts: numbers turned into the places where templates draw them.

mod bars;
mod columns;

pub(crate) use bars::BarChart;
pub(crate) use columns::ColumnChart;

use nianbao_model::Decimal;

/// `value` as a share of `whole`, in percent with one decimal; nothing of nothing is 0.
pub(crate) fn percent(value: Decimal, whole: Decimal) -> Decimal {
    let share = value.checked_mul(Decimal::ONE_HUNDRED).and_then(|value| value.checked_div(whole));
    share.unwrap_or_default().round_dp(1).normalize()
}
