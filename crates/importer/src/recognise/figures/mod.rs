//! The three tables in a document.

use std::collections::{BTreeMap, BTreeSet};

use nianbao_model::form::Place;
use nianbao_model::{Figures, Form, Spanned, Stated, TableId};

use crate::document::Spot;
use crate::{Document, Doubt};

/// The tables that a document shows.
#[derive(Debug, Clone)]
pub(super) struct Tables {
    /// The form that they are on.
    pub(super) form: &'static Form,
    /// The figures, as written.
    pub(super) figures: Figures,
    /// Where each was read from.
    pub(super) cells: BTreeMap<Place, Spot>,
    /// The totals that the document states.
    pub(super) stated: Vec<Stated>,
    /// Where each of them was read from.
    pub(super) stated_at: Vec<Spot>,
    /// The notes below the tables.
    pub(super) notes: BTreeMap<TableId, Spanned<String>>,
    /// What was not certain.
    pub(super) doubts: Vec<Doubt>,
    /// The parts of the document that are tables or belong to them, so that no prose is looked for there.
    pub(super) parts: BTreeSet<usize>,
}

/// The tables in `document`, on the form of `year` if one is known.
pub(super) fn recognise(document: &Document, year: Option<i16>) -> Tables {
    let _ = document;
    Tables {
        form: year.and_then(Form::of_year).unwrap_or(Form::latest()),
        figures: Figures::default(),
        cells: BTreeMap::new(),
        stated: Vec::new(),
        stated_at: Vec::new(),
        notes: BTreeMap::new(),
        doubts: Vec::new(),
        parts: BTreeSet::new(),
    }
}
