//! Which figures a claim quotes.

use super::{Amount, Claim, Measure, Reading, Row, Says};
use crate::{Address, Report};

/// The figures of `report` that `claim` is about: those of the reading that fits what it says, else those of the plainest
/// one. Nothing where it speaks of another year or of figures that stand in no table.
pub fn quoted(claim: &Claim, report: &Report) -> Vec<Address> {
    let reading = match &claim.says {
        Says::Count { measure, value } => reading(*measure, Some(*value), report),
        Says::None { measure }
        | Says::Growth { measure, .. }
        | Says::Change { measure, .. }
        | Says::Share { measure, .. } => reading(*measure, None, report),
        Says::Finished { .. } => reading(Measure::Requests { row: Row::Concluded, applicant: None }, None, report),
        Says::Before { .. } | Says::NotCharged { .. } | Says::Parts { .. } => None,
    };
    reading.into_iter().flat_map(|reading| reading.terms).flat_map(|term| term.addresses).collect()
}

fn reading(measure: Measure, value: Option<Amount>, report: &Report) -> Option<Reading> {
    let mut readings = Reading::all(&measure.formulas().legitimate, report);
    let fits = |reading: &Reading| value.is_some_and(|value| value.fits(reading.value));
    let at = readings.iter().position(fits).unwrap_or_default();
    (at < readings.len()).then(|| readings.swap_remove(at))
}
