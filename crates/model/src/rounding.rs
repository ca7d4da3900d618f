//! How figures are rounded wherever they are told: half up, as people reckon.

use rust_decimal::RoundingStrategy::MidpointAwayFromZero;

use crate::Decimal;

/// `value` with at most so many decimals; what lies in the middle goes away from 0: 6.25 is 6.3.
#[must_use]
pub fn rounded(value: Decimal, decimals: u32) -> Decimal {
    value.round_dp_with_strategy(decimals, MidpointAwayFromZero)
}

/// `part` in percent of `whole`, unrounded; `None` where the whole is 0.
#[must_use]
pub fn percent(part: Decimal, whole: Decimal) -> Option<Decimal> {
    part.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_goes_away_from_zero() {
        for (part, whole, told) in [(1, 16, "6.3"), (-1, 16, "-6.3"), (1, 8, "12.5"), (1, 3, "33.3"), (3, 16, "18.8")] {
            let share = percent(Decimal::from(part), Decimal::from(whole)).unwrap();
            assert_eq!(rounded(share, 1), told.parse().unwrap(), "{part} of {whole}");
        }
        assert_eq!(percent(Decimal::ONE, Decimal::ZERO), None);
    }
}
