//! Figures as prose gives them: exact, rounded to the digits written, or approximate.

use crate::Decimal;

/// A number as written, and what it may stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Amount {
    /// The number as written, in the unit of its table.
    pub value: Decimal,
    /// How exactly it is meant.
    pub precision: Precision,
}

/// How exactly a number is meant. Units are one in the last digit that is not 0 unless said otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Precision {
    /// This number and no other.
    Exact,
    /// Rounded or cut off at the last digit written, one in which is given: 3.18 万件.
    Written(Decimal),
    /// 约: rounded, to half a unit.
    About(Decimal),
    /// 余, 多: as much, and less than a unit more.
    Over(Decimal),
    /// 近: less, by no more than half a unit.
    Nearly(Decimal),
    /// 超过, 突破.
    Above,
    /// 不足.
    Below,
}

/// How exactly a number is meant, given one in its last digit.
pub(super) type Precise = fn(Decimal) -> Precision;

impl Amount {
    /// `value` as written, one in whose last digit is `step` where that is not one; with what 余 or 近 make of it.
    pub(super) fn of(value: Decimal, step: Option<Decimal>, approximate: Option<Precise>) -> Self {
        let precision = match (approximate, step) {
            (Some(precise), _) => precise(last_unit(value)),
            (None, Some(step)) => Precision::Written(step),
            (None, None) => Precision::Exact,
        };
        Self { value, precision }
    }

    /// This number and no other.
    #[must_use]
    pub fn exact(value: Decimal) -> Self {
        Self { value, precision: Precision::Exact }
    }

    /// The number, if no other is meant.
    #[must_use]
    pub fn if_exact(self) -> Option<Decimal> {
        (self.precision == Precision::Exact).then_some(self.value)
    }

    /// Whether it may stand for `actual`.
    #[must_use]
    pub fn fits(self, actual: Decimal) -> bool {
        let more = actual - self.value;
        match self.precision {
            Precision::Exact => more.is_zero(),
            Precision::Written(step) => more.abs() < step,
            Precision::About(unit) => more.abs() + more.abs() <= unit,
            Precision::Over(unit) => Decimal::ZERO <= more && more < unit,
            Precision::Nearly(unit) => more < Decimal::ZERO && -(more + more) <= unit,
            Precision::Above => more > Decimal::ZERO,
            Precision::Below => more < Decimal::ZERO,
        }
    }

    /// Whether it may stand for a part of `whole`.
    #[must_use]
    pub fn fits_within(self, whole: Decimal) -> bool {
        self.value <= whole || self.fits(whole)
    }
}

/// One in the last digit of `value` that is not 0: 100 for 3700, 0.1 for 2.9.
fn last_unit(value: Decimal) -> Decimal {
    let mut rest = value.normalize();
    let mut unit = Decimal::new(1, rest.scale());
    let ten = Decimal::TEN;
    while rest.is_integer() && !rest.is_zero() && (rest % ten).is_zero() {
        rest /= ten;
        unit *= ten;
    }
    unit
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn approximate_figures_have_their_range() {
        let fits = |value: i64, precision: fn(Decimal) -> Precision, actual: i64| {
            let value = Decimal::from(value);
            Amount { value, precision: precision(last_unit(value)) }.fits(Decimal::from(actual))
        };
        assert!(fits(3500, Precision::Over, 3525) && fits(3500, Precision::Over, 3500));
        assert!(!fits(3700, Precision::Over, 3525) && !fits(3400, Precision::Over, 3525));
        assert!(!fits(4000, Precision::Over, 3525));
        assert!(fits(4000, Precision::Nearly, 3955) && !fits(3500, Precision::Nearly, 3525));
        assert!(!fits(4000, Precision::Nearly, 3100) && !fits(4000, Precision::Nearly, 4000));
        assert!(fits(3500, Precision::About, 3525) && !fits(3500, Precision::About, 3551));
        assert!(fits(3500, |_| Precision::Above, 3525) && !fits(3525, |_| Precision::Above, 3525));
    }

    #[test]
    fn the_last_unit_is_that_of_the_last_digit() {
        for (value, unit) in
            [("3700", "100"), ("4000", "1000"), ("2.9", "0.1"), ("1947", "1"), ("10", "10"), ("0", "1")]
        {
            assert_eq!(last_unit(value.parse().unwrap()), unit.parse().unwrap(), "{value}");
        }
    }
}
