//! Headings: one title, then levels that go down one at a time.

use super::super::Tagged;
use super::wrong;

pub(super) fn check(tagged: &Tagged) -> Vec<String> {
    let headings: Vec<_> =
        tagged.elements().into_iter().filter_map(|element| Some((level(&element.role)?, element))).collect();
    let titles = headings.iter().filter(|(level, _)| *level == 1).count();
    let mut faults: Vec<String> = wrong(titles != 1, format!("there are {titles} titles")).into_iter().collect();
    let mut above = 0;
    for (level, element) in headings {
        let text = tagged.text(element);
        faults.extend(wrong(text.trim().is_empty(), format!("a heading {} is empty", element.role)));
        faults.extend(wrong(level > above + 1, format!("{} {text} follows a heading of level {above}", element.role)));
        above = level;
    }
    faults
}

/// `H2` → 2
pub(super) fn level(role: &str) -> Option<usize> {
    role.strip_prefix('H')?.parse().ok()
}
