//! Copied text and numbers: what of a narrative is compared, and from when on two paragraphs are nearly equal.

mod k001_elsewhere;
mod k002_last_year;
mod k003_registered_twice;
mod k004_other_year;
pub(super) mod paragraph;
mod precedence;

#[cfg(test)]
mod tests;

use crate::prose::Role;
use crate::rules::rule::{CityRule, Rule};
use crate::{Passage, Prose, SectionKind, Span};

/// The rules on a single report, sorted by code.
pub(super) static RULES: &[&Rule] = &[&k002_last_year::RULE];

/// The rules on all reports together, sorted by code.
pub(super) static CITY_RULES: &[&CityRule] =
    &[&k001_elsewhere::RULE, &k003_registered_twice::RULE, &k004_other_year::RULE];

/// Paragraphs of so many characters and fewer are not compared: much can only be said in one way.
const SHORT: usize = 80;

/// From so many per cent on two paragraphs are nearly equal. Words exchanged at two or three places of a
/// paragraph leave it above this; paragraphs on the same matter that were written apart stay below 50.
const NEARLY_EQUAL: u8 = 90;

/// So many paragraphs that may be alike are compared with one: more are the same words over and over.
const MOST_ALIKE: usize = 100;

/// The sections that are compared: the introduction and section six are largely prescribed.
const COMPARED: [SectionKind; 2] = [SectionKind::Overview, SectionKind::Problems];

/// The text that is compared of a paragraph, a list's included: nothing if it is short.
fn compared(passage: &Passage) -> Option<String> {
    if !matches!(passage.role, Role::Paragraph | Role::Item) || length(&passage.text) <= SHORT {
        return None;
    }
    let own: String = passage
        .sentences()
        .into_iter()
        .map(|sentence| &passage.text[sentence])
        .filter(|sentence| !is_formula(sentence))
        .collect();
    (length(&own) > SHORT).then_some(own)
}

/// Whether a sentence says what the report is made after, as all must: 根据《条例》……编制本报告.
fn is_formula(sentence: &str) -> bool {
    const BASIS: [&str; 5] = ["条例", "编制", "公布", "统计期限", "电子版"];
    sentence.contains("报告") && BASIS.iter().any(|word| sentence.contains(word))
}

/// How many characters people would count.
fn length(text: &str) -> usize {
    text.chars().filter(|character| !character.is_whitespace()).count()
}

/// The passages of a section that are text and no headings.
fn text(prose: &Prose, section: SectionKind) -> impl Iterator<Item = &Passage> {
    prose.section(Some(section)).filter(|passage| passage.role != Role::Heading)
}

/// Where a paragraph begins: a few words, since nobody reads a whole page underlined.
fn beginning(passage: &Passage) -> Option<Span> {
    const WORDS: usize = 30;
    let first = passage.sentences().into_iter().next()?;
    let end = passage.text[first.clone()].char_indices().nth(WORDS).map_or(first.end, |(at, _)| first.start + at);
    passage.span(&(first.start..end))
}
