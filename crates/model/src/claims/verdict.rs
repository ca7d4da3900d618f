//! What comes of holding a claim against the tables.

use super::Reading;
use crate::Decimal;

/// What comes of holding a claim against the tables.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// A legitimate reading fits.
    Right,
    /// There is nothing to compare with: no report of last year, no such figure on the form.
    Open,
    /// No reading fits.
    Wrong(Vec<Reading>),
    /// Whether it is wrong is for a person to judge.
    Doubtful(Vec<Reading>),
    /// A ratio or a difference that the figures do not give: what they give instead, the nearest first.
    Off(Vec<Computed>),
    /// A ratio that is off by no more than careless rounding.
    Slip(Vec<Computed>),
    /// Fees that are said not to have been charged: how much was, in 元.
    Charged(Decimal),
    /// Parts that do not add up: their sum.
    Unequal(Decimal),
}

/// What the tables give instead, with the sum written out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Computed {
    /// In percent, or for a difference a number of requests or cases; negative for a decrease.
    pub value: Decimal,
    /// How it is reckoned: `(3646 − 3607) ÷ 3607`.
    pub sum: String,
}
