//! 信息处理费, of which only the prose tells.

use std::ops::AddAssign;

use crate::random::Random;

/// What was charged for requests.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Fees {
    pub(crate) requests: u32,
    /// 元.
    pub(crate) amount: u32,
}

impl Fees {
    /// Rarely any.
    pub(super) fn of(requests: u32, random: &mut Random) -> Self {
        let requests = if requests >= 40 && random.chance(20) { random.between(1, 4) } else { 0 };
        Self { requests, amount: (0..requests).map(|_| 10 * random.between(3, 90)).sum() }
    }
}

impl AddAssign<&Self> for Fees {
    fn add_assign(&mut self, other: &Self) {
        self.requests += other.requests;
        self.amount += other.amount;
    }
}
