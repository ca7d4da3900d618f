//! What a narrative claims about the tables.

use std::ops::Range;

use super::{Amount, Measure, Ratio};
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
    /// Whether the words leave open what is counted.
    pub doubt: Doubt,
}

/// Whether the words of a claim leave open what is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doubt {
    /// There is only one thing that they can mean.
    None,
    /// They may mean something else: a mismatch is for a person to judge.
    Some,
    /// They name another body, which may be the one that reports: a mismatch says nothing.
    Elsewhere,
    /// They are one of several that may be the parts of one whole, to which they come together: 局机关受理 56 件，所属单位受理
    /// 3469 件.
    Together(Decimal),
    /// They speak of cases about earlier requests, which are all the cases where there were no requests this year:
    /// otherwise a mismatch is for a person to judge.
    EarlierRequests,
}

impl From<bool> for Doubt {
    fn from(doubtful: bool) -> Self {
        if doubtful { Self::Some } else { Self::None }
    }
}

/// What a claim says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Says {
    /// A number of requests or cases, or an amount of fees, of this year: 收到申请 12 件.
    Count {
        /// What is counted.
        measure: Measure,
        /// The figure that the prose gives, fees in 万元.
        value: Amount,
    },
    /// The same for the year before: 上年收到 10 件.
    Before {
        /// What is counted.
        measure: Measure,
        /// The figure that the prose gives, fees in 万元.
        value: Amount,
    },
    /// These requests, or all where no number is given, were concluded or answered.
    Finished {
        /// The requests that are said to be finished: what they were counted as, and how many; `None` for all.
        requests: Option<(Measure, Decimal)>,
        /// Whether they are said to be answered (答复) rather than concluded (办结).
        answered: bool,
    },
    /// There were none: 未收到申请.
    None {
        /// What there was none of.
        measure: Measure,
    },
    /// Growth or decrease against last year in percent of last year's figure: 同比增长 12%.
    Growth {
        /// What grew.
        measure: Measure,
        /// This year's figure; `None` where the prose does not give it.
        value: Option<Decimal>,
        /// The growth as written, negative for a decrease.
        ratio: Ratio,
    },
    /// The difference to last year in numbers: 比上年增加 39 件.
    Change {
        /// What changed.
        measure: Measure,
        /// This year's figure; `None` where the prose does not give it.
        value: Option<Decimal>,
        /// The difference.
        by: Amount,
        /// Whether it is a decrease.
        less: bool,
    },
    /// A part of a whole in percent: 占 33.3%.
    Share {
        /// What the part counts.
        measure: Measure,
        /// The part's figure; `None` where the prose does not give it.
        value: Option<Decimal>,
        /// The whole that the clause names; `None` where it names none.
        of: Option<Measure>,
        /// The figures of the same sentence that may be the whole.
        wholes: Vec<Decimal>,
        /// The share as written.
        ratio: Ratio,
    },
    /// No fees were charged for requests, while the prose names an amount elsewhere: 未收取信息处理费.
    NotCharged {
        /// The amount, in 元.
        amount: Decimal,
    },
    /// Parts that explain a whole: 12 件（网络 8 件、信函 4 件）.
    Parts {
        /// The figure of the whole.
        value: Decimal,
        /// The figures of the parts, in the order written.
        parts: Vec<Decimal>,
    },
}
