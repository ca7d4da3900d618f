//! Tables that an editor wrote.

use super::document::Document;
use super::grid::{Cell, Merge, Settings, cell, even, row, table};
use crate::view::{InlineView, plain_text};

/// What a cell says is centred up to this many characters, as figures and names are.
const SHORT: usize = 12;

/// A table of up to so many rows stays on one page.
const FEW: usize = 12;

pub(super) fn add(
    document: &mut Document,
    alignments: &[&'static str],
    head: &[Vec<InlineView>],
    rows: &[Vec<Vec<InlineView>>],
) {
    let columns = Columns { alignments, widths: &even(head.len()) };
    let caption: Vec<String> = head.iter().map(|content| plain_text(content, "")).collect();
    let settings = Settings { widths: columns.widths, margins: (120, 100), caption: &caption.join("、") };
    table(document, &settings, |document| {
        line(document, true, head, columns, true);
        for (at, cells) in rows.iter().enumerate() {
            line(document, false, cells, columns, rows.len() <= FEW && at + 1 < rows.len());
        }
    });
}

/// What holds for the cells of each column.
#[derive(Clone, Copy)]
struct Columns<'a> {
    alignments: &'a [&'static str],
    widths: &'a [u32],
}

fn line(document: &mut Document, head: bool, cells: &[Vec<InlineView>], columns: Columns<'_>, stays: bool) {
    row(document, head, |document| {
        for ((content, width), alignment) in cells.iter().zip(columns.widths).zip(columns.alignments) {
            let settings = Cell {
                width: *width,
                columns: 1,
                merge: Merge::Alone,
                downwards: false,
                style: if head { "TableHeading" } else { "TableText" },
                align: match *alignment {
                    "" if head || is_short(content) => "center",
                    "" => "left",
                    alignment => alignment,
                },
                stays,
            };
            cell(document, &settings, |document| document.inlines(content, None));
        }
    });
}

fn is_short(content: &[InlineView]) -> bool {
    plain_text(content, "").chars().count() <= SHORT
}
