//! What a section of the narrative says as a whole.

use crate::rules::rule::Case;
use crate::{SectionKind, Span};

/// A narrative section that is not empty. Sections that are missing or empty are the loader's business.
pub(in crate::rules) struct WrittenSection {
    /// Where its heading was written.
    pub(in crate::rules) heading: Span,
    /// All its text, a line for each passage.
    pub(in crate::rules) text: String,
}

impl Case<'_> {
    /// What the report says in a section.
    pub(in crate::rules) fn section(&self, kind: SectionKind) -> Option<WrittenSection> {
        let heading = self.report.narrative.sections.iter().find(|section| section.kind == kind)?.heading;
        let passages: Vec<&str> = self.prose.section(Some(kind)).map(|passage| passage.text.as_str()).collect();
        let text = passages.join("\n");
        (!text.is_empty()).then_some(WrittenSection { heading, text })
    }
}

/// Whether any of `words` occurs in `text`.
pub(in crate::rules) fn mentions(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.contains(word))
}
