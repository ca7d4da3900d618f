//! Which lines of a document are which rows of a table, by their labels and their order.

use std::collections::BTreeSet;

use nianbao_model::form::Table;

use super::headings::Headings;
use super::lines::{At, Line};
use super::run_together::behind_label;

/// Of two lines with the same label the one nearer to the other rows of the table is meant.
const PER_LINE_BETWEEN: f64 = 0.0005;

/// A line with values beats one without.
const WITH_VALUES: f64 = 0.3;

/// A row of a table that was found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Row {
    /// Its block within the table.
    pub(super) block: usize,
    /// Its printed row within the block.
    pub(super) leaf: usize,
    /// The line that it was found in.
    pub(super) line: usize,
    /// The cell with its label.
    pub(super) label: usize,
    /// How much that is like the form's.
    pub(super) likeness: f64,
}

/// The headings of a block.
#[derive(Debug)]
pub(super) struct Labels {
    /// Those of its rows.
    pub(super) rows: Headings,
    /// Those of its columns.
    pub(super) columns: Headings,
}

impl Labels {
    /// Those of each block of `table`.
    pub(super) fn of(table: &Table) -> Vec<Self> {
        let labels = |block: &nianbao_model::form::TableBlock| Self {
            rows: Headings::of(&block.rows),
            columns: Headings::of(&block.columns),
        };
        table.blocks.iter().map(labels).collect()
    }
}

/// The rows of a table in `lines`: those that stand in the official order, and others between them whose label is exact.
pub(super) fn find(lines: &[Line], labels: &[Labels], taken: &BTreeSet<usize>) -> Vec<Row> {
    let candidates: Vec<Row> = lines
        .iter()
        .enumerate()
        .filter(|(number, line)| !taken.contains(number) && !is_header(line, labels))
        .flat_map(|(number, line)| candidates(number, line, labels))
        .collect();
    let mut rows = chain(&candidates, lines);
    let (Some(first), Some(last)) = (rows.first().map(|row| row.line), rows.last().map(|row| row.line)) else {
        return rows;
    };
    let near = first.saturating_sub(3)..=last.saturating_add(3);
    for row in candidates.iter().filter(|row| near.contains(&row.line) && row.likeness >= 1.0) {
        let same = |other: &Row| other.line == row.line || (other.block, other.leaf) == (row.block, row.leaf);
        if has_values(&lines[row.line], row.label) && !rows.iter().any(same) {
            rows.push(*row);
        }
    }
    rows.sort_by_key(|row| row.line);
    rows
}

/// Whether several headings of columns stand in a line.
pub(super) fn is_header(line: &Line, labels: &[Labels]) -> bool {
    let heads = |label: &Labels| {
        let found = line.cells.iter().filter(|at| at.piece.is_label);
        found
            .filter(|at| label.columns.find(&at.piece.letters).is_some_and(|found| found.likeness >= 0.9))
            .take(2)
            .count()
            >= 2
    };
    labels.iter().any(heads)
}

/// Whether anything stands right of a label, or runs together with it.
pub(super) fn has_values(line: &Line, label: usize) -> bool {
    line.cells.iter().skip(label + 1).any(|at| !at.piece.text.is_empty() && !at.piece.is_label)
        || line.cells.get(label).is_some_and(|at| behind_label(&at.piece.text).is_some())
}

/// What rows the line may be: those of its last label that is one, for each block.
fn candidates(number: usize, line: &Line, labels: &[Labels]) -> Vec<Row> {
    let is_leading = |at: &At| at.piece.text.is_empty() || at.piece.is_label;
    let counted = usize::from(line.aligned && line.is_counted());
    let leading = line.cells.iter().enumerate().skip(counted).take_while(|(_, at)| is_leading(at));
    let cells: Vec<usize> =
        leading.filter(|(_, at)| at.begins && !at.piece.text.is_empty()).map(|(cell, _)| cell).collect();
    let of_block = |(block, labels): (usize, &Labels)| {
        cells.iter().rev().take(4).find_map(|cell| {
            let (leaf, likeness) = labels.rows.leaf(&line.cells.get(*cell)?.piece.letters)?;
            Some(Row { block, leaf, line: number, label: *cell, likeness })
        })
    };
    labels.iter().enumerate().filter_map(of_block).collect()
}

/// The best chain of rows in the official order.
fn chain(candidates: &[Row], lines: &[Line]) -> Vec<Row> {
    // For each row of the form the best chain that ends with it, as its worth and its last candidate.
    let mut best: std::collections::BTreeMap<(usize, usize), (f64, usize)> = std::collections::BTreeMap::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(candidates.len());
    for (number, row) in candidates.iter().enumerate() {
        let place = (row.block, row.leaf);
        let own = row.likeness + if has_values(&lines[row.line], row.label) { WITH_VALUES } else { 0.0 };
        let mut worth = own;
        let mut previous = None;
        for (value, end) in best.range(..place).map(|(_, found)| *found) {
            let end_line = candidates.get(end).map_or(0, |end| end.line);
            let gap = row.line.saturating_sub(end_line).min(400);
            let linked = value + own - PER_LINE_BETWEEN * f64::from(u16::try_from(gap).unwrap_or(400));
            if end_line < row.line && linked > worth {
                (worth, previous) = (linked, Some(end));
            }
        }
        before.push(previous);
        if best.get(&place).is_none_or(|(value, _)| worth > *value) {
            best.insert(place, (worth, number));
        }
    }
    let mut at = best.into_values().max_by(|one, other| one.0.total_cmp(&other.0)).map(|(_, end)| end);
    let mut rows = Vec::new();
    while let Some(row) = at.and_then(|number| candidates.get(number)) {
        rows.push(*row);
        at = at.and_then(|number| before.get(number).copied().flatten());
    }
    rows.reverse();
    rows
}
