//! Long lists in messages.

/// The first `most` of some names, with 等 where there are more: `甲、乙、丙等`.
#[must_use]
pub fn first_few(names: &[String], most: usize) -> String {
    let told = names.iter().take(most).cloned().collect::<Vec<_>>().join("、");
    if names.len() > most { told + "等" } else { told }
}
