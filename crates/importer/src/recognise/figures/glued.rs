//! Tables whose cells run together in a paragraph (`规章000行政规范性文件8855698`): no figure can be known from them.

use nianbao_model::Form;
use nianbao_model::form::Table;

use super::found::Found;
use super::headings::Headings;
use super::letters;
use crate::Document;
use crate::document::{Part, Spot};

/// A paragraph with so many labels, each before digits, holds a table.
const LABELS: usize = 3;

/// Notes where the tables of `form` that were not found stand run together.
pub(super) fn find(document: &Document, form: &Form, found: &mut Found) {
    for table in form.tables.iter().filter(|table| !found.lines.contains_key(&table.id)) {
        let paragraphs = document.parts.iter().enumerate().filter_map(|(part, piece)| match piece {
            Part::Paragraph(paragraph) => Some((part, paragraph.text())),
            Part::Grid(_) | Part::Picture { .. } => None,
        });
        let glued = paragraphs.into_iter().find(|(_, text)| holds(text, table));
        if let Some((part, _)) = glued {
            found.glued.insert(table.id, Spot::part(part));
        }
    }
}

/// Whether the labels of `table` stand in a text with digits right behind.
fn holds(text: &str, table: &Table) -> bool {
    let bare: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let followed = |label: &str| {
        bare.match_indices(label).any(|(at, _)| {
            bare.get(at + label.len()..).and_then(|rest| rest.chars().next()).is_some_and(|next| next.is_ascii_digit())
        })
    };
    let mut count = 0;
    let mut wanted = LABELS;
    for block in &table.blocks {
        let rows = Headings::of(&block.rows);
        let labelled = rows.leaves().any(|heading| !heading.letters.is_empty());
        let headings = if labelled { rows } else { Headings::of(&block.columns) };
        wanted = if labelled { LABELS } else { 1 };
        count += headings
            .leaves()
            .filter(|heading| letters::of(heading.label).chars().count() > 1)
            .filter(|heading| followed(heading.label))
            .count();
    }
    count >= wanted
}
