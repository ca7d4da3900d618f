//! What a narrative claims about the tables.

use std::ops::Range;

use super::{Measure, Ratio};
use crate::Decimal;

/// A claim and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// The number of its passage in the prose.
    pub passage: usize,
    /// The figure, or the words that stand for one: bytes of the passage's text.
    pub figure: Range<usize>,
    /// The figure with the words that make it a claim: bytes of the passage's text.
    pub quote: Range<usize>,
    /// What it says.
    pub says: Says,
    /// Whether the words leave open what is counted: a mismatch is then for a person to judge.
    pub doubtful: bool,
}

/// What a claim says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Says {
    /// So many.
    Count {
        /// Of what.
        measure: Measure,
        /// How many.
        value: Decimal,
    },
    /// So many last year.
    Before {
        /// Of what.
        measure: Measure,
        /// How many.
        value: Decimal,
    },
    /// These requests, or all where no number is given, were concluded or answered.
    Finished {
        /// How many, and counted as what.
        requests: Option<(Measure, Decimal)>,
        /// Answered (答复) rather than concluded (办结).
        answered: bool,
    },
    /// None at all.
    None {
        /// Of what.
        measure: Measure,
    },
    /// More or less than last year by so many percent of last year's.
    Growth {
        /// Of what.
        measure: Measure,
        /// This year's figure, where the prose has it.
        value: Option<Decimal>,
        /// By how much, negative for a decrease.
        ratio: Ratio,
    },
    /// More or less than last year by so many.
    Change {
        /// Of what.
        measure: Measure,
        /// This year's figure, where the prose has it.
        value: Option<Decimal>,
        /// By how many, negative for a decrease.
        by: Decimal,
    },
    /// So many percent of a whole.
    Share {
        /// The part.
        measure: Measure,
        /// The part's figure, where the prose has it.
        value: Option<Decimal>,
        /// What the clause says it is a share of.
        of: Option<Measure>,
        /// Wholes that the same sentence names.
        wholes: Vec<Decimal>,
        /// How much.
        ratio: Ratio,
    },
    /// Parts in brackets that explain a whole.
    Parts {
        /// The whole.
        value: Decimal,
        /// The parts, in the order written.
        parts: Vec<Decimal>,
    },
}
