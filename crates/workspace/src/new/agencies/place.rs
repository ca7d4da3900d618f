//! Whom each new agency stands below, superiors first.

use std::collections::{BTreeMap, VecDeque};

use nianbao_model::AgencyId;

use super::identity::{Known, Superior};

/// Whom a new agency stands below.
pub(super) enum NewPlace {
    /// An agency that is there.
    Below(AgencyId),
    /// The new agency of another row.
    BelowRow(usize),
}

/// The rows of new agencies, each behind that of its superior.
///
/// # Errors
///
/// The rows whose superiors never end.
pub(super) fn placed(known: &Known, superiors: &[Superior]) -> Result<Vec<(usize, NewPlace)>, Vec<usize>> {
    let mut below: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    let mut next = VecDeque::new();
    let new = (0..known.len()).filter(|at| known.agency(*at).is_none());
    let mut waiting = 0_usize;
    for (at, superior) in new.filter_map(|at| Some((at, superiors.get(at)?))) {
        waiting += 1;
        match superior {
            Superior::There(id) => next.push_back((at, NewPlace::Below(id.clone()))),
            Superior::Row(above) => match known.agency(*above) {
                Some(agency) => next.push_back((at, NewPlace::Below(agency.id.clone()))),
                None => below.entry(*above).or_default().push(at),
            },
        }
    }
    let mut placed = Vec::new();
    while let Some((at, place)) = next.pop_front() {
        let followers = below.remove(&at).unwrap_or_default();
        next.extend(followers.into_iter().map(|follower| (follower, NewPlace::BelowRow(at))));
        placed.push((at, place));
    }
    if placed.len() == waiting { Ok(placed) } else { Err(below.into_values().flatten().collect()) }
}
