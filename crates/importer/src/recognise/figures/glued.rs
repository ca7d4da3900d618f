//! Tables whose cells run together in a paragraph (`规章000行政规范性文件8855698`): no figure can be known from them.

use nianbao_model::Form;
use nianbao_model::form::{Table, TableBlock};

use super::found::Found;
use super::headings::Headings;
use super::letters;
use super::shown_row::ShownRow;
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
        if let Some((part, text)) = glued {
            found.glued.insert(table.id, Spot::part(part));
            for block in &table.blocks {
                found.shown.extend(rows(&bare(&text), block));
            }
        }
    }
}

/// What stands behind the labels of a block's rows, or of its last column where the rows have none.
fn rows(bare: &str, block: &TableBlock) -> Vec<((usize, usize), ShownRow)> {
    let labels: Vec<&str> = block.rows.leaves.iter().map(|leaf| leaf.item.label).collect();
    let columns = block.columns.leaves.len();
    let shown = |digits: &str| ShownRow { columns: 0..columns, pieces: vec![digits.to_owned()] };
    if labels.iter().all(|label| label.is_empty()) {
        let last = block.columns.leaves.last().map_or("", |leaf| leaf.item.label);
        let behind = bare.match_indices(last).filter_map(|(at, _)| bare.get(at + last.len()..)).map(leading_digits);
        let longest = behind.max_by_key(|digits| digits.len()).filter(|digits| !digits.is_empty());
        return longest.map(|digits| ((block.index, 0), shown(digits))).into_iter().collect();
    }
    let mut at = 0;
    let mut places: Vec<(usize, usize, usize)> = Vec::new();
    for (row, label) in labels.into_iter().enumerate() {
        let Some(start) = bare.get(at..).and_then(|rest| rest.find(label)).map(|found| at + found) else { continue };
        at = start + label.len();
        places.push((row, start, at));
    }
    let next = places.iter().skip(1).map(|(_, start, _)| *start).chain([bare.len()]);
    let behind = places.iter().zip(next).filter_map(|((row, _, end), next)| Some((*row, bare.get(*end..next)?)));
    let digits = behind.map(|(row, behind)| (row, leading_digits(behind))).filter(|(_, digits)| !digits.is_empty());
    digits.map(|(row, digits)| ((block.index, row), shown(digits))).collect()
}

fn leading_digits(text: &str) -> &str {
    let end = text.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(text.len());
    text.get(..end).unwrap_or_default()
}

fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// Whether the labels of `table` stand in a text with digits right behind.
fn holds(text: &str, table: &Table) -> bool {
    let bare = bare(text);
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
