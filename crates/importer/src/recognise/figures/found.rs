//! The figures found so far, by their seat on the form: block, printed row, printed column.

use std::collections::{BTreeMap, BTreeSet};

use nianbao_model::TableId;
use nianbao_model::form::{Content, TableBlock};

use super::figure::{Open, Reading};
use super::shown_row::ShownRow;
use crate::document::Spot;

/// A printed cell of the form: its block, row and column among those printed.
pub(super) type Seat = (usize, usize, usize);

/// A figure that was found.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Seen {
    /// What it says.
    pub(super) reading: Reading,
    /// Where it stands, if it stands anywhere.
    pub(super) spot: Option<Spot>,
}

/// All that was found.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// The figures.
    pub(super) seats: BTreeMap<Seat, Seen>,
    /// The lines that are rows or heads of a table.
    pub(super) lines: BTreeMap<TableId, BTreeSet<usize>>,
    /// Rows with blanks in lines that keep only the order of their cells, by block and printed row.
    pub(super) loose: BTreeSet<(usize, usize)>,
    /// Rows in such lines whose stated sum does not hold.
    pub(super) unequal: BTreeSet<(usize, usize)>,
    /// Rows whose columns are known by their sums alone, and whether these hold.
    pub(super) guessed: BTreeMap<(usize, usize), bool>,
    /// What stands in place of rows whose cells cannot be told apart, by block and printed row.
    pub(super) shown: BTreeMap<(usize, usize), ShownRow>,
    /// What was found of tables whose columns run together, and where.
    pub(super) glued: BTreeMap<TableId, Spot>,
}

impl Found {
    /// Takes in what was read for a seat; where it says something else than what was found before, it is open.
    pub(super) fn put(&mut self, seat: Seat, reading: Reading, spot: Option<Spot>) {
        let Some(before) = self.seats.get_mut(&seat) else {
            self.seats.insert(seat, Seen { reading, spot });
            return;
        };
        match (before.reading.value(), reading.value()) {
            (Some(one), Some(other)) if one != other => {
                let hint = Some(format!("一处是 {one}，另一处是 {other}"));
                before.reading = Reading::Open(Open { why: "原文里有两个不同的数".to_owned(), hint });
            }
            (None, Some(_)) if before.spot.is_none() => *before = Seen { reading, spot },
            _ => {}
        }
    }

    /// Opens figures that `other` shows otherwise, a table that is too small to be a copy.
    pub(super) fn contradict(&mut self, other: Self) {
        for (seat, Seen { reading, spot }) in other.seats {
            if self.seats.contains_key(&seat) && matches!(reading, Reading::Certain(_)) {
                self.put(seat, reading, spot);
            }
        }
    }

    /// Adds lines that belong to a table.
    pub(super) fn take(&mut self, table: TableId, lines: impl IntoIterator<Item = usize>) {
        self.lines.entry(table).or_default().extend(lines);
    }

    /// How many figures are certain.
    pub(super) fn certain(&self) -> usize {
        self.seats.values().filter(|seen| matches!(seen.reading, Reading::Certain(_))).count()
    }
}

/// What a printed column counts.
pub(super) fn content(block: &TableBlock, column: usize) -> Content {
    match block.columns.leaves.get(column).map(|leaf| leaf.item.content) {
        Some(content @ (Content::Amount | Content::Change)) => content,
        _ => Content::Count,
    }
}
