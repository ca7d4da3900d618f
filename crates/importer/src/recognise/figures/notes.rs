//! Notes below tables: `注：行政复议、行政诉讼数量含上年度结转数量。`

use std::collections::{BTreeMap, BTreeSet};

use nianbao_model::{Spanned, TableId};

use super::found::Found;
use super::lines::Line;
use crate::Document;
use crate::document::Part;

/// How a note begins.
const BEGINNINGS: [&str; 4] = ["注", "备注", "说明", "附注"];

/// A note is taken for one so many parts behind its table.
const BEHIND: usize = 2;

/// The notes below the tables and the parts of the document that they are.
pub(super) fn find(
    document: &Document,
    lines: &[Line],
    found: &Found,
) -> (BTreeMap<TableId, Spanned<String>>, BTreeSet<usize>) {
    let mut notes = BTreeMap::new();
    let mut parts = BTreeSet::new();
    for (table, own) in &found.lines {
        let Some(last) = own.last().and_then(|line| lines.get(*line)) else { continue };
        let mut text: Vec<String> = within(lines, own);
        for part in (last.part + 1..document.parts.len()).take(BEHIND) {
            match document.parts.get(part) {
                Some(Part::Paragraph(paragraph)) => match note(&paragraph.text()) {
                    Some(note) => {
                        text.push(note);
                        parts.insert(part);
                    }
                    None if paragraph.text().trim().is_empty() => {}
                    None => break,
                },
                _ => break,
            }
        }
        if !text.is_empty() {
            notes.insert(*table, Spanned::unwritten(text.join("\n")));
        }
    }
    (notes, parts)
}

/// Notes in the lines of the table's last grid, below its figures.
fn within(lines: &[Line], own: &BTreeSet<usize>) -> Vec<String> {
    let Some(last) = own.last().copied() else { return Vec::new() };
    let grid = lines.get(last).and_then(|line| line.grid);
    let below = lines.iter().skip(last + 1).take_while(|line| line.grid.is_some() && line.grid == grid).take(4);
    below.filter_map(|line| line.cells.first()).filter_map(|at| note(&at.piece.text)).collect()
}

/// The note that a text is, as written.
fn note(text: &str) -> Option<String> {
    let text = text.trim();
    let bare = text.trim_start_matches(['（', '(', '*', '＊', '※']);
    let begun = BEGINNINGS.iter().find_map(|word| bare.strip_prefix(word))?;
    let rest = begun.trim_start().strip_prefix(['：', ':', '．', '.'])?;
    (!rest.trim().is_empty()).then(|| text.to_owned())
}
