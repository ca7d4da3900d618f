//! The figures of all agencies, year after year.

use std::ops::AddAssign;

use super::{Disclosure, Fees, Line, Proceedings, Requests};
use crate::random::Random;
use crate::tree::{Agency, Kind};

/// The tables of one report.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Figures {
    pub(crate) disclosure: Disclosure,
    pub(crate) requests: Requests,
    pub(crate) proceedings: Proceedings,
    pub(crate) fees: Fees,
}

impl AddAssign<&Self> for Figures {
    fn add_assign(&mut self, other: &Self) {
        self.disclosure += &other.disclosure;
        self.requests += &other.requests;
        self.proceedings += &other.proceedings;
        self.fees += &other.fees;
    }
}

/// What each agency does itself, year by year; a government its own office.
pub(crate) fn of_years(agencies: &[Agency], years: usize, seed: u64) -> Vec<Vec<Figures>> {
    agencies.iter().map(|agency| own(agency, years, seed)).collect()
}

/// The same with what those below it do: what the report of a government says.
pub(crate) fn with_those_below(agencies: &[Agency], own: &[Vec<Figures>]) -> Vec<Vec<Figures>> {
    let mut figures = own.to_vec();
    add_up(agencies, &mut figures);
    figures
}

fn own(agency: &Agency, years: usize, seed: u64) -> Vec<Figures> {
    let mut random = Random::new(seed, &format!("figures/{}", agency.path));
    let usual = random.between(40, 180) * agency.scale.requests / 100;
    let mut figures: Vec<Figures> = Vec::new();
    for _ in 0..years {
        let year = next(agency, usual, figures.last(), &mut random);
        figures.push(year);
    }
    figures
}

/// The year after `before`; `usual` is the number of its requests in tenths.
fn next(agency: &Agency, usual: u32, before: Option<&Figures>, random: &mut Random) -> Figures {
    let expected = (random.about(usual, 25) + random.below(10)) / 10;
    let carried_in = before.map_or_else(|| first_carried_in(expected, random), |before| before.requests.carried_out);
    let requests = Requests::of(expected, carried_in, random);
    let received = requests.received.total();
    Figures {
        disclosure: Disclosure::of(agency, before.map(|before| &before.disclosure), random),
        proceedings: Proceedings::of(if agency.kind == Kind::Town { 0 } else { received }, random),
        fees: Fees::of(received, random),
        requests,
    }
}

/// What was left of the year before the first.
fn first_carried_in(expected: u32, random: &mut Random) -> Line {
    let mut line = Line::default();
    line.0[0] = random.many(expected, 30);
    line
}

/// Adds what those below a government do to what it does. They stand behind it, so the last come first.
fn add_up(agencies: &[Agency], figures: &mut [Vec<Figures>]) {
    for (place, agency) in agencies.iter().enumerate().rev() {
        let Some(above) = agency.above else { continue };
        let (governments, below) = figures.split_at_mut(place);
        for (sum, figures) in governments[above].iter_mut().zip(&below[0]) {
            *sum += figures;
        }
    }
}
