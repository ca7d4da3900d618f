//! Which parts of a document are tables or belong to them.

use std::collections::BTreeMap;

use nianbao_model::{Form, SectionKind, TableId};

use super::found::Found;
use super::headings::Headings;
use super::letters;
use super::lines::Line;

/// A heading must be so much like the form's.
const LIKE_ENOUGH: f64 = 0.75;

/// So many lines may stand between two rows of a table, or above the first.
const APART: usize = 12;

/// The parts that hold lines of a table, with that table, the last where there are several, and what stands between them but headings of sections.
pub(super) fn of(form: &Form, lines: &[Line], found: &Found) -> BTreeMap<usize, TableId> {
    let headings = Headings::of_form(form);
    let mut parts = BTreeMap::new();
    for (table, own) in &found.lines {
        let mut before = None;
        for line in own.iter().copied() {
            let near = before.filter(|before| line - before <= APART);
            let first = near.unwrap_or_else(|| head(lines, line, &headings));
            let between = lines.get(first..=line).unwrap_or_default();
            parts.extend(between.iter().filter(|line| !is_section(line)).map(|line| (line.part, *table)));
            before = Some(line);
        }
    }
    parts
}

/// The first of the headings right above a table's row.
fn head(lines: &[Line], row: usize, headings: &Headings) -> usize {
    let belongs = |line: &Line| {
        let mut words = line.cells.iter().filter(|at| !at.piece.text.is_empty());
        words.any(|at| headings.find(&at.piece.letters).is_some_and(|found| found.likeness >= LIKE_ENOUGH))
    };
    let above = lines.get(row.saturating_sub(APART)..row).unwrap_or_default();
    let heads = above.iter().rev().take_while(|line| belongs(line) && !is_section(line)).count();
    row - heads
}

/// Whether a line is the heading of a section.
fn is_section(line: &Line) -> bool {
    let [only] = line.cells.as_slice() else { return false };
    let text = only.piece.letters.as_str();
    line.grid.is_none()
        && SectionKind::ALL
            .into_iter()
            .any(|section| letters::likeness(text, &letters::of(section.heading())) >= LIKE_ENOUGH)
}
