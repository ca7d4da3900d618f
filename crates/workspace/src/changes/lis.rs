//! What kept its order.

/// Which of `places`, all different, stand in a longest rising sequence.
pub(super) fn rising(places: &[usize]) -> Vec<bool> {
    // The ends of rising sequences by length, each the smallest there is, and what stands before each place.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(places.len());
    for (at, place) in places.iter().enumerate() {
        let length = ends.partition_point(|end| places.get(*end).is_some_and(|other| other < place));
        before.push(length.checked_sub(1).and_then(|shorter| ends.get(shorter)).copied());
        match ends.get_mut(length) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let mut rises = vec![false; places.len()];
    let mut next = ends.last().copied();
    while let Some(at) = next {
        if let Some(kept) = rises.get_mut(at) {
            *kept = true;
        }
        next = before.get(at).copied().flatten();
    }
    rises
}
