//! Which number stands in which column, once all of a table were seen.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use nianbao_model::Decimal;
use nianbao_model::form::{Content, Table};

use super::{Search, Token};
use crate::document::Spot;
use crate::recognise::figures::figure::{self, Reading};
use crate::recognise::figures::found::{Found, content};
use crate::recognise::figures::lines::Piece;
use crate::recognise::figures::run_together::ShownRow;
use crate::recognise::figures::sums::row_holds;

impl Search<'_> {
    /// Puts the numbers in their columns.
    pub(super) fn settle(mut self, table: &Table, found: &mut Found) {
        let mut proved = self.tokens.iter().all(|token| token.proved);
        let mut seats = self.seats();
        if let Some((whole, headed)) = self.whole.take().filter(|_| seats.is_empty())
            && (headed || row_holds(self.block, &self.readings(&whole)))
        {
            seats.extend(whole.into_iter().enumerate());
            proved = false;
        }
        let together = self.together.take().filter(|pieces| !pieces.is_empty());
        if seats.is_empty() && together.is_none() {
            return;
        }
        found.take(table.id, std::mem::take(&mut self.taken));
        if let Some(pieces) = together {
            self.settle_together(&pieces, &seats, found);
        }
        let mut readings: BTreeMap<usize, (Reading, Spot)> = BTreeMap::new();
        for (column, piece) in seats {
            let label = self.block.columns.leaves.get(column).map_or("", |leaf| leaf.item.label);
            readings.insert(column, (figure::read(&piece, content(self.block, column), label), piece.spot));
        }
        if !proved {
            self.open_unequal(&mut readings);
        }
        for (column, (reading, spot)) in readings {
            found.put((self.block.index, 0, column), reading, Some(spot));
        }
    }

    /// Opens the columns that no number was found for, where numbers stand that are fewer or more.
    fn settle_together(&self, pieces: &[Rc<Piece>], seats: &[(usize, Rc<Piece>)], found: &mut Found) {
        let open = |column: &usize| !seats.iter().any(|(seat, _)| seat == column);
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
    fn seats(&self) -> Vec<(usize, Rc<Piece>)> {
        let all = self.block.columns.leaves.len();
        let may = |token: &Token, column: usize| {
            token.columns.contains(&column) && token.group.as_ref().is_none_or(|group| group.contains(&column))
        };
        let tokens = || self.tokens.iter().enumerate();
        if self.tokens.len() == all && tokens().all(|(column, token)| may(token, column)) {
            return tokens().map(|(column, token)| (column, Rc::clone(&token.piece))).collect();
        }
        let sole = |token: &Token| {
            let mut open = token.columns.iter().copied().filter(|column| may(token, *column));
            open.next().filter(|_| open.next().is_none()).map(|column| (column, Rc::clone(&token.piece)))
        };
        let seats: Vec<(usize, Rc<Piece>)> = self.tokens.iter().filter_map(sole).collect();
        // Where place and order say different things, neither is certain.
        let distinct: BTreeSet<usize> = seats.iter().map(|(column, _)| *column).collect();
        if self.tokens.len() == all && distinct.len() < all { Vec::new() } else { seats }
    }

    fn readings(&self, row: &[Rc<Piece>]) -> Vec<Reading> {
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
