//! The lines, tables and pictures of a document, in order.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use nianbao_model::TableId;

use super::piece::{ProseLine, ProsePiece, lines};
use super::{glued, sheet};
use crate::Document;
use crate::document::{Format, Part};
use crate::recognise::section_heading::{Strength, opened};
use crate::recognise::sole;

/// The pieces of a document. Of the parts that are official `tables` only headings stay; those of the `head` are gone, but for the
/// text behind the title that one of them may begin with.
pub(super) fn of<'d>(
    document: &'d Document,
    tables: &BTreeMap<usize, TableId>,
    head: &BTreeSet<usize>,
    prefix: Option<(usize, usize)>,
) -> Vec<ProsePiece<'d>> {
    let mut pieces = Vec::new();
    for (at, part) in document.parts.iter().enumerate() {
        if head.contains(&at) {
            continue;
        }
        let table = tables.get(&at).copied();
        match part {
            Part::Paragraph(paragraph) => {
                let cut = prefix.filter(|(part, _)| *part == at).map_or(0, |(_, bytes)| bytes);
                let lines = lines(at, paragraph, cut, document.format);
                let Some(table) = table else {
                    pieces.extend(lines.into_iter().map(ProsePiece::Line));
                    continue;
                };
                pieces.push(ProsePiece::Table(at, table));
                pieces.extend(lines.into_iter().filter(stays_of_taken).map(ProsePiece::Line));
            }
            Part::Grid(grid) if sole::has_lines(document.format) => pieces.extend(sheet::pieces(at, grid, table)),
            Part::Grid(grid) => match table {
                Some(table) => pieces.push(ProsePiece::Table(at, table)),
                None if document.format == Format::Text => pieces.extend(sheet::pieces(at, grid, None)),
                None => pieces.push(ProsePiece::Grid(at, Cow::Borrowed(grid))),
            },
            Part::Picture { .. } if table.is_some() => {}
            Part::Picture { name, alt, .. } => pieces.push(ProsePiece::Picture(at, name, alt)),
        }
    }
    pieces
}

/// Whether a line of a part that was read as a table is a heading, or holds the whole report.
fn stays_of_taken(line: &ProseLine) -> bool {
    let text = line.text();
    opened(&text, line.is_styled()).is_some_and(|(_, strength)| strength == Strength::Sure) || glued::is_glued(&text)
}
