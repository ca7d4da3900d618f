//! Several files that are one report: tables in one, the narrative in another.

use std::collections::BTreeSet;

use super::{Document, Paragraph, Part};

impl Document {
    /// This document with all that `other` shows behind its own. Footnotes are counted on, and a picture whose name is taken gets
    /// another one.
    pub fn append(&mut self, mut other: Self) {
        let notes = self.footnotes.len();
        let taken: BTreeSet<String> = self.pictures.iter().map(|picture| picture.name.clone()).collect();
        let free = |name: &str| {
            let names =
                (2..=taken.len() + 2).map(|number| format!("{number}-{name}")).find(|name| !taken.contains(name));
            if taken.contains(name) { names.unwrap_or_default() } else { name.to_owned() }
        };
        for picture in &mut other.pictures {
            picture.name = free(&picture.name);
        }
        each_part(&mut other.parts, &mut |part| match part {
            Part::Paragraph(paragraph) => count_on(paragraph, notes),
            Part::Picture { name, .. } => *name = free(name),
            Part::Grid(_) => {}
        });
        for paragraph in other.footnotes.iter_mut().flatten() {
            count_on(paragraph, notes);
        }
        self.labels.append(&mut other.labels);
        self.parts.append(&mut other.parts);
        self.footnotes.append(&mut other.footnotes);
        self.pictures.append(&mut other.pictures);
        self.dropped.append(&mut other.dropped);
        self.warnings.append(&mut other.warnings);
    }
}

/// Calls `change` with each of `parts` and all within them.
pub(crate) fn each_part(parts: &mut [Part], change: &mut impl FnMut(&mut Part)) {
    let mut ahead: Vec<&mut Part> = parts.iter_mut().collect();
    while let Some(part) = ahead.pop() {
        change(part);
        if let Part::Grid(grid) = part {
            ahead.extend(grid.cells.iter_mut().flat_map(|cell| &mut cell.parts));
        }
    }
}

fn count_on(paragraph: &mut Paragraph, notes: usize) {
    for run in &mut paragraph.runs {
        run.footnote = run.footnote.map(|number| number.saturating_add(notes));
    }
}
