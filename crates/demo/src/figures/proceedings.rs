//! Table 4: reconsideration and litigation.

use std::ops::AddAssign;

use crate::random::Random;

/// How cases end, by the keys of their columns.
pub(crate) const OUTCOMES: [&str; 4] = ["结果维持", "结果纠正", "其他结果", "尚未审结"];
/// How often they end so.
const WEIGHTS: [u32; 4] = [58, 8, 22, 12];

/// Cases by their outcome.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Cases(pub(crate) [u32; 4]);

impl Cases {
    /// Those that `requests` lead to, so many of a thousand.
    fn of(requests: u32, thousandths: u32, random: &mut Random) -> Self {
        let mut cases = Self::default();
        for _ in 0..random.many(requests, thousandths) {
            cases.0[random.weighted(&WEIGHTS)] += 1;
        }
        cases
    }

    pub(crate) fn total(&self) -> u32 {
        self.0.iter().sum()
    }
}

impl AddAssign for Cases {
    fn add_assign(&mut self, other: Self) {
        self.0.iter_mut().zip(other.0).for_each(|(one, other)| *one += other);
    }
}

/// The table.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Proceedings {
    pub(crate) reconsideration: Cases,
    /// 未经复议直接起诉.
    pub(crate) direct: Cases,
    /// 复议后起诉.
    pub(crate) after: Cases,
}

impl Proceedings {
    pub(super) fn of(requests: u32, random: &mut Random) -> Self {
        Self {
            reconsideration: Cases::of(requests, 30, random),
            direct: Cases::of(requests, 5, random),
            after: Cases::of(requests, 9, random),
        }
    }

    /// Both kinds of suits.
    pub(crate) fn suits(&self) -> u32 {
        self.direct.total() + self.after.total()
    }
}

impl AddAssign<&Self> for Proceedings {
    fn add_assign(&mut self, other: &Self) {
        self.reconsideration += other.reconsideration;
        self.direct += other.direct;
        self.after += other.after;
    }
}
