//! The opening of a report: what says at its beginning which year it is about.

use crate::prose::Role;
use crate::{Passage, SectionKind};

/// Whether a passage is part of the opening: the introduction, and what section one says before its first sub-heading.
pub(super) fn is_opening(passage: &Passage) -> bool {
    let overview = passage.section == Some(SectionKind::Overview) && passage.headings.is_empty();
    (passage.section.is_none() || overview) && passage.role == Role::Paragraph
}
