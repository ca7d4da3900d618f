//! Lines that hold the numbers of a row whose label stands in lines of its own.

use super::lines::Line;
use super::rows::{self, Labels, Row};

/// So many lines below the last row may belong to it.
const BEHIND: usize = 4;

/// For each row the line that holds its numbers, where that is another than the one with its label: above or below it, the
/// same for all rows that stand together.
pub(super) fn adopted(lines: &[Line], found: &[Row], labels: &[Labels]) -> Vec<Option<usize>> {
    let own: Vec<bool> =
        found.iter().map(|row| lines.get(row.line).is_some_and(|line| rows::has_values(line, row.label))).collect();
    let gaps: Vec<Vec<usize>> = (0..=found.len()).map(|gap| strays(lines, found, labels, gap)).collect();
    let mut adopted = vec![None; found.len()];
    let mut first = 0;
    while first < found.len() {
        let length = own.iter().skip(first).take_while(|own| !**own).count();
        let behind = first + length;
        if length > 0 && is_unbroken(found, labels, first, behind) {
            let single = |gap: usize| {
                gaps.get(gap).and_then(|strays| if let [only] = strays.as_slice() { Some(*only) } else { None })
            };
            let empty = |gap: usize| gaps.get(gap).is_some_and(Vec::is_empty);
            let below: Vec<Option<usize>> = (first..behind).map(|row| single(row + 1)).collect();
            let above: Vec<Option<usize>> = (first..behind).map(single).collect();
            let chosen = if empty(first) && below.iter().all(Option::is_some) {
                below
            } else if empty(behind) && above.iter().all(Option::is_some) {
                above
            } else {
                vec![None; length]
            };
            for (place, line) in adopted.iter_mut().skip(first).zip(chosen) {
                *place = line;
            }
        }
        first = behind + 1;
    }
    adopted
}

/// Whether no row of the form is missing among those from `first` to `behind` and their neighbours.
fn is_unbroken(found: &[Row], labels: &[Labels], first: usize, behind: usize) -> bool {
    let range = found.get(first.saturating_sub(1)..(behind + 1).min(found.len())).unwrap_or_default();
    range.windows(2).all(|pair| {
        let [one, other] = pair else { return true };
        let last = labels.get(one.block).map_or(0, |labels| labels.rows.leaves().count());
        let within = one.block == other.block && one.leaf + 1 == other.leaf;
        within || one.block + 1 == other.block && one.leaf + 1 == last && other.leaf == 0
    })
}

/// The lines with numbers and no label of their own before row `gap`, behind the row before it.
pub(super) fn strays(lines: &[Line], found: &[Row], labels: &[Labels], gap: usize) -> Vec<usize> {
    let before = gap.checked_sub(1).and_then(|before| found.get(before));
    let behind = found.get(gap);
    let (start, end) = match (before, behind) {
        (Some(before), Some(behind)) => (before.line + 1, behind.line),
        (Some(before), None) => (before.line + 1, before.line + 1 + BEHIND),
        (None, Some(behind)) => (behind.line.saturating_sub(1), behind.line),
        (None, None) => (0, 0),
    };
    let near: Vec<&Row> = before.into_iter().chain(behind).collect();
    let stray = |line: &usize| lines.get(*line).is_some_and(|line| is_stray(line, &near, labels));
    let lines_between = start..end.min(lines.len());
    if behind.is_some() {
        return lines_between.filter(stray).collect();
    }
    // What comes below the last row is another table, if it is not the same grid that goes on.
    let grid = before.and_then(|row| lines.get(row.line)).filter(|line| line.aligned).map(|line| line.grid);
    let goes_on = |line: &usize| grid.is_none_or(|grid| lines.get(*line).is_some_and(|line| line.grid == grid));
    lines_between.take_while(|line| stray(line) && goes_on(line)).collect()
}

/// Whether a line holds numbers, and no words but a piece of the label of a row beside it.
fn is_stray(line: &Line, near: &[&Row], labels: &[Labels]) -> bool {
    let is_piece = |piece: &str| {
        near.iter().any(|row| {
            let official = labels.get(row.block).and_then(|labels| labels.rows.leaves().nth(row.leaf));
            official.is_some_and(|label| label.letters.contains(piece))
        })
    };
    let mut values = 0;
    for at in line.cells.iter().filter(|at| !at.piece.text.is_empty() && at.begins) {
        if at.piece.is_label {
            if values > 0 || !is_piece(&at.piece.letters) {
                return false;
            }
        } else if at.piece.text.contains(|letter: char| letter.is_numeric()) {
            values += 1;
        }
    }
    values > 0 && line.grid.is_some()
}
