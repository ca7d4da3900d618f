//! What one report says in a sub-section, with what of it is copied.

use std::ops::Range;

use crate::Passage;

/// What one report says in a sub-section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Side {
    /// The sub-heading; `None` for what stands before the first one.
    pub heading: Option<String>,
    /// The text.
    pub paragraphs: Vec<Paragraph>,
}

/// A passage and what of it is copied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// The passage.
    pub passage: Passage,
    /// The copied stretches of its text, in order.
    pub marks: Vec<Mark>,
}

/// A copied stretch of a passage, or the part of one that lies in this passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Which of the section's copied stretches, from 0.
    pub stretch: usize,
    /// The bytes of it in the passage's text.
    pub range: Range<usize>,
}
