//! Which sub-section of one narrative answers to which of the other.

use super::side::{Paragraph, Side};
use crate::Passage;
use crate::prose::Role;

/// The sub-sections of a section. Headings of lower levels are passages of their sub-section.
pub(super) fn sides<'a>(passages: impl Iterator<Item = &'a Passage>) -> Vec<Side> {
    let mut sides: Vec<Side> = Vec::new();
    for passage in passages {
        if passage.role == Role::Heading && passage.headings.is_empty() {
            sides.push(Side { heading: Some(passage.text.clone()), paragraphs: Vec::new() });
            continue;
        }
        let paragraph = Paragraph { passage: passage.clone(), marks: Vec::new() };
        match sides.last_mut() {
            Some(side) => side.paragraphs.push(paragraph),
            None => sides.push(Side { heading: None, paragraphs: vec![paragraph] }),
        }
    }
    sides
}

/// The sub-sections in pairs, in the subject's order; those of the reference that answer to none come last.
pub(super) fn pairs(subject: Vec<Side>, reference: Vec<Side>) -> Vec<(Option<Side>, Option<Side>)> {
    let mut free: Vec<Option<Side>> = reference.into_iter().map(Some).collect();
    let mut pairs: Vec<(Option<Side>, Option<Side>)> = Vec::new();
    for side in subject {
        let other = free.iter_mut().find(|other| other.as_ref().is_some_and(|other| side.answers(other)));
        let other = other.and_then(Option::take);
        pairs.push((Some(side), other));
    }
    pairs.extend(free.into_iter().flatten().map(|side| (None, Some(side))));
    pairs
}

impl Side {
    /// Whether two sub-sections are on the same matter: 政府信息公开平台建设 and 公开平台建设方面 are not
    /// spelt the same, but one holds the other once endings that say nothing are gone.
    fn answers(&self, other: &Self) -> bool {
        match (&self.heading, &other.heading) {
            (Some(own), Some(other)) => {
                let (own, other) = (matter(own), matter(other));
                own == other || [(&own, &other), (&other, &own)].iter().any(|(a, b)| !b.is_empty() && a.contains(*b))
            }
            (own, other) => own == other,
        }
    }
}

/// A heading without punctuation and the endings that say nothing.
fn matter(heading: &str) -> String {
    let letters: String = heading.chars().filter(|letter| letter.is_alphanumeric()).collect();
    let ending = ["方面", "情况", "工作"].into_iter().find_map(|ending| letters.strip_suffix(ending));
    ending.filter(|rest| !rest.is_empty()).unwrap_or(&letters).to_owned()
}
