//! What was recognised in a document, and what was not certain.

use std::collections::BTreeMap;

use nianbao_model::{Address, Report, SectionKind};

use crate::document::{Dropped, Spot};

/// What was recognised in a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// The report. A figure that is not certain is written as [`UNVERIFIED`](nianbao_model::figures::UNVERIFIED).
    pub report: Report,
    /// The agency that the document names, as written.
    pub agency: Option<String>,
    /// The reporting year that the document names; the report's is the one asked for, if one was.
    pub year: Option<i16>,
    /// What each piece of the report was read from.
    pub origins: Origins,
    /// All that was not certain, in the order of the report.
    pub doubts: Vec<Doubt>,
    /// What was left out since it is no part of a report.
    pub dropped: Vec<Dropped>,
}

/// What the pieces of a report were read from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Origins {
    /// Cells of the tables, by block, row and column.
    pub cells: BTreeMap<nianbao_model::form::Place, Spot>,
    /// Totals that the document states, in the order of [`Report::stated`].
    pub stated: Vec<Spot>,
    /// Where each section of the narrative begins and ends, the introduction as `None`; in parts of the document.
    pub sections: BTreeMap<Option<SectionKind>, std::ops::Range<usize>>,
}

/// Something that was not certain when a document was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    /// What it is about.
    pub subject: Subject,
    /// What is not certain and what to do, in words for an editor.
    pub message: String,
    /// What may be right: the readings with which a column adds up.
    pub hint: Option<String>,
    /// The piece of the document that it was read from, if there is one.
    pub spot: Option<Spot>,
}

/// What a doubt is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// The document as a whole.
    Document,
    /// Whose report it is, for which year, its title, its day or another entry of its record.
    Record,
    /// A figure: a cell or a total.
    Figure(Address),
    /// A printed row of a table.
    Row(Address),
    /// A section of the narrative; the introduction as `None`.
    Section(Option<SectionKind>),
}

/// Whose fault a finding in an imported report is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Blame {
    /// The document says so itself.
    Source,
    /// Reading was not certain of what the finding is about.
    Reading,
}
