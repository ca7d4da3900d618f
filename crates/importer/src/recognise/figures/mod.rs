//! The three tables in a document. Its grids become lines of cells; rows are found by their labels and order, columns by the
//! heads above; what cannot be placed or read for certain stays open. All of it walks the declaration of the form.

mod assign;
mod division;
mod figure;
mod found;
mod glued;
mod header;
mod headings;
mod hints;
mod labelled;
mod letters;
mod lines;
mod notes;
mod outcome;
mod parts;
mod paths;
mod rows;
mod run_together;
mod shown_row;
mod strays;
mod sums;
mod unlabelled;
mod unread;

use std::collections::BTreeMap;

use nianbao_model::form::{Forms, Place};
use nianbao_model::{Figures, Form, Spanned, Stated, Table, TableId};

use crate::document::{Part, Spot};
use crate::{Document, Doubt};
use found::Found;
use lines::Line;

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
    /// The parts of the document that are tables or belong to them, with the table, so that no prose is looked for there.
    pub(super) parts: BTreeMap<usize, TableId>,
}

/// The tables in `document`, on the form of `year` if one is known.
pub(super) fn recognise(document: &Document, year: Option<i16>) -> Tables {
    let lines = lines::of(document);
    let (form, mut found) = on_its_form(&lines, year);
    glued::find(document, form, &mut found);
    let (mut notes, below) = notes::find(document, &lines, &found);
    notes::doubt_units(form, &notes, &mut found);
    let mut outcome = outcome::of(form, &found, why_missing(document, &found));
    outcome.doubts.extend(unread::find(form, &lines, &found));
    outcome.doubts.extend(unread::beside(form, &lines, &found));
    let mut parts = parts::of(form, &lines, &found);
    parts.extend(below);
    notes::take_remarks(form, &mut notes, &mut outcome.figures);
    Tables {
        form,
        figures: outcome.figures,
        cells: outcome.cells,
        stated: outcome.stated,
        stated_at: outcome.stated_at,
        notes,
        doubts: outcome.doubts,
        parts,
    }
}

/// The form on which most figures are found; of equals that of the year.
fn on_its_form(lines: &[Line], year: Option<i16>) -> (&'static Form, Found) {
    let usual = year.and_then(Form::of_year).unwrap_or(Form::latest());
    let others = Forms::default();
    let forms =
        [usual, usual.undivided()].into_iter().chain(others.all().filter(|form| form.undivided() != usual.undivided()));
    let mut best: Option<(&'static Form, Found, usize)> = None;
    for form in forms {
        let found = on(lines, form);
        let lacking = seats(form, &found).saturating_sub(found.seats.len());
        let worth = (2 * found.certain() + found.seats.len() + 1000).saturating_sub(2 * lacking);
        if best.as_ref().is_none_or(|(_, _, least)| worth > *least) {
            best = Some((form, found, worth));
        }
    }
    best.map_or_else(|| (usual, Found::default()), |(form, found, _)| (form, found))
}

/// How many figures a form prints in the tables that were found.
fn seats(form: &Form, found: &Found) -> usize {
    let there = |table: &&Table| found.lines.contains_key(&table.id);
    let blocks = form.tables.iter().filter(there).flat_map(|table| &table.blocks);
    blocks.map(|block| block.rows.leaves.len() * block.columns.leaves.len()).sum()
}

/// What is found where the document is read as one on `form`.
fn on(lines: &[Line], form: &'static Form) -> Found {
    let mut found = Found::default();
    paths::read(lines, form, &mut found);
    for table in &form.tables {
        if found.lines.contains_key(&table.id) {
            continue;
        }
        if table.blocks.iter().flat_map(|block| &block.rows.leaves).any(|leaf| !leaf.item.label.is_empty()) {
            labelled::read(lines, form, table, &mut found);
        } else {
            unlabelled::read(lines, table, &mut found);
        }
    }
    found
}

/// Why a table was not found, as far as the document tells.
fn why_missing(document: &Document, found: &Found) -> &'static str {
    if !found.glued.is_empty() {
        "原文里各格的数字连在一起，分不开"
    } else if document.parts.iter().any(|part| matches!(part, Part::Picture { .. })) {
        "原文里没有能读的表格，可能是图片"
    } else {
        "原文里没有找到表格"
    }
}

#[cfg(test)]
mod tests;
