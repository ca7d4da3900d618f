//! Tables that an editor wrote.

use super::document::Document;
use super::grid::{Cell, Merge, Settings, cell, even, row, table};
use crate::view::{InlineView, plain_text};

/// What a cell says is centred up to this many characters, as figures and names are.
const SHORT: usize = 12;

/// A table of up to so many rows stays on one page.
const FEW: usize = 12;

pub(super) fn add(document: &mut Document, head: &[Vec<InlineView>], rows: &[Vec<Vec<InlineView>>]) {
    let widths = even(head.len());
    let caption: Vec<String> = head.iter().map(|content| plain_text(content, "")).collect();
    let settings = Settings { widths: &widths, margins: (120, 100), caption: &caption.join("、") };
    table(document, &settings, |document| {
        line(document, true, head, &widths, true);
        for (at, cells) in rows.iter().enumerate() {
            line(document, false, cells, &widths, rows.len() <= FEW && at + 1 < rows.len());
        }
    });
}

fn line(document: &mut Document, head: bool, cells: &[Vec<InlineView>], widths: &[u32], stays: bool) {
    row(document, head, |document| {
        for (content, width) in cells.iter().zip(widths) {
            let settings = Cell {
                width: *width,
                columns: 1,
                merge: Merge::Alone,
                downwards: false,
                style: if head { "TableHeading" } else { "TableText" },
                align: if head || plain_text(content, "").chars().count() <= SHORT { "center" } else { "left" },
                stays,
            };
            cell(document, &settings, |document| document.inlines(content, None));
        }
    });
}
