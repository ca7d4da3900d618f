//! Two reports side by side: every figure of the form with its counterpart, and how much of the narrative
//! is the same.
//!
//! The report that is asked about is the *subject*, the one it is held against the *reference*: the year
//! before's, or another agency's. A difference is subject less reference.

mod figures;
mod narrative;
mod pairs;
mod party;
mod side;

#[cfg(test)]
mod tests;

pub use figures::{FigureComparison, TableComparison, Unmatched};
pub use narrative::{Copied, Excerpt, Part, SectionComparison};
pub use party::Party;
pub use side::{Mark, Paragraph, Side};

use crate::{Prose, Report, TableId};

/// Stretches of so many letters and more count as copied: long enough for names and turns of phrase to
/// stay out.
pub const STRETCH: usize = 20;

/// Two reports side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// The three tables, in the official order.
    pub tables: Vec<TableComparison>,
    /// The introduction and the narrative sections, as far as one of the reports has them.
    pub sections: Vec<SectionComparison>,
}

impl Comparison {
    /// Holds `subject` against `reference`.
    pub fn of(subject: &Report, reference: &Report) -> Self {
        let prose = |report: &Report| Prose::of(&report.narrative, &report.figures);
        Self {
            tables: TableId::ALL.into_iter().map(|id| TableComparison::of(id, subject, reference)).collect(),
            sections: narrative::sections(&prose(subject), &prose(reference)),
        }
    }
}
