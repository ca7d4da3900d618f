//! From what was found to the figures of a report: cells as written, totals as stated, and a doubt for all that is open.

use std::collections::BTreeMap;

use nianbao_model::form::{Content, Place, Table, TableBlock};
use nianbao_model::numbering::chinese_numeral;
use nianbao_model::{Address, Figures, Form, Span, Stated};

use super::assign::NO_HEAD;
use super::figure::Reading;
use super::found::{Found, Seen};
use super::{hints, run_together};
use crate::document::{NO_RESULT, Spot};
use crate::{Doubt, Subject};

/// The figures of a report and what is to be said of them.
#[derive(Debug, Default)]
pub(super) struct Outcome {
    pub(super) figures: Figures,
    pub(super) cells: BTreeMap<Place, Spot>,
    pub(super) stated: Vec<Stated>,
    pub(super) stated_at: Vec<Spot>,
    pub(super) doubts: Vec<Doubt>,
}

/// What comes of all that was found on `form`; `why` says why nothing was found.
pub(super) fn of(form: &'static Form, found: &Found, why: &str) -> Outcome {
    let mut outcome = Outcome::default();
    let empty = found.shown.is_empty() && !found.seats.values().any(|seen| says_something(&seen.reading));
    for table in &form.tables {
        let missing = empty || !table.blocks.iter().any(|block| has_any(found, block));
        if missing {
            outcome.missing(form, table, found, if empty && !found.seats.is_empty() { "各格都是空白" } else { why });
            continue;
        }
        for block in &table.blocks {
            outcome.block(form, block, found);
        }
        outcome.doubts.extend(blank(table, found));
    }
    outcome.doubts.splice(0..0, of_document(form, found, empty, why));
    outcome
}

/// A figure or something that should be one, rather than a blank.
fn says_something(reading: &Reading) -> bool {
    !reading.is_blank() && reading.value().is_some()
}

fn has_any(found: &Found, block: &TableBlock) -> bool {
    found.seats.range((block.index, 0, 0)..(block.index + 1, 0, 0)).next().is_some()
}

/// A table in which nothing was written may be one that somebody forgot.
fn blank(table: &Table, found: &Found) -> Option<Doubt> {
    let is_blank = |block: &TableBlock| {
        let typed = |(_, row, column): &(usize, usize, usize)| {
            let leaves = [block.rows.leaves.get(*row), block.columns.leaves.get(*column)];
            leaves.into_iter().flatten().all(|leaf| leaf.item.content != Content::Total)
        };
        let seats = found.seats.range((block.index, 0, 0)..(block.index + 1, 0, 0));
        seats.filter(|(seat, _)| typed(seat)).all(|(_, seen)| seen.reading.is_blank())
    };
    let block = table.blocks.first().filter(|_| table.blocks.iter().all(is_blank))?;
    Some(Doubt {
        subject: Subject::Figure(whole(block)),
        message: format!("{}整张是空白，按 0 计；确实没有的不用改，漏填的请补上", name(table)),
        hint: None,
        spot: None,
    })
}

/// Whether two doubts say the same of two rows.
fn are_alike(one: &Doubt, other: &Doubt) -> bool {
    let are_rows = matches!((&one.subject, &other.subject), (Subject::Row(_), Subject::Row(_)));
    are_rows && one.message == other.message && one.hint.is_none() && other.hint.is_none()
}

/// From which row to which, in words for an editor.
fn between(block: &TableBlock, top: &Address, bottom: &Address) -> String {
    let label = |row: &Address| {
        block.rows.leaves.iter().find(|leaf| leaf.range == row.rows).map(|leaf| leaf.item.label).unwrap_or_default()
    };
    match (label(top), label(bottom)) {
        ("", _) | (_, "") => String::new(),
        (top, bottom) => format!("（从“{top}”到“{bottom}”）"),
    }
}

fn whole(block: &TableBlock) -> Address {
    Address { block: block.index, rows: block.rows.whole(), columns: block.columns.whole() }
}

fn of_document(form: &Form, found: &Found, empty: bool, why: &str) -> Vec<Doubt> {
    let missing: Vec<String> =
        form.tables.iter().filter(|table| !table.blocks.iter().any(|block| has_any(found, block))).map(name).collect();
    let message = if empty && !found.seats.is_empty() {
        "三张表都没有填，像是空白表格：数字一律待核对，没有按 0 处理".to_owned()
    } else if missing.is_empty() {
        return Vec::new();
    } else {
        format!("没有读到{}的数字（{why}）：这些格待核对，请对照原件填上", missing.join("、"))
    };
    vec![Doubt { subject: Subject::Document, message, hint: None, spot: None }]
}

fn name(table: &Table) -> String {
    format!("表{}“{}”", chinese_numeral(u32::from(table.id.number())), table.caption)
}

impl Outcome {
    /// A table of which nothing was read: all its cells are open, told once for each block.
    fn missing(&mut self, form: &Form, table: &Table, found: &Found, why: &str) {
        let spot = found.glued.get(&table.id).copied();
        for block in &table.blocks {
            let address = whole(block);
            for (block, row, column) in address.cells() {
                let cell = Address { block, rows: row..row + 1, columns: column..column + 1 };
                self.figures.set(&cell, Reading::open("").into_cell());
            }
            let part = block.heading.map_or_else(|| name(table), |heading| format!("{}的{heading}", name(table)));
            let message = format!("{part}：{why}，各格待核对，请对照原件填上");
            let readings = block.rows.leaves.iter().enumerate().filter_map(|(row, leaf)| {
                let readings = run_together::readings(form, block, found, row)?;
                Some(if leaf.item.label.is_empty() { readings } else { format!("“{}”{readings}", leaf.item.label) })
            });
            let readings = readings.collect::<Vec<_>>().join("；");
            let hint = (!readings.is_empty()).then_some(readings);
            self.doubts.push(Doubt { subject: Subject::Figure(address), message, hint, spot });
        }
    }

    fn block(&mut self, form: &Form, block: &TableBlock, found: &Found) {
        let lost = self.lost_totals(block, found);
        let first = self.doubts.len();
        for (row, row_leaf) in block.rows.leaves.iter().enumerate() {
            let before = self.doubts.len();
            for (column, column_leaf) in block.columns.leaves.iter().enumerate() {
                let address =
                    Address { block: block.index, rows: row_leaf.range.clone(), columns: column_leaf.range.clone() };
                let typed = [row_leaf, column_leaf].iter().all(|leaf| leaf.item.content != Content::Total);
                let seat = (block.index, row, column);
                let missing = Seen { reading: Reading::open("没有找到这一格"), spot: None };
                match found.seats.get(&seat) {
                    Some(seen) if typed => self.cell(address, seen, hints::of(form, block, found, seat)),
                    Some(_) if lost.contains(&column) => {}
                    Some(seen) => self.total(form, address, seen, hints::of(form, block, found, seat)),
                    None if typed => self.cell(address, &missing, hints::of(form, block, found, seat)),
                    None => {}
                }
            }
            let whole = Address { rows: row_leaf.range.clone(), ..whole(block) };
            self.gather(before, block, whole);
            if let (Some(doubt), Some(readings)) =
                (self.doubts.get_mut(before), run_together::readings(form, block, found, row))
            {
                doubt.hint = Some(readings);
            }
        }
        self.gather_rows(first, block);
    }

    /// What makes many rows open, one below the other, is told once.
    fn gather_rows(&mut self, first: usize, block: &TableBlock) {
        /// So few rows are told one by one.
        const FEW: usize = 3;
        let mut gathered: Vec<Doubt> = Vec::new();
        let mut rest = self.doubts.split_off(first.min(self.doubts.len())).into_iter().peekable();
        while let Some(doubt) = rest.next() {
            let Subject::Row(row) = doubt.subject.clone() else {
                gathered.push(doubt);
                continue;
            };
            let mut rows = vec![row];
            let mut alike = vec![doubt];
            while let Some(next) = rest.next_if(|next| alike.first().is_some_and(|first| are_alike(first, next))) {
                rows.extend(if let Subject::Row(row) = &next.subject { Some(row.clone()) } else { None });
                alike.push(next);
            }
            match (alike.first(), rows.first(), rows.last()) {
                (Some(one), Some(top), Some(bottom)) if rows.len() > FEW => gathered.push(Doubt {
                    subject: Subject::Row(Address { rows: top.rows.start..bottom.rows.end, ..top.clone() }),
                    message: format!("{} 行都是这样{}：{}", rows.len(), between(block, top, bottom), one.message),
                    hint: None,
                    spot: one.spot,
                }),
                _ => gathered.extend(alike),
            }
        }
        self.doubts.extend(gathered);
    }

    /// What makes most of a row open is told once, of the whole row.
    fn gather(&mut self, before: usize, block: &TableBlock, row: Address) {
        let Some([first, second, rest @ ..]) = self.doubts.get(before..) else { return };
        let same = |doubt: &Doubt| doubt.message == first.message;
        if rest.is_empty() || !same(second) || !rest.iter().all(same) {
            return;
        }
        let column = |doubt: &Doubt| match &doubt.subject {
            Subject::Figure(address) => block.columns.leaves.iter().find(|leaf| leaf.range == address.columns),
            _ => None,
        };
        let hints: Vec<String> = [first, second]
            .into_iter()
            .chain(rest)
            .filter_map(|doubt| Some(format!("{}：{}", column(doubt)?.item.label, doubt.hint.as_ref()?)))
            .collect();
        let gathered = Doubt {
            subject: Subject::Row(row),
            message: format!("这一行 {} 格{}", rest.len() + 2, first.message),
            hint: (!hints.is_empty()).then(|| hints.join("；")),
            spot: first.spot,
        };
        self.doubts.truncate(before);
        self.doubts.push(gathered);
    }

    /// The columns of totals that the document does not have, told once.
    fn lost_totals(&mut self, block: &TableBlock, found: &Found) -> Vec<usize> {
        let is_lost = |column: &usize| {
            let seen = (0..block.rows.leaves.len()).filter_map(|row| found.seats.get(&(block.index, row, *column)));
            let mut spots = seen.map(|seen| matches!(&seen.reading, Reading::Open(open) if open.why == NO_HEAD));
            spots.next().is_some_and(|first| first) && spots.all(|lost| lost)
        };
        let leaves = || block.columns.leaves.iter().enumerate();
        let totals = leaves().filter(|(_, leaf)| leaf.item.content == Content::Total).map(|(column, _)| column);
        let lost: Vec<usize> = totals.filter(is_lost).collect();
        for leaf in lost.iter().filter_map(|column| block.columns.leaves.get(*column)) {
            let address = Address { block: block.index, rows: block.rows.whole(), columns: leaf.range.clone() };
            let message = format!("原文里没有“{}”这一列，没有可以核对的合计", leaf.item.label);
            self.doubts.push(Doubt { subject: Subject::Figure(address), message, hint: None, spot: None });
        }
        lost
    }

    fn cell(&mut self, address: Address, seen: &Seen, likely: Option<String>) {
        if let (Some(place), Some(spot)) = (address.cell(), seen.spot) {
            self.cells.insert(place, spot);
        }
        self.figures.set(&address, seen.reading.clone().into_cell());
        self.doubt(address, seen, likely);
    }

    fn total(&mut self, form: &Form, address: Address, seen: &Seen, likely: Option<String>) {
        if form.path(&address).is_empty() {
            return;
        }
        match (&seen.reading, seen.spot) {
            (Reading::Certain(cell), Some(spot)) if !seen.reading.is_blank() => {
                self.stated.push(Stated { address, value: cell.value, span: Span::NOWHERE });
                self.stated_at.push(spot);
            }
            (Reading::Certain(_), _) => {}
            // What a total comes to is known without the formula.
            (Reading::Open(open), _) if open.why == NO_RESULT => {}
            (Reading::Open(_), _) => self.doubt(address, seen, likely),
        }
    }

    fn doubt(&mut self, address: Address, seen: &Seen, likely: Option<String>) {
        let Reading::Open(open) = &seen.reading else { return };
        let message = format!("待核对：{}，请对照原件填上", open.why);
        let hints: Vec<String> = open.hint.iter().cloned().chain(likely).collect();
        let hint = (!hints.is_empty()).then(|| hints.join("；"));
        self.doubts.push(Doubt { subject: Subject::Figure(address), message, hint, spot: seen.spot });
    }
}
