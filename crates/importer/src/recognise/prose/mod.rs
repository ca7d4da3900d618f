//! The narrative in a document.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use nianbao_model::report::Image;
use nianbao_model::{Form, Narrative, SectionKind, Signature};

use super::record::Record;
use crate::document::Dropped;
use crate::{Document, Doubt};

/// The narrative that a document shows.
#[derive(Debug, Clone, Default)]
pub(super) struct Prose {
    /// The narrative by sections.
    pub(super) narrative: Narrative,
    /// 落款 at its end.
    pub(super) signature: Option<Signature>,
    /// The pictures that it shows, by file name.
    pub(super) images: BTreeMap<String, Image>,
    /// Which parts of the document each section was read from, the introduction as `None`.
    pub(super) sections: BTreeMap<Option<SectionKind>, Range<usize>>,
    /// What was not certain.
    pub(super) doubts: Vec<Doubt>,
    /// What was left out since it is no part of a report.
    pub(super) dropped: Vec<Dropped>,
}

/// The narrative in the parts of `document` that are not `taken`.
pub(super) fn recognise(document: &Document, taken: &BTreeSet<usize>, form: &'static Form, record: &Record) -> Prose {
    let _ = (document, taken, form, record);
    Prose::default()
}
