//! Which number stands in which column, once all of a table were seen.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use nianbao_model::Decimal;
use nianbao_model::form::{Content, Table};

use super::{Numbers, Search, Token};
use crate::document::Spot;
use crate::recognise::figures::figure::{self, Reading};
use crate::recognise::figures::found::{Found, content};
use crate::recognise::figures::lines::Piece;
use crate::recognise::figures::shown_row::ShownRow;

/// A number in its column.
struct Placed {
    column: usize,
    piece: Rc<Piece>,
    /// What its row is called, where that is none of the form's names.
    foreign: Option<String>,
}

impl Search<'_> {
    /// Puts the numbers in their columns.
    pub(super) fn settle(mut self, table: &Table, found: &mut Found) {
        let mut tables = std::mem::take(&mut self.complete);
        if tables.is_empty() {
            let (tokens, taken) = (std::mem::take(&mut self.tokens), std::mem::take(&mut self.taken));
            tables.push(Numbers { tokens, whole: None, taken });
        }
        let together = self.together.take().filter(|pieces| !pieces.is_empty());
        for numbers in tables {
            let seats = self.seats(&numbers);
            if seats.is_empty() && together.is_none() {
                continue;
            }
            found.take(table.id, numbers.taken.iter().copied());
            if let Some(pieces) = &together {
                self.settle_together(pieces, &seats, found);
            }
            let proved = numbers.whole.is_none() && numbers.tokens.iter().all(|token| token.proved);
            self.put(seats, proved, found);
        }
    }

    /// Puts the numbers of one table in their columns.
    fn put(&self, seats: Vec<Placed>, proved: bool, found: &mut Found) {
        let mut readings: BTreeMap<usize, (Reading, Spot)> = BTreeMap::new();
        let mut again = Vec::new();
        for Placed { column, piece, foreign } in seats {
            let label = self.block.columns.leaves.get(column).map_or("", |leaf| leaf.item.label);
            let mut reading = figure::read(&piece, content(self.block, column), label);
            if let Some(name) = foreign {
                reading.doubt(&format!("这一行的名称“{name}”不是规定的说法"));
            }
            match readings.entry(column) {
                Entry::Vacant(seat) => {
                    seat.insert((reading, piece.spot));
                }
                Entry::Occupied(_) => again.push((column, reading, piece.spot)),
            }
        }
        if !proved {
            self.open_unequal(&mut readings);
        }
        let readings = readings.into_iter().map(|(column, (reading, spot))| (column, reading, spot));
        for (column, reading, spot) in readings.chain(again) {
            found.put((self.block.index, 0, column), reading, Some(spot));
        }
    }

    /// Opens the columns that no number was found for, where numbers stand that are fewer or more.
    fn settle_together(&self, pieces: &[Rc<Piece>], seats: &[Placed], found: &mut Found) {
        let open = |column: &usize| !seats.iter().any(|placed| placed.column == *column);
        let columns: Vec<usize> = (0..self.block.columns.leaves.len()).filter(open).collect();
        let (Some(first), Some(last), Some(spot)) =
            (columns.first(), columns.last(), pieces.first().map(|piece| piece.spot))
        else {
            return;
        };
        let texts: Vec<String> = pieces.iter().map(|piece| piece.text.clone()).collect();
        let brief: String = texts.join(" | ").chars().take(60).collect();
        for column in &columns {
            let reading = Reading::open(format!("这里应有 {} 个数，原文是“{brief}”", columns.len()));
            found.put((self.block.index, 0, *column), reading, Some(spot));
        }
        if last - first < columns.len() {
            found.shown.insert((self.block.index, 0), ShownRow { columns: *first..last + 1, pieces: texts });
        }
    }

    /// The column of each number: all by their order if there is one for each, otherwise those whose headings leave no choice.
    fn seats(&self, Numbers { tokens: own, whole, .. }: &Numbers) -> Vec<Placed> {
        if let Some(whole) = whole {
            let placed =
                |(column, piece): (usize, &Rc<Piece>)| Placed { column, piece: Rc::clone(piece), foreign: None };
            return whole.iter().enumerate().map(placed).collect();
        }
        let all = self.block.columns.leaves.len();
        let may = |token: &Token, column: usize| {
            token.columns.contains(&column) && token.group.as_ref().is_none_or(|group| group.contains(&column))
        };
        let place = |column: usize, token: &Token| Placed {
            column,
            piece: Rc::clone(&token.piece),
            foreign: token.foreign.clone(),
        };
        let tokens = || own.iter().enumerate();
        if own.len() == all && tokens().all(|(column, token)| may(token, column)) {
            return tokens().map(|(column, token)| place(column, token)).collect();
        }
        let sole = |token: &Token| {
            let mut open = token.columns.iter().copied().filter(|column| may(token, *column));
            open.next().filter(|_| open.next().is_none()).map(|column| place(column, token))
        };
        let seats: Vec<Placed> = own.iter().filter_map(sole).collect();
        // Where place and order say different things, neither is certain.
        let distinct: BTreeSet<usize> = seats.iter().map(|placed| placed.column).collect();
        if own.len() == all && distinct.len() < all { Vec::new() } else { seats }
    }

    pub(super) fn readings(&self, row: &[Rc<Piece>]) -> Vec<Reading> {
        row.iter().enumerate().map(|(column, piece)| figure::read(piece, content(self.block, column), "")).collect()
    }

    /// Opens the figures of groups whose total does not hold: it alone shows that none was torn or lost.
    fn open_unequal(&self, readings: &mut BTreeMap<usize, (Reading, Spot)>) {
        let leaves = &self.block.columns.leaves;
        let mut holding: BTreeSet<usize> = BTreeSet::new();
        for (total, leaf) in leaves.iter().enumerate().filter(|(_, leaf)| leaf.item.content == Content::Total) {
            let own: Vec<usize> = leaves
                .iter()
                .enumerate()
                .filter(|(_, part)| leaf.range.contains(&part.range.start) && part.item.content != Content::Total)
                .map(|(part, _)| part)
                .collect();
            let value = |column: &usize| readings.get(column).and_then(|(reading, _)| reading.value());
            let sum = own.iter().map(value).sum::<Option<Decimal>>();
            if sum.is_some() && sum == value(&total) {
                holding.extend(own);
                holding.insert(total);
            }
        }
        for (_, (reading, _)) in readings.iter_mut().filter(|(column, _)| !holding.contains(column)) {
            reading.doubt("各数相加与合计不符，可能错了位");
        }
    }
}
