//! Notes below tables: `注：行政复议、行政诉讼数量含上年度结转数量。`

use std::collections::{BTreeMap, BTreeSet};

use nianbao_model::form::Content;
use nianbao_model::{Address, Cell, Figures, Form, Spanned, TableId};

use super::figure::says_yuan;
use super::found::Found;
use super::lines::Line;
use crate::Document;
use crate::document::Part;

/// How a note begins.
const BEGINNINGS: [&str; 4] = ["注", "备注", "说明", "附注"];

/// So many blank paragraphs may stand between a table and the notes below it.
const BLANK: usize = 1;

/// In a sheet so many other lines may stand between a table and the notes below it.
const OTHERS: usize = 4;

/// The notes below the tables and the parts of the document that they are.
pub(super) fn find(
    document: &Document,
    lines: &[Line],
    found: &Found,
) -> (BTreeMap<TableId, Spanned<String>>, BTreeMap<usize, TableId>) {
    let mut notes = BTreeMap::new();
    let mut parts = BTreeMap::new();
    for (table, own) in &found.lines {
        let Some(last) = own.last().and_then(|line| lines.get(*line)) else { continue };
        let mut text: Vec<String> = within(lines, own);
        let mut blank = 0;
        for part in last.part + 1..document.parts.len() {
            let Some(Part::Paragraph(paragraph)) = document.parts.get(part) else { break };
            let paragraph = paragraph.text();
            match note(&paragraph) {
                Some(note) => {
                    text.push(note);
                    parts.insert(part, *table);
                }
                None if paragraph.trim().is_empty() && blank < BLANK => blank += 1,
                None => break,
            }
        }
        if !text.is_empty() {
            notes.insert(*table, Spanned::unwritten(text.join("\n")));
        }
    }
    (notes, parts)
}

/// Opens the amounts of tables whose notes say that they are in another unit than the form's.
pub(super) fn doubt_units(form: &Form, notes: &BTreeMap<TableId, Spanned<String>>, found: &mut Found) {
    let in_yuan = notes.iter().filter(|(_, note)| note.value.lines().any(says_yuan));
    for block in in_yuan.flat_map(|(table, _)| &form.table(*table).blocks) {
        let columns = block.columns.leaves.iter().enumerate();
        let amounts =
            columns.filter(|(_, leaf)| leaf.item.content == Content::Amount && leaf.item.label.contains("万元"));
        for (column, row) in amounts.flat_map(|(column, _)| (0..block.rows.leaves.len()).map(move |row| (column, row)))
        {
            let seen = found.seats.get_mut(&(block.index, row, column));
            if let Some(seen) = seen.filter(|seen| seen.reading.value().is_some_and(|value| !value.is_zero())) {
                seen.reading.doubt("表下的注写的单位是元，表里的单位是万元");
            }
        }
    }
}

/// Takes remarks on figures out of `notes`, as our own workbooks have them below a table: `注：表二“规章”的“本年制发件数”：1（含修订）`.
pub(super) fn take_remarks(form: &Form, notes: &mut BTreeMap<TableId, Spanned<String>>, figures: &mut Figures) {
    for (table, note) in notes.iter_mut() {
        let labels: Vec<(String, Address)> =
            form.printed(*table).map(|(_, address)| (format!("{}：", form.label(&address)), address)).collect();
        let kept = note.value.lines().filter(|line| {
            let line = line.trim_start_matches("注：");
            let named = labels.iter().find_map(|(label, address)| Some((address, line.strip_prefix(label.as_str())?)));
            let remark = named.and_then(|(address, said)| {
                let (number, remark) = said.split_once('（')?;
                let cell = figures.cell(address)?.clone();
                let is_same = cell.remark.is_none() && number == cell.value.to_string();
                let remark = remark.strip_suffix('）').filter(|_| is_same)?;
                figures.set(address, Cell { remark: Some(remark.to_owned()), ..cell });
                Some(())
            });
            remark.is_none()
        });
        note.value = kept.collect::<Vec<_>>().join("\n");
    }
    notes.retain(|_, note| !note.value.is_empty());
}

/// Notes in the lines of the table's last grid, below its figures.
fn within(lines: &[Line], own: &BTreeSet<usize>) -> Vec<String> {
    let Some(last) = own.last().copied() else { return Vec::new() };
    let grid = lines.get(last).and_then(|line| line.grid);
    let below = lines.iter().skip(last + 1).take_while(|line| line.grid.is_some() && line.grid == grid);
    let mut others = 0;
    let mut notes = Vec::new();
    for line in below {
        match line.cells.first().and_then(|at| note(&at.piece.text)) {
            Some(note) => notes.push(note),
            None => others += 1,
        }
        if others == OTHERS {
            break;
        }
    }
    notes
}

/// The note that a text is, as written.
fn note(text: &str) -> Option<String> {
    let text = text.trim();
    let bare = text.trim_start_matches(['（', '(', '*', '＊', '※']);
    let begun = BEGINNINGS.iter().find_map(|word| bare.strip_prefix(word))?;
    let rest = begun.trim_start().strip_prefix(['：', ':', '．', '.'])?;
    (!rest.trim().is_empty()).then(|| text.to_owned())
}
