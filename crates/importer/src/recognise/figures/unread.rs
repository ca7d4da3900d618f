//! Rows of a table that are none of the form's and hold numbers all the same: told, since these would be lost without a word.

use std::collections::{BTreeMap, BTreeSet};

use nianbao_model::form::TableBlock;
use nianbao_model::numbering::chinese_numeral;
use nianbao_model::{Address, Form};

use super::figure::Reading;
use super::found::Found;
use super::lines::{At, Line};
use crate::document::Spot;
use crate::{Doubt, Subject};

/// So much of such a row is told.
const TOLD: usize = 40;

/// A doubt for each table with numbers that none of the form's columns took, though all of a row's were read.
pub(super) fn beside(form: &Form, lines: &[Line], found: &Found) -> Vec<Doubt> {
    let mut taken: BTreeMap<Spot, (usize, bool)> = BTreeMap::new();
    for ((block, ..), seen) in &found.seats {
        let Some(spot) = seen.spot else { continue };
        let certain = matches!(seen.reading, Reading::Certain(_));
        taken.entry(spot).and_modify(|(_, all)| *all &= certain).or_insert((*block, certain));
    }
    let mut first: BTreeMap<usize, (Vec<&str>, Spot)> = BTreeMap::new();
    for line in lines.iter().filter(|line| line.grid.is_some()) {
        let own = |at: &At| taken.get(&at.piece.spot).copied();
        let Some(start) = line.cells.iter().position(|at| own(at).is_some()) else { continue };
        let behind = line.cells.get(start..).unwrap_or_default();
        let block = behind.iter().find_map(own).map(|(block, _)| block);
        let whole = behind.iter().filter_map(own).all(|(_, certain)| certain);
        let left = behind.iter().filter(|at| own(at).is_none() && at.begins && !at.piece.is_label);
        let left = left.filter(|at| at.piece.text.contains(|letter: char| letter.is_ascii_digit()));
        if let (Some(block), true) = (block, whole) {
            for at in left {
                first.entry(block).or_insert((Vec::new(), at.piece.spot)).0.push(&at.piece.text);
            }
        }
    }
    first.into_iter().filter_map(|(block, (numbers, spot))| beside_doubt(form, block, &numbers, spot)).collect()
}

fn beside_doubt(form: &Form, block: usize, numbers: &[&str], spot: Spot) -> Option<Doubt> {
    let brief: String = numbers.join(" ").chars().take(TOLD).collect();
    let (table, subject) = subject(form, block)?;
    let message = format!(
        "表{table}里有 {} 个数不在官方表格的各列里，没有放进去：“{brief}”；请对照原件，看是不是另外的栏目",
        numbers.len()
    );
    Some(Doubt { subject, message, hint: None, spot: Some(spot) })
}

/// The numeral of the table that a block belongs to, and the block as a subject.
fn subject(form: &Form, block: usize) -> Option<(String, Subject)> {
    let of_table = |table: &'_ nianbao_model::Table| table.blocks.iter().any(|own| own.index == block);
    let table = form.tables.iter().find(|table| of_table(table))?;
    let TableBlock { index, rows, columns, .. } = table.blocks.iter().find(|own| own.index == block)?;
    let whole = Address { block: *index, rows: rows.whole(), columns: columns.whole() };
    Some((chinese_numeral(u32::from(table.id.number())), Subject::Figure(whole)))
}

/// A doubt for each row with numbers that stands among those of a table on `form` and was read as none of them.
pub(super) fn find(form: &Form, lines: &[Line], found: &Found) -> Vec<Doubt> {
    let read: BTreeSet<usize> = found.lines.values().flatten().copied().collect();
    let blocks: BTreeMap<Spot, usize> =
        found.seats.iter().filter_map(|((block, _, _), seen)| Some((seen.spot?, *block))).collect();
    let mut above: BTreeMap<usize, usize> = BTreeMap::new();
    let mut doubts = Vec::new();
    for (number, line) in lines.iter().enumerate() {
        let Some(grid) = line.grid else { continue };
        let of_line = line.cells.iter().find_map(|at| blocks.get(&at.piece.spot));
        if let Some(block) = of_line {
            above.insert(grid, *block);
        } else if let Some(block) = above.get(&grid).filter(|_| !read.contains(&number) && holds_numbers(line)) {
            doubts.extend(doubt(form, *block, line));
        }
    }
    doubts
}

/// Whether a line has numbers that are not the running ones of columns.
fn holds_numbers(line: &Line) -> bool {
    let own = line.cells.iter().filter(|at| at.begins && !at.piece.is_label);
    let numbers: Vec<&str> =
        own.map(|at| at.piece.text.as_str()).filter(|text| text.contains(|c: char| c.is_ascii_digit())).collect();
    let counts_on = numbers.len() > 2 && numbers.iter().zip(1..).all(|(text, place)| *text == place.to_string());
    !numbers.is_empty() && !counts_on
}

fn doubt(form: &Form, block: usize, line: &Line) -> Option<Doubt> {
    let (number, subject) = subject(form, block)?;
    let said = line.cells.iter().filter(|at| at.begins && !at.piece.text.is_empty());
    let said: String = said.map(|at| at.piece.text.as_str()).collect::<Vec<_>>().join(" ").chars().take(TOLD).collect();
    Some(Doubt {
        subject,
        message: format!(
            "表{number}里有一行不是官方表格里的，它的数没有放进去：“{said}”；请对照原件，看应当算在哪一行"
        ),
        hint: None,
        spot: line.cells.iter().find(|at| at.begins).map(|at| at.piece.spot),
    })
}
