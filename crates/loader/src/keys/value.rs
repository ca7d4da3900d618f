//! What stands behind a key.

use super::Group;

/// Words for yes, in lower case.
pub const YES: [&str; 3] = ["true", "是", "yes"];
/// Words for no, in lower case.
pub const NO: [&str; 3] = ["false", "否", "no"];

/// A kind of value.
#[derive(Debug, Clone, Copy)]
pub enum ValueKind {
    /// Words.
    Text,
    /// A year in four digits.
    Year,
    /// A day, `2025-01-20`.
    Date,
    /// A whole number from 0 to 999999.
    Order,
    /// A figure of the form.
    Figure,
    /// One of [`YES`] or [`NO`].
    YesOrNo,
    /// One of these words.
    Choice(&'static [Choice]),
    /// The address of a web page.
    WebAddress,
    /// A colour, `#1a5fb4`.
    Colour,
    /// The name of a picture beside the file.
    Picture,
    /// A list of words; one alone may stand without a list.
    Words,
    /// A list of agencies by folder or name.
    Agencies,
    /// One of these words, or a list of agencies by folder or name.
    ChoiceOrAgencies(&'static [Choice]),
    /// A mapping.
    Group(&'static Group),
    /// A list of mappings.
    List(&'static Group),
    /// The figures of the form, all three tables.
    Figures,
    /// Totals of the form, all three tables.
    Totals,
}

/// One of the words that a value may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    /// The Chinese word.
    pub word: &'static str,
    /// The English alias, if it has one.
    pub name: Option<&'static str>,
    /// What it means, a few Chinese words.
    pub explanation: &'static str,
}

impl Choice {
    pub(super) const fn new(word: &'static str, name: Option<&'static str>, explanation: &'static str) -> Self {
        Self { word, name, explanation }
    }
}

/// The words of a list of words with what they mean to the model.
pub(super) const fn words<T, const N: usize>(meanings: &[(Choice, T); N]) -> [Choice; N] {
    let mut words = [Choice::new("", None, ""); N];
    let mut at = 0;
    while at < N {
        words[at] = meanings[at].0;
        at += 1;
    }
    words
}
