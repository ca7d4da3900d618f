//! What stands on the sheets, in reading order.

use std::collections::BTreeSet;

use nianbao_model::entry_form::NARRATIVE_SHEET;
use nianbao_model::{Form, TableId};

use super::block::{COLUMNS, area, grid, runs};
use super::entry::{is_guidance, is_guide, labels};
use super::lines::{alone, is_label, paragraphs, stands_above, stands_below};
use super::sheet::Sheet;
use crate::Document;
use crate::document::{Dropped, Paragraph, Part};
use crate::read::ReadError;

/// How many cells all tables can have together, blank ones included.
const CELLS: usize = 300_000;

/// Adds what `sheets` show to `document`.
pub(super) fn arrange(sheets: &[Sheet], document: &mut Document) -> Result<(), ReadError> {
    let mut left = CELLS;
    let mut said = BTreeSet::new();
    for sheet in sheets {
        if is_guide(sheet) {
            document.labels.extend(labels(sheet));
            let place = sheet.place((0, 0));
            document.dropped.push(Dropped { kind: "填表说明".to_owned(), text: sheet.name.clone(), place });
            continue;
        }
        let is_narrative = is_narrative(sheet);
        for (first, last) in runs(sheet) {
            left =
                left.checked_sub(area(sheet, first, last)).ok_or_else(|| ReadError::TooLarge("表格太大".to_owned()))?;
            if is_narrative { narrative(sheet, first, last, document) } else { table(sheet, first, last, document) }
        }
        drop_far(sheet, document);
    }
    document.parts.retain(|part| is_new(part, &mut said));
    Ok(())
}

/// Whether a sheet holds text by sections rather than tables.
fn is_narrative(sheet: &Sheet) -> bool {
    let official =
        sheet.says(|text| text.starts_with("一、本年新收") || text == "信息内容" || text.starts_with("未经复议"));
    let section = ["一、", "五、", "六、"].iter().any(|number| sheet.says(|text| text.starts_with(number)));
    !official && (sheet.name == NARRATIVE_SHEET || section)
}

/// Rows with one cell are paragraphs, others tables.
fn narrative(sheet: &Sheet, first: u32, last: u32, document: &mut Document) {
    let mut row = first;
    while row <= last {
        if alone(sheet, row).is_some() {
            line(sheet, row, document);
            row = row.saturating_add(1);
            continue;
        }
        let rows = (row..=last).take_while(|row| alone(sheet, *row).is_none_or(|(_, text)| is_label(text)));
        let end = rows.last().unwrap_or(row);
        document.parts.push(Part::Grid(grid(sheet, row, end)));
        row = end.saturating_add(1);
    }
}

/// A table with the lines above and below it.
fn table(sheet: &Sheet, first: u32, last: u32, document: &mut Document) {
    let begin = (first..=last).find(|row| !stands_above(sheet, *row));
    (first..=last).take_while(|row| begin.is_none_or(|begin| *row < begin)).for_each(|row| line(sheet, row, document));
    let Some(begin) = begin else { return };
    let notes = (begin..=last).rev().take_while(|row| stands_below(sheet, *row)).last();
    let check = (begin..=last).find(|row| starts_guidance(sheet, *row));
    let below = notes.into_iter().chain(check).min();
    let end = below.map_or(Some(last), |below| below.checked_sub(1).filter(|end| *end >= begin));
    document.parts.extend(end.map(|end| Part::Grid(grid(sheet, begin, end))));
    (below.unwrap_or(last)..=last).filter(|row| below.is_some() && !is_result(sheet, *row)).for_each(|row| {
        line(sheet, row, document);
    });
}

/// Whether a row below a table is what a check came to.
fn is_result(sheet: &Sheet, row: u32) -> bool {
    alone(sheet, row).is_some_and(|(_, text)| text.parse::<f64>().is_ok())
}

fn starts_guidance(sheet: &Sheet, row: u32) -> bool {
    sheet.row(row).next().is_some_and(|(_, shown)| is_guidance(&shown.text))
}

/// The cells of a row as paragraphs, guidance left out.
fn line(sheet: &Sheet, row: u32, document: &mut Document) {
    if starts_guidance(sheet, row) {
        return;
    }
    for (at, shown) in sheet.row(row) {
        let text = shown.text.trim();
        if !is_caption(text) {
            document.parts.extend(paragraphs(sheet, at, text).into_iter().map(Part::Paragraph));
        }
    }
}

/// Whether a line only says which table follows.
fn is_caption(text: &str) -> bool {
    TableId::ALL.iter().any(|id| Form::latest().table(*id).caption == text)
}

/// Whether a part says something that was not said before: each sheet repeats the title.
fn is_new(part: &Part, said: &mut BTreeSet<String>) -> bool {
    let Part::Paragraph(paragraph) = part else { return true };
    !is_title(paragraph) || said.insert(paragraph.text())
}

fn is_title(paragraph: &Paragraph) -> bool {
    let text = paragraph.text();
    text.contains("政府信息公开") && text.contains("年度报告") && text.chars().count() < 80 && !text.contains('。')
}

/// Tells of cells so far right that no table reaches them.
fn drop_far(sheet: &Sheet, document: &mut Document) {
    let start = |row: u32| sheet.row(row).next().map_or(0, |((_, column), _)| column);
    let far = sheet.cells.iter().filter(|(at, _)| at.1 > start(at.0).saturating_add(COLUMNS));
    for (at, shown) in far.take(20) {
        let (kind, text) = ("离表格太远的格".to_owned(), shown.text.chars().take(80).collect());
        document.dropped.push(Dropped { kind, text, place: sheet.place(*at) });
    }
}
