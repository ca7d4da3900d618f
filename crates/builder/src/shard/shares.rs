//! Which shard makes the files of which report.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

use nianbao_model::{Agency, AgencyId, Municipality, Report};

use crate::pdf;

/// What the official form costs to print, in characters of prose that cost as much.
const FORM: usize = 1500;

/// The reports of a municipality, divided into shares that take about as long as each other.
///
/// The same municipality is divided the same way on every machine: the costliest reports are dealt out first, each to the
/// shard with the least to do so far.
#[derive(Debug)]
pub(crate) struct Shares<'a>(BTreeMap<(&'a AgencyId, i16), u16>);

impl<'a> Shares<'a> {
    /// The reports of `municipality` dealt out to `count` shards.
    pub(crate) fn new(municipality: &'a Municipality, count: u16) -> Self {
        let mut reports: Vec<(usize, &Agency, &Report)> =
            municipality.reports().map(|(agency, report)| (cost(agency, report), agency, report)).collect();
        reports.sort_by_key(|(cost, ..)| Reverse(*cost));
        let mut loads: BinaryHeap<Reverse<(usize, u16)>> = (1..=count).map(|number| Reverse((0, number))).collect();
        let mut shares = BTreeMap::new();
        for (cost, agency, report) in reports {
            let Some(Reverse((load, number))) = loads.pop() else { break };
            shares.insert((&agency.id, report.year), number);
            loads.push(Reverse((load + cost, number)));
        }
        Self(shares)
    }

    /// The shard that makes the files of a report.
    pub(crate) fn number(&self, agency: &Agency, report: &Report) -> Option<u16> {
        self.0.get(&(&agency.id, report.year)).copied()
    }

    /// How many reports a shard has.
    pub(crate) fn count(&self, number: u16) -> usize {
        self.0.values().filter(|of| **of == number).count()
    }
}

/// What a report costs; nearly all of it is its PDF.
fn cost(agency: &Agency, report: &Report) -> usize {
    FORM + pdf::length(agency, report)
}
