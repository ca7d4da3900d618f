//! Rows of numbers below headings or beside one: which of these stand over each number.

use std::ops::Range;
use std::rc::Rc;

use super::{Head, Search, Token};
use crate::recognise::figures::header::complete;
use crate::recognise::figures::lines::{At, Line};

/// So many headings show that figures below them are those of the table.
const HEADS: usize = 4;

impl Search<'_> {
    /// A line with figures.
    pub(super) fn values(&mut self, line: &Line, own: &[(usize, Range<usize>, Head)], values: &[(usize, &At)]) {
        let beside = own
            .iter()
            .rev()
            .find_map(|(_, _, head)| if let Head::Columns(columns) = head { Some(columns.clone()) } else { None });
        // Other tables have totals, too.
        if beside.is_some() && self.group.is_none() && !self.captioned {
            return;
        }
        for (_, _, head) in own {
            if let Head::Group(group) = head {
                self.group = Some(group.clone());
            }
        }
        let begin = own.last().map_or(0, |(cell, _, _)| cell + 1);
        let values: Vec<&At> = values.iter().filter(|(cell, _)| *cell >= begin).map(|(_, at)| *at).collect();
        if let Some(columns) = beside {
            self.beside(line, &columns, &values);
            return;
        }
        let named = own.iter().any(|(_, _, head)| matches!(head, Head::Group(_)));
        // Where no group stands above, a row is that of the group it is called by.
        let by_rows = !named && (self.group.is_some() || self.captioned) && self.lowest_groups().is_empty();
        let foreign = self.foreign(line).filter(|_| by_rows);
        if foreign.is_some() {
            self.group = None;
        }
        let row_group = named || foreign.is_some();
        let before = self.tokens.len();
        self.below(line, &values, row_group);
        for token in self.tokens.iter_mut().skip(before) {
            token.foreign.clone_from(&foreign);
        }
        if !row_group {
            self.heads.clear();
            self.text.clear();
            self.reworded = false;
        }
    }

    /// The numbers beside a heading, one for each group above.
    fn beside(&mut self, line: &Line, columns: &[usize], values: &[&At]) {
        let groups = self.lowest_groups();
        if line.aligned && values.len() > 1 && !groups.is_empty() {
            if is_covered(values, &groups) {
                for at in values {
                    let group = self.over(&at.columns).1;
                    self.push(columns, group, at, true);
                }
            }
            return;
        }
        let only: Vec<&&At> = values.iter().filter(|at| !at.piece.text.is_empty()).collect();
        match (only.as_slice(), values.first()) {
            ([only], _) => self.push(columns, self.group.clone(), only, true),
            ([], Some(first)) => self.push(columns, self.group.clone(), first, true),
            _ => {}
        }
    }

    /// A row of numbers below the headings.
    fn below(&mut self, line: &Line, values: &[&At], row_group: bool) {
        let heads: Vec<(Range<usize>, Vec<usize>)> = self.column_heads();
        let ranges: Vec<Range<usize>> = heads.iter().map(|(range, _)| range.clone()).collect();
        // A blank column below no head is none.
        let is_cell =
            |at: &&&At| !line.aligned || !at.piece.text.is_empty() || ranges.iter().any(|head| meet(head, &at.columns));
        let values: Vec<&At> = values.iter().filter(is_cell).copied().collect();
        let trimmed = values.iter().rposition(|at| !at.piece.text.is_empty()).map_or(values.len(), |last| last + 1);
        let filled = values.get(..if line.aligned { values.len() } else { trimmed }).unwrap_or_default();
        let all = self.block.columns.leaves.len();
        let headed = complete(&self.text, self.headings);
        let complete_row = !filled.is_empty() && filled.iter().all(|at| !at.piece.text.is_empty());
        if line.aligned && is_covered(filled, &ranges) {
            for at in filled {
                let (columns, group) = self.over(&at.columns);
                let group = if row_group || group.is_none() && self.heads.len() <= all {
                    self.group.clone().filter(|_| row_group || heads.len() < all)
                } else {
                    group
                };
                self.push(&columns.unwrap_or_default(), group, at, true);
            }
        } else if heads.len() == filled.len() && (complete_row || line.aligned) {
            let group = self.group.clone().filter(|_| heads.len() < all);
            for (at, (_, columns)) in filled.iter().zip(&heads) {
                self.push(columns, group.clone(), at, false);
            }
        } else if filled.len() == all && complete_row && !self.reworded {
            self.whole = Some((filled.iter().map(|at| Rc::clone(&at.piece)).collect(), headed));
        } else if heads.len() >= HEADS || headed {
            let pieces = filled.iter().filter(|at| !at.piece.text.is_empty()).map(|at| Rc::clone(&at.piece));
            self.together.get_or_insert_default().extend(pieces);
        }
    }

    fn push(&mut self, columns: &[usize], group: Option<Range<usize>>, at: &At, proved: bool) {
        self.tokens.push(Token {
            columns: columns.to_vec(),
            group,
            piece: Rc::clone(&at.piece),
            foreign: None,
            proved,
        });
    }
}

/// Whether each of `heads` has one cell below it and each of `cells` one head above it.
fn is_covered(cells: &[&At], heads: &[Range<usize>]) -> bool {
    let below = |head: &Range<usize>| cells.iter().filter(|at| meet(&at.columns, head)).count();
    let above = |at: &&At| heads.iter().filter(|head| meet(&at.columns, head)).count();
    !cells.is_empty() && heads.iter().all(|head| below(head) == 1) && cells.iter().all(|at| above(at) == 1)
}

fn meet(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}
