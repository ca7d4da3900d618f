//! One table of all reports of a year: a line for each report, a column for each figure.

use nianbao_model::TableId;
use rust_xlsxwriter::{Worksheet, XlsxError};

use super::form_sheet::binary;
use super::{paper, sheet_name, style};
use crate::data::figure::Figure;
use crate::data::year::{Column, REMARKS, Year};
use crate::markup::printable;

/// The headings stand on two lines: rows of the form above, its columns below.
const HEADINGS: u32 = 2;

/// Of more columns each is narrow, so that many are seen at once.
const MANY: usize = 30;

/// Fills an empty sheet with table `id` of all reports of `year`.
pub(super) fn add(sheet: &mut Worksheet, year: &Year, id: TableId) -> Result<(), XlsxError> {
    let columns: Vec<&Column> = year.columns.iter().filter(|column| column.figure.table == id).collect();
    sheet.set_name(sheet_name(id))?.set_freeze_panes(HEADINGS, 1)?.set_column_width(0, 36)?;
    paper::set(sheet, true).set_repeat_rows(0, HEADINGS - 1)?.set_repeat_columns(0, 0)?.set_page_order(true);
    // 175 columns of table 3 would be too small to be read on one sheet's width.
    if id != TableId::Applications {
        sheet.set_print_fit_to_pages(1, 0);
    }
    sheet.merge_range(0, 0, 1, 0, "机关", &style::heading())?;
    headings(sheet, &columns)?;
    for (row, (agency, report)) in (HEADINGS..).zip(&year.reports) {
        sheet.write_string_with_format(row, 0, printable(&agency.name_on(report).value), &style::label())?;
        for (at, column) in (1..).zip(&columns) {
            if let Some(entry) = year.entry(column, report) {
                let format = style::figure(column.figure.content, entry.value);
                sheet.write_number_with_format(row, at, binary(entry.value), &format)?;
            }
        }
        let remarks = year.remarks(report, columns.iter().copied());
        if !remarks.is_empty() {
            sheet.write_string_with_format(row, remarks_at(&columns), printable(&remarks), &style::note())?;
        }
    }
    Ok(())
}

/// Both lines of headings; neighbours under the same heading share it.
fn headings(sheet: &mut Worksheet, columns: &[&Column]) -> Result<(), XlsxError> {
    let named: Vec<(String, &str)> = columns.iter().map(|column| names(column.figure)).collect();
    let mut first = 1;
    for group in named.chunk_by(|(one, _), (other, _)| one == other) {
        let last = first + u16::try_from(group.len()).unwrap_or(u16::MAX) - 1;
        let name = group.first().map(|(name, _)| name.as_str()).unwrap_or_default();
        if first == last {
            sheet.write_string_with_format(0, first, name, &style::heading())?;
        } else {
            sheet.merge_range(0, first, 0, last, name, &style::heading())?;
        }
        for (at, (_, own)) in (first..).zip(group) {
            sheet.write_string_with_format(1, at, *own, &style::heading())?;
            sheet.set_column_width(at, if columns.len() > MANY { 9 } else { 13 })?;
        }
        first = last + 1;
    }
    sheet.merge_range(0, first, 1, first, REMARKS.0, &style::heading())?;
    sheet.set_column_width(first, 30)?;
    sheet.set_row_height(0, 64)?.set_row_height(1, 48)?;
    Ok(())
}

/// The heading that a figure shares with its neighbours, and its own: table 4 has a single row without a heading.
fn names(figure: &Figure) -> (String, &'static str) {
    let (above, own) = match figure.columns.split_last() {
        Some((own, above)) => (above, *own),
        None => (&[] as &[_], ""),
    };
    let shared = if figure.rows.is_empty() { above } else { &figure.rows };
    (shared.join("—"), own)
}

fn remarks_at(columns: &[&Column]) -> u16 {
    u16::try_from(columns.len()).unwrap_or(u16::MAX - 1) + 1
}
