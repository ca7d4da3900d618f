//! Tables.

use roxmltree::Node;

use super::dropped::SHOWN;
use super::layout::{is_deleted, members, only_arranges};
use super::merge::{MergedCell, MergedRow, grid};
use super::walk::{Scope, Walk};
use super::xml::{all_text, child, number, switch, word};
use crate::document::{Certainty, Part, Place};

/// How many tables may stand in each other; one deeper is taken apart.
const NESTED: usize = 6;
/// How many columns a table of Word has at most.
const COLUMNS: usize = 64;

impl Walk<'_, '_> {
    /// Adds a table to `parts`, or what is in it if it only arranges that.
    pub(super) fn table(&mut self, node: Node, scope: &Scope, parts: &mut Vec<Part>) {
        let Some(scope) = self.deeper(node, scope) else { return };
        self.finish(&scope, parts);
        let rows = members(node, "tr");
        if scope.tables >= NESTED || only_arranges(&rows) {
            for row in rows.into_iter().filter(|row| !is_deleted(*row)) {
                for cell in members(row, "tc") {
                    self.blocks(cell, &Scope { tables: scope.tables + 1, ..scope.clone() }, parts);
                    self.finish(&scope, parts);
                }
            }
            return;
        }
        self.tables = self.tables.saturating_add(1);
        let table = self.tables;
        let mut kept: Vec<MergedRow> = Vec::new();
        for row in rows {
            if is_deleted(row) {
                self.dropped.add(
                    "修订中删去的表格行",
                    &all_text(row, SHOWN),
                    &Place::Table(table, count(kept.len()), 1),
                );
            } else if child(row, "trPr").and_then(|properties| switch(properties, "hidden")) == Some(true) {
                self.dropped.add("隐藏的表格行", &all_text(row, SHOWN), &Place::Table(table, count(kept.len()), 1));
            } else {
                let row = self.row(row, table, kept.len(), &scope);
                kept.push(row);
            }
        }
        let grid = grid(kept, &widths(node), table, &mut self.dropped);
        if !grid.cells.is_empty() {
            parts.push(Part::Grid(grid));
        }
    }

    fn row(&mut self, node: Node, table: u32, at: usize, scope: &Scope) -> MergedRow {
        let properties = child(node, "trPr");
        let skipped =
            |name: &str| properties.and_then(|properties| number::<usize>(properties, name)).unwrap_or_default();
        let width = |name: &str| properties.and_then(|properties| width(properties, name)).unwrap_or_default();
        let mut row = MergedRow {
            cells: Vec::new(),
            before: skipped("gridBefore").min(COLUMNS),
            after: skipped("gridAfter").min(COLUMNS),
            width_before: width("wBefore"),
        };
        let (mut column, mut shifted) = (row.before, false);
        for node in members(node, "tc") {
            let properties = child(node, "tcPr");
            let columns = properties.and_then(|properties| number::<usize>(properties, "gridSpan")).unwrap_or(1);
            let columns = columns.clamp(1, COLUMNS);
            let place = Place::Table(table, count(at), count(column));
            if properties.is_some_and(|properties| child(properties, "cellDel").is_some()) {
                self.dropped.add("修订中删去的格", &all_text(node, SHOWN), &place);
                shifted = true;
            } else {
                let mut cell = self.cell(node, properties, place, scope);
                (cell.column, cell.columns) = (column, columns);
                if shifted {
                    cell.certainty = Certainty::Doubtful("这一行在修订中删去了几格，后面的数可能错了列".to_owned());
                }
                row.cells.push(cell);
            }
            column = column.saturating_add(columns);
        }
        row
    }

    fn cell(&mut self, node: Node, properties: Option<Node>, place: Place, scope: &Scope) -> MergedCell {
        let outer = self.doubt.take();
        let scope = Scope { cell: Some(place.clone()), tables: scope.tables + 1, ..scope.clone() };
        let mut parts = Vec::new();
        self.blocks(node, &scope, &mut parts);
        self.finish(&scope, &mut parts);
        let doubt = std::mem::replace(&mut self.doubt, outer);
        let goes_on = |name: &str| {
            let merge = properties.and_then(|properties| child(properties, name));
            merge.is_some_and(|merge| merge.attribute("val") != Some("restart"))
        };
        MergedCell {
            column: 0,
            columns: 1,
            width: properties.and_then(|properties| width(properties, "tcW")),
            from_above: goes_on("vMerge"),
            from_left: goes_on("hMerge"),
            parts,
            certainty: doubt.map_or(Certainty::Certain, Certainty::Doubtful),
            place,
        }
    }
}

/// The widths of a table's columns.
fn widths(table: Node) -> Vec<u32> {
    let columns = child(table, "tblGrid").into_iter().flat_map(|grid| grid.children());
    let columns = columns.filter(|column| word(*column) == "gridCol");
    columns
        .map(|column| column.attribute("w").and_then(|width| width.trim().parse().ok()).unwrap_or_default())
        .collect()
}

/// A width in twentieths of a point.
fn width(properties: Node, name: &str) -> Option<u32> {
    let width = child(properties, name)?;
    let in_points = matches!(width.attribute("type"), None | Some("dxa"));
    width.attribute("w").filter(|_| in_points)?.trim().parse().ok().filter(|width| *width > 0)
}

/// A number from 1 of what is counted from 0.
fn count(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX).saturating_add(1)
}
