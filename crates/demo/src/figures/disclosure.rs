//! Table 2: what is published of one's own accord.

use std::ops::AddAssign;

use crate::random::Random;
use crate::tree::{Agency, Kind};

/// Documents of one kind: issued, repealed, in force.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Documents {
    pub(crate) issued: u32,
    pub(crate) repealed: u32,
    pub(crate) in_force: u32,
}

impl Documents {
    /// The next year of a stock of about `usual` documents.
    fn after(self, usual: u32, random: &mut Random) -> Self {
        let issued = random.many(usual, 90);
        let repealed = random.many(self.in_force, 80);
        Self { issued, repealed, in_force: self.in_force + issued - repealed }
    }
}

impl AddAssign for Documents {
    fn add_assign(&mut self, other: Self) {
        self.issued += other.issued;
        self.repealed += other.repealed;
        self.in_force += other.in_force;
    }
}

/// The table.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Disclosure {
    pub(crate) regulations: Documents,
    pub(crate) documents: Documents,
    pub(crate) permits: u32,
    pub(crate) penalties: u32,
    pub(crate) measures: u32,
    /// In hundredths of 万元.
    pub(crate) fees: u64,
}

impl Disclosure {
    /// The year after `before`, or the first.
    pub(super) fn of(agency: &Agency, before: Option<&Self>, random: &mut Random) -> Self {
        let scale = agency.scale;
        // Only the city itself makes 规章.
        let regulations = if agency.kind == Kind::City { 24 } else { 0 };
        let stock = |usual| Documents { in_force: usual, ..Documents::default() };
        let first = Self { regulations: stock(regulations), documents: stock(scale.documents), ..Self::default() };
        let before = before.copied().unwrap_or(first);
        Self {
            regulations: before.regulations.after(regulations, random),
            documents: before.documents.after(scale.documents, random),
            permits: random.about(scale.permits, 25),
            penalties: random.about(scale.penalties, 30),
            measures: random.about(scale.measures, 30),
            fees: u64::from(random.about(scale.fees, 20)) * 100 + u64::from(cents(scale.fees, random)),
        }
    }
}

/// What is charged beyond whole 万元, where anything is.
fn cents(fees: u32, random: &mut Random) -> u32 {
    if fees == 0 { 0 } else { random.below(100) }
}

impl AddAssign<&Self> for Disclosure {
    fn add_assign(&mut self, other: &Self) {
        self.regulations += other.regulations;
        self.documents += other.documents;
        self.permits += other.permits;
        self.penalties += other.penalties;
        self.measures += other.measures;
        self.fees += other.fees;
    }
}
